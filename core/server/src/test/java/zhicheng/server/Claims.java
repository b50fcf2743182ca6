package zhicheng.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What applicants of the three regions claim and tell where nothing stands against them. Made up. */
public final class Claims {

    private Claims() {}

    /** 卫生技术 副高 in Bijie: window 2024-09-16 08:00 to 09-20 17:00 (B24-annex1). */
    public static final Map<String, Object> BIJIE = Map.of("series", "HEALTH", "level", "ASSOCIATE_SENIOR", "channel", "employer");
    /** 工程 中级 in Jiayuguan: window 2024-09-11 00:00 to 10-20 24:00 (J24-2.3). */
    public static final Map<String, Object> JIAYUGUAN = Map.of("series", "ENGINEERING", "specialty", "建筑工程", "level", "INTERMEDIATE", "channel", "public");
    /** 工程 副高 in Xianning: the window is the committee's (X24-4). */
    public static final Map<String, Object> XIANNING = Map.of("series", "ENGINEERING", "specialty", "建筑工程", "level", "ASSOCIATE_SENIOR", "channel", "state-unit");

    /** Tells everything that the region of the workplace asks, to its satisfaction. */
    public static Map<String, Object> told(String workplace) {
        var told = new HashMap<String, Object>();
        told.put("birthDate", "1985-03-01");
        told.put("residence", "MAINLAND");
        told.put("employment", "STATE_INSTITUTION_POST");
        told.put("workplace", workplace);
        told.put("hukou", workplace);
        told.put("regularRelation", true);
        told.put("grassroots", false);
        told.put("fileAtTalentBody", false);
        told.put("retired", false);
        told.put("pastRetirementAge", false);
        told.put("retirementExtended", false);
        told.put("degrees", List.of(Map.of("level", "本科", "date", "2008-07-01")));
        told.put("titles", List.of(Map.of("series", "ENGINEERING", "level", "INTERMEDIATE", "date", "2015-12-31")));
        told.put("hours", List.of(Map.of("year", 2023, "total", 96.5, "specialised", 70), Map.of("year", 2024, "total", 91, "specialised", 62.5)));
        told.put("assessments", List.of(Map.of("year", 2023, "grade", "合格")));
        told.put("testPasses", List.of(Map.of("specialty", "建筑工程", "level", "ASSOCIATE_SENIOR", "date", "2024-04-20")));
        told.put("testExemptions", List.of());
        told.put("sanctions", List.of());
        told.put("secrecy", "NOT_SECRET");
        told.put("answers", answers(workplace));
        return told;
    }

    private static List<Map<String, Object>> answers(String workplace) {
        return switch (workplace.substring(0, 4)) {
            case "4212" -> List.of(answer("vacant-post", "true"), answer("post-not-needed", "false"));
            case "6202" -> List.of(answer("unitRegisteredHere", "true"));
            default -> List.of();
        };
    }

    /** As {@link #told}, but for one thing; {@code value} null: not told. */
    public static Map<String, Object> but(Map<String, Object> told, String name, Object value) {
        var changed = new HashMap<>(told);
        changed.put(name, value);
        return changed;
    }

    public static Map<String, Object> answer(String question, String value) {
        return Map.of("question", question, "value", value);
    }
}
