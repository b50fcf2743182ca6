package zhicheng.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a made-up applicant keeps in his store, out of {@code achievements.csv}: of his series, of patents some granted and some not. */
final class Achievements {
    private static final int MOST = 4;
    private static final Map<String, List<Table.Line>> BY_SERIES = Table.of("achievements.csv").stream().collect(Collectors.groupingBy(one -> one.get("series")));

    private Achievements() {}

    /**
     * One of them.
     *
     * @param granted null where it is no patent
     * @param picked whether he picks it into his dossier
     * @param files that prove it
     */
    record One(UUID id, Table.Line line, LocalDate from, LocalDate until, String number, Boolean granted, int rank, String area, boolean picked, List<MadeUpFiles.One> files) {

        /** The id of the file at a place, from 1. */
        UUID file(int place) {
            return MadeUpWorld.id("evidence file", id + " " + place);
        }

        /** As it stands in a snapshot. */
        Map<String, Object> snapshot() {
            var snapshot = new LinkedHashMap<String, Object>();
            snapshot.put("achievement", id);
            snapshot.put("version", 1);
            snapshot.put("kind", line.get("kind"));
            snapshot.put("title", line.get("title"));
            snapshot.put("achievedOn", from);
            snapshot.put("endedOn", until);
            snapshot.put("number", number);
            snapshot.put("granted", granted);
            snapshot.put("rank", rank);
            snapshot.put("grade", line.get("grade"));
            snapshot.put("issuedBy", line.get("issued_by"));
            snapshot.put("areaCode", area);
            snapshot.put("quality", line.get("quality"));
            snapshot.put("use", line.get("use"));
            snapshot.put("benefit", line.get("benefit"));
            snapshot.put("files", IntStream.rangeClosed(1, files.size()).mapToObj(this::snapshot).toList());
            return snapshot;
        }

        private Map<String, Object> snapshot(int place) {
            var one = files.get(place - 1);
            return Map.of("file", file(place), "name", one.name(), "label", one.label(), "size", one.bytes().length, "type", one.type(), "sha256", one.sha256());
        }
    }

    /** @param number the dossier's; @param before nothing is later than this day */
    static List<One> of(String series, int number, Random chance, LocalDate before) {
        var lines = new ArrayList<>(BY_SERIES.getOrDefault(series, List.of()));
        Collections.shuffle(lines, chance);
        var all = new ArrayList<One>();
        for (var line : lines.subList(0, Math.min(lines.size(), chance.nextInt(MOST + 1)))) {
            var kind = line.get("kind");
            var patent = kind.equals("PATENT");
            var service = kind.equals("GRASSROOTS_SERVICE") || kind.equals("AID_POSTING");
            var from = before.minusDays(500L + chance.nextInt(2_000));
            all.add(new One(MadeUpWorld.id("achievement", number + " " + all.size()), line, from, service ? from.plusMonths(13) : null,
                    patent ? "MADE-UP-PATENT-%03d-%d".formatted(number, all.size()) : null, patent ? Boolean.valueOf(chance.nextInt(3) > 0) : null, 1 + chance.nextInt(4),
                    kind.equals("AID_POSTING") ? "540100" : null, chance.nextInt(5) > 0, MadeUpFiles.of(kind, number + all.size())));
        }
        return all;
    }
}
