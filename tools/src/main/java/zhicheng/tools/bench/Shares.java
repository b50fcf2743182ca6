package zhicheng.tools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How many processors each program was using, from {@code /proc}: 0.50 is half of one. Empty where there is no {@code /proc}. */
final class Shares {
    private static final double TICKS_PER_SECOND = 100;

    private final Map<String, Long> programs;
    private final Map<String, Long> before;
    private final long started;

    /** @param programs the process of each, by name; what it has started counts with it, unless it is one of these itself */
    Shares(Map<String, Long> programs) {
        this.programs = programs;
        this.before = ticks();
        this.started = System.nanoTime();
    }

    /** Since this was made. */
    Map<String, Double> sofar() {
        var seconds = (System.nanoTime() - started) / 1e9;
        var shares = new HashMap<String, Double>();
        ticks().forEach((name, now) -> shares.put(name, (now - before.getOrDefault(name, 0L)) / TICKS_PER_SECOND / seconds));
        return shares;
    }

    private Map<String, Long> ticks() {
        var ticks = new HashMap<String, Long>();
        programs.forEach((name, process) -> {
            var own = stat(process);
            if (own == null) return;
            var sum = own.ticks + own.ofEnded;
            for (var child : (Iterable<ProcessHandle>) ProcessHandle.of(process).stream().flatMap(ProcessHandle::children)::iterator) {
                if (programs.containsValue(child.pid())) continue;
                var stat = stat(child.pid());
                if (stat != null) sum += stat.ticks;
            }
            ticks.put(name, sum);
        });
        return ticks;
    }

    private record Stat(long ticks, long ofEnded) {}

    private static Stat stat(long process) {
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" "); // the name before may hold blanks
            return new Stat(Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
        } catch (IOException e) {
            return null;
        }
    }
}
