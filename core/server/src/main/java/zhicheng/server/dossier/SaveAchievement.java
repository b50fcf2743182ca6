package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.Unseen;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.eligibility.Told;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** An applicant keeps an achievement in his store (业绩档案库, B24-3.1), a new one or a changed one; one that he put away comes back. What was picked of it into a dossier stays as it was. */
@Singleton
public final class SaveAchievement {
    /** Words on quality, use and benefit of a patent (B24-5.7) may be this long, in characters. */
    private static final int LONGEST_WORDS = 2000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int LAST_RANK = 1000;
    /** What is told, as columns, in the order of {@link #COLUMNS}. */
    private static final String TOLD = """
            jsonb_to_record(?::jsonb) as told (kind text, title text, "achievedOn" date, "endedOn" date, number text, granted boolean, rank integer, grade text, "issuedBy" text,
                                               "areaCode" text, quality text, use text, benefit text)""";
    private static final String COLUMNS = "kind, title, achieved_on, ended_on, number, granted, rank, grade, issued_by, area_code, quality, use, benefit";

    private final Acts acts;
    private final SealedChanges changes;

    SaveAchievement(Acts acts, SealedChanges changes) {
        this.acts = acts;
        this.changes = changes;
    }

    /**
     * @param achievement null: a new one
     * @param version the version that he has before him; null where it is a new one
     * @param told in the shape of {@code AchievementInput}, dates as text
     */
    public record Input(String key, UUID achievement, Integer version, Map<String, Object> told) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        var asked = new LinkedHashMap<String, Object>();
        asked.put("achievement", input.achievement());
        asked.put("version", input.version());
        asked.put("told", input.told());
        return acts.perform(actor, at, "saveAchievement", input.key(), asked, List.of(), tx -> {
            var current = SeenAchievement.locked(tx, input.achievement(), actor.person());
            if (input.achievement() != null && current.isEmpty()) return Acts.Outcome.refused(Refusals.noAchievement(input.achievement(), "input.achievement"));
            var told = stripped(input.told());
            var findings = new ArrayList<>(problems(told, at.atZone(When.CHINA).toLocalDate()));
            current.ifPresent(one -> findings.addAll(one.stale(input.version(), one.told(), told)));
            if (current.isEmpty() && input.version() != null) findings.add(SeenAchievement.noVersionYet(input.version()));
            var id = input.achievement() == null ? UUID.randomUUID() : input.achievement();
            if (!findings.isEmpty()) return new Acts.Outcome(input.achievement(), findings);
            if (current.isEmpty()) Sql.writeOne(tx, "insert into achievement (id, person, created_at, " + COLUMNS + ") select ?, ?, ?, told.* from " + TOLD, id, actor.person(), at, Json.text(told));
            else Sql.writeOne(tx, "update achievement set (" + COLUMNS + ") = (select told.* from " + TOLD + "), version = version + 1, removed_at = null where id = ?", Json.text(told), id);
            var more = new LinkedHashMap<>(changes.of(actor.person(), current.map(SeenAchievement::told).orElse(Map.of()), told));
            more.put("achievement", id);
            more.put("version", current.map(SeenAchievement::version).orElse(0) + 1);
            more.put("told", told.entrySet().stream().filter(one -> one.getValue() != null).map(Map.Entry::getKey).sorted().toList());
            if (current.isPresent() && current.get().removed()) more.put("removed", Json.change(true, false));
            more.put("clauses", List.of("B24-3.1"));
            var entry = Acts.entry(actor, "SAVE_ACHIEVEMENT", at, more);
            Chain.PERSON.add(tx, actor.person(), entry, at);
            return new Acts.Outcome(id, List.of());
        });
    }

    private static Map<String, Object> stripped(Map<String, Object> told) {
        var stripped = new LinkedHashMap<String, Object>();
        told.forEach((name, value) -> stripped.put(name, value instanceof String text ? Unseen.trimmed(text) : value));
        return stripped;
    }

    /** Everything that is malformed, on the official day. Knows no database. */
    static List<Finding> problems(Map<String, Object> told, LocalDate today) {
        var problems = new ArrayList<Finding>();
        told.forEach((name, value) -> {
            var longest = List.of("quality", "use", "benefit").contains(name) ? LONGEST_WORDS : Told.LONGEST;
            if (value instanceof String text && !Words.fit(text, longest))
                problems.add(wrong(name, Text.of("1 至 " + longest + " 个字符", "1 to " + longest + " characters"), Words.isNothing(text) ? Text.of("空", "nothing")
                        : Text.of(text.length() + " 个字符", text.length() + " characters")));
        });
        var began = day(told, "achievedOn");
        var ended = day(told, "endedOn");
        for (var name : List.of("achievedOn", "endedOn")) {
            var day = day(told, name);
            if (day != null && (day.isBefore(EARLIEST) || day.isAfter(today)))
                problems.add(wrong(name, Text.of("1900-01-01 至今日（" + today + "）", "from 1900-01-01 to this day, " + today), shown(day)));
        }
        if (ended != null && (began == null || ended.isBefore(began)))
            problems.add(wrong("endedOn", Text.of("不早于起始日，且起始日已说明", "not before the first day, which is told too"), shown(ended)));
        if (told.get("granted") != null && !"PATENT".equals(told.get("kind")))
            problems.add(Finding.refusal("input", Clause.of("B24-5.7"), Text.of("只有专利有授权与否", "only a patent is granted or not"), shown(told.get("kind")), path("granted")));
        if (told.get("rank") instanceof Number rank && (rank.intValue() < 1 || rank.intValue() > LAST_RANK))
            problems.add(wrong("rank", Text.of("1 至 " + LAST_RANK, "1 to " + LAST_RANK), shown(rank)));
        if (told.get("areaCode") instanceof String code && !code.matches("[1-9]\\d{5}"))
            problems.add(wrong("areaCode", Text.of("六位行政区划代码（GB/T 2260），如 520500", "a GB/T 2260 code of six digits, e.g. 520500"), shown(code)));
        return problems;
    }

    private static LocalDate day(Map<String, Object> told, String name) {
        return told.get(name) == null ? null : LocalDate.parse((String) told.get(name));
    }

    private static Finding wrong(String name, Text asked, Text shown) {
        return Finding.refusal("input", null, asked, shown, path(name));
    }

    private static String path(String name) {
        return "input.told." + name;
    }

    private static Text shown(Object value) {
        var cut = Finding.cut(String.valueOf(value));
        return Text.of(cut, cut);
    }
}
