package zhicheng.regions.xianning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhicheng.spi.Text;

/** The provinces that X24 speaks of, by the first two digits of their GB/T 2260 code. */
final class Provinces {
    static final String HUBEI = "420000";

    /** 长江经济带沿江10省、市, in the order of X24-6.3. */
    static final List<String> YANGTZE = List.of("310000", "320000", "330000", "340000", "360000", "430000", "500000", "510000", "530000", "520000");

    /** 西藏、新疆、青海 (X24-6.1). */
    static final List<String> AIDED = List.of("540000", "650000", "630000");

    private static final Map<String, Text> NAMES = Map.ofEntries(
            Map.entry("310000", Text.of("上海", "Shanghai")), Map.entry("320000", Text.of("江苏", "Jiangsu")), Map.entry("330000", Text.of("浙江", "Zhejiang")),
            Map.entry("340000", Text.of("安徽", "Anhui")), Map.entry("360000", Text.of("江西", "Jiangxi")), Map.entry("430000", Text.of("湖南", "Hunan")),
            Map.entry("500000", Text.of("重庆", "Chongqing")), Map.entry("510000", Text.of("四川", "Sichuan")), Map.entry("530000", Text.of("云南", "Yunnan")),
            Map.entry("520000", Text.of("贵州", "Guizhou")), Map.entry("540000", Text.of("西藏", "Tibet")), Map.entry("650000", Text.of("新疆", "Xinjiang")),
            Map.entry("630000", Text.of("青海", "Qinghai")), Map.entry(HUBEI, Text.of("湖北", "Hubei")));

    /** The province of a GB/T 2260 code of six digits: 520500 lies in 520000. What is no such code stays as it is, and lies nowhere. */
    static String of(String code) {
        return code.matches("\\d{6}") ? code.substring(0, 2) + "0000" : code;
    }

    /** The name of the province in which {@code code} lies; the code itself for one that X24 does not name. */
    static Text name(String code) {
        var province = of(code);
        return NAMES.getOrDefault(province, Text.of("地区代码" + province, "area " + province));
    }

    /** Whether a record is Hubei's or Xianning's: so marked, by code or by region, or without a mark. */
    static boolean here(Optional<String> region) {
        return region.isEmpty() || List.of(HUBEI, "421200", "xianning").contains(region.get());
    }

    private Provinces() {}
}
