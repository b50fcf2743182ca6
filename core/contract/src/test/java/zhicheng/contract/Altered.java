package zhicheng.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.spi.Edition;
import zhicheng.spi.Notice;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Setting;
import zhicheng.spi.Text;

/** Nowhere with something wrong: what {@code answers} names is answered so. It has no cases of its own unless it is given some, relative to this class. */
record Altered(Map<String, Object> answers) implements Region {
    private static final Region REAL = new Nowhere();

    /** Nowhere, but {@code method} answers {@code value}. */
    static Region region(String method, Object value) {
        return new Altered(Map.of(method, value));
    }

    /** Nowhere, but in every edition {@code method} answers {@code value}, which may be null. */
    static Region edition(String method, Object value) {
        var answers = new HashMap<String, Object>();
        answers.put(method, value);
        return edition(edition -> stand(edition, answers));
    }

    static Region edition(UnaryOperator<Edition> change) {
        return region("editions", REAL.editions(Readings.byDefault()).stream().map(change).toList());
    }

    /** Nowhere with these case files instead of its own. */
    static Region withCases(String... files) {
        return region("cases", List.of(files));
    }

    private static Edition stand(Edition real, Map<String, Object> answers) {
        return (Edition) Proxy.newProxyInstance(Edition.class.getClassLoader(), new Class<?>[] {Edition.class}, (proxy, method, arguments) -> {
            if (answers.containsKey(method.getName())) return answers.get(method.getName());
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @SuppressWarnings("unchecked")
    private <T> T or(String method, T real) {
        return (T) answers.getOrDefault(method, real);
    }

    @Override
    public String id() { return or("id", REAL.id()); }

    @Override
    public String spi() { return or("spi", REAL.spi()); }

    @Override
    public Text name() { return REAL.name(); }

    @Override
    public String areaCode() { return or("areaCode", REAL.areaCode()); }

    @Override
    public Text province() { return REAL.province(); }

    @Override
    public List<Notice> notices() { return or("notices", REAL.notices()); }

    @Override
    public List<Setting> settings() { return or("settings", REAL.settings()); }

    @Override
    public List<Edition> editions(Readings readings) { return or("editions", REAL.editions(readings)); }

    @Override
    public List<String> cases() { return or("cases", List.of()); }
}
