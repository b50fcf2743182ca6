package zhicheng.server.read;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.spi.Edition;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;

/** A region as if its first notice were of every year from 2001 on, but for those that have one: for tests that need a year for themselves. */
public final class EveryYear {
    private EveryYear() {}

    public static Region nowhere() {
        return of(new Nowhere());
    }

    static Region of(Region region) {
        return (Region) Proxy.newProxyInstance(Region.class.getClassLoader(), new Class<?>[] {Region.class},
                (_, method, arguments) -> method.getName().equals("editions") ? editions(region.editions((Readings) arguments[0])) : method.invoke(region, arguments));
    }

    private static List<Edition> editions(List<Edition> own) {
        var one = own.getFirst();
        return Stream.concat(own.stream(), IntStream.rangeClosed(2001, 2060).filter(year -> own.stream().noneMatch(edition -> edition.year() == year)).mapToObj(year -> (Edition) Proxy.newProxyInstance(Edition.class.getClassLoader(), new Class<?>[] {Edition.class},
                (_, method, arguments) -> method.getName().equals("year") ? year : method.invoke(one, arguments)))).toList();
    }
}
