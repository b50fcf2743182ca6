package zhicheng.regions.xianning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provinces that X24 speaks of, by the first two digits of their GB/T 2260 code. */
final class Provinces {
    static final String HUBEI = "420000";

    /** 长江经济带沿江10省、市, in the order of X24-6.3. */
    static final List<String> YANGTZE = List.of("310000", "320000", "330000", "340000", "360000", "430000", "500000", "510000", "530000", "520000");

    /** 西藏、新疆、青海 (X24-6.1). */
    static final List<String> AIDED = List.of("540000", "650000", "630000");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("310000", "上海"), Map.entry("320000", "江苏"), Map.entry("330000", "浙江"), Map.entry("340000", "安徽"), Map.entry("360000", "江西"),
            Map.entry("430000", "湖南"), Map.entry("500000", "重庆"), Map.entry("510000", "四川"), Map.entry("530000", "云南"), Map.entry("520000", "贵州"),
            Map.entry("540000", "西藏"), Map.entry("650000", "新疆"), Map.entry("630000", "青海"), Map.entry(HUBEI, "湖北"));

    /** The province of a GB/T 2260 code of six digits: 520500 lies in 520000. What is no such code stays as it is, and lies nowhere. */
    static String of(String code) {
        return code.matches("\\d{6}") ? code.substring(0, 2) + "0000" : code;
    }

    /** Its Chinese name, or the code of a province that X24 does not name. */
    static String name(String province) {
        return NAMES.getOrDefault(province, province);
    }

    /** Whether a record is Hubei's or Xianning's: so marked, by code or by region, or without a mark. */
    static boolean here(Optional<String> region) {
        return region.isEmpty() || List.of(HUBEI, "421200", "xianning").contains(region.get());
    }

    private Provinces() {}
}
