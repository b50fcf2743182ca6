package zhicheng.server.integrity;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Clause;
import zhicheng.spi.Integrity.Inquiry;
import zhicheng.spi.Integrity.Part;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * Who looked into a complaint concludes it by a report: when, by whom, in which manner, its course, the conclusion, how it is handled with the applicant and with
 * those who audited him, the evidence; all of it where the notice asks for it (X24-8.5), the conclusion everywhere (J24-4.3). Once.
 */
@Singleton
public final class ConcludeComplaint {
    private static final int LONGEST = 4000;
    private static final int MOST = 50;

    private final Acts acts;
    private final Regions regions;
    private final SealedChanges sealed;

    ConcludeComplaint(Acts acts, Regions regions, SealedChanges sealed) {
        this.acts = acts;
        this.regions = regions;
        this.sealed = sealed;
    }

    /**
     * The report; what the notice does not ask for may be null.
     *
     * @param from first day of the inquiry; @param until last day, itself included
     * @param founded whether what was brought forward is so
     * @param applicant how it is handled with the applicant; @param reviewers with those who audited and recommended him
     * @param evidence what proves it, one line each; what hangs on the complaint as a file (CaseFiles) need not be told again
     */
    public record Input(String key, UUID complaint, LocalDate from, LocalDate until, List<String> persons, String manner, String course, String conclusion, boolean founded,
                        String applicant, String reviewers, List<String> evidence) {}

    /** @param files SHA-256 of those that prove it and have come, with a blank between them */
    private record Seen(String region, UUID about, LocalDate received, boolean concluded, String files) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var report = report(input);
        var asked = new LinkedHashMap<>(report);
        asked.put("complaint", input.complaint());
        return acts.perform(actor, at, "concludeComplaint", input.key(), asked, List.of(), tx -> {
            var seen = locked(tx, input.complaint(), actor).orElse(null);
            if (seen == null)
                return Acts.Outcome.refused(Finding.refusal("complaint.not-found", null, Text.of("本单位受理的信访件", "a complaint that one's unit looks into"), Text.of("没有 " + input.complaint(), "there is none called " + input.complaint()), "input.complaint"));
            var own = Entries.oneself(tx, actor, seen.about());
            if (own.isPresent()) return Acts.Outcome.refused(own.get());
            var inquiry = inquiry(regions, seen.region());
            if (seen.concluded())
                return new Acts.Outcome(input.complaint(), List.of(Finding.refusal("complaint.concluded", inquiry.map(Inquiry::clause).orElse(null), Text.of("未办结的信访件", "one that is not concluded"), Text.of("已办结", "it is concluded"), "input.complaint")));
            var findings = problems(input, seen, inquiry, at.atZone(When.CHINA).toLocalDate());
            if (!findings.isEmpty()) return new Acts.Outcome(input.complaint(), findings);
            Sql.writeOne(tx, """
                    update complaint set looked_from = ?, looked_until = ?, persons = ?, manner = ?, course = ?, conclusion = ?, founded = ?, handling_applicant = ?, handling_reviewers = ?, evidence = ?,
                           concluded_at = ? where id = ?""", input.from(), input.until(), lines(input.persons()), input.manner(), input.course(), input.conclusion(), input.founded(), input.applicant(),
                    input.reviewers(), lines(input.evidence()), at, input.complaint());
            var told = new LinkedHashMap<>(Entries.cited(sealed.of(input.complaint(), Map.of(), report), inquiry));
            told.put("files", seen.files().isEmpty() ? List.of() : List.of(seen.files().split(" ")));
            Chain.COMPLAINT.add(tx, input.complaint(), Acts.entry(actor, "CONCLUDE_COMPLAINT", at, told), at);
            return new Acts.Outcome(input.complaint(), List.of());
        });
    }

    /** The complaint, locked, where the actor's unit looks into it or is the bureau of the city's region, and it is not about himself. */
    private static Optional<Seen> locked(Connection tx, UUID id, Viewer actor) throws SQLException {
        var region = Entries.region(tx, actor).filter(_ -> actor.isAny(Set.of(Role.HRSS_CITY))).orElse(null);
        return Sql.one(tx, row -> new Seen(row.getString("region"), row.getObject("about", UUID.class), row.getObject("received_at", OffsetDateTime.class).atZoneSameInstant(When.CHINA).toLocalDate(),
                        row.getObject("concluded_at") != null, row.getString("files")), """
                select region, about, received_at, concluded_at,
                       (select coalesce(string_agg(encode(f.sha256, 'hex'), ' ' order by f.place), '') from case_file f where f.complaint = complaint.id and f.received_at is not null) as files
                from complaint where id = ? and (unit = ? or region = ?) for no key update""", id, actor.organisation(), region)
                .filter(seen -> !seen.about().equals(actor.person()));
    }

    /** What the newest notice of a region says of how a complaint is looked into; empty where none says anything. */
    static Optional<Inquiry> inquiry(Regions regions, String region) {
        return regions.editions(region).reversed().stream().flatMap(edition -> edition.edition().integrity().value().stream()).flatMap(said -> said.inquiry().value().stream()).findFirst();
    }

    private static List<Finding> problems(Input input, Seen seen, Optional<Inquiry> inquiry, LocalDate today) {
        var clause = inquiry.map(Inquiry::clause).orElse(null);
        var asked = inquiry.map(Inquiry::report).orElse(List.of());
        var findings = new ArrayList<Finding>();
        dates(input, seen, today, asked.contains(Part.TIME), clause).ifPresent(findings::add);
        list(input.persons(), asked, Part.PERSONS, "input.persons", clause).ifPresent(findings::add);
        words(input.manner(), asked.contains(Part.MANNER), Part.MANNER, "input.manner", clause).ifPresent(findings::add);
        words(input.course(), asked.contains(Part.COURSE), Part.COURSE, "input.course", clause).ifPresent(findings::add);
        words(input.conclusion(), true, Part.CONCLUSION, "input.conclusion", clause).ifPresent(findings::add);
        words(input.applicant(), asked.contains(Part.HANDLING), Part.HANDLING, "input.handlingApplicant", clause).ifPresent(findings::add);
        words(input.reviewers(), asked.contains(Part.HANDLING), Part.HANDLING, "input.handlingReviewers", clause).ifPresent(findings::add);
        if (seen.files().isEmpty() || input.evidence() != null && !input.evidence().isEmpty()) list(input.evidence(), asked, Part.EVIDENCE, "input.evidence", clause).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> dates(Input input, Seen seen, LocalDate today, boolean asked, Clause clause) {
        if (input.from() == null && input.until() == null && !asked) return Optional.empty();
        var right = input.from() != null && input.until() != null && !input.from().isBefore(seen.received()) && !input.until().isBefore(input.from()) && !input.until().isAfter(today);
        return right ? Optional.empty() : Optional.of(Finding.refusal("complaint.time", clause, Text.of(Part.TIME.label().zh() + "：自受理之日 " + seen.received() + " 至今日 " + today, "from and until, not before it came on " + seen.received() + " nor after today, " + today),
                Text.of(shown(input.from()) + " 至 " + shown(input.until()), shown(input.from()) + " to " + shown(input.until())), "input.from"));
    }

    /** @param day null: none is told */
    private static String shown(LocalDate day) {
        return day == null ? "–" : day.toString();
    }

    private static Optional<Finding> words(String words, boolean asked, Part part, String path, Clause clause) {
        if (words == null && !asked) return Optional.empty();
        return Words.problems(code(part), clause, part.label(), words, LONGEST, path).stream().findFirst();
    }

    private static Optional<Finding> list(List<String> lines, List<Part> asked, Part part, String path, Clause clause) {
        if (lines == null || lines.isEmpty()) return asked.contains(part) ? words(null, true, part, path, clause) : Optional.empty();
        if (lines.size() > MOST)
            return Optional.of(Finding.refusal(code(part), clause, Text.of(part.label().zh() + "：至多 " + MOST + " 项", part.label().en() + ": " + MOST + " at most"), Text.of(lines.size() + " 项", "" + lines.size()), path));
        return IntStream.range(0, lines.size()).mapToObj(place -> words(lines.get(place), true, part, path + "." + place, clause)).flatMap(Optional::stream).findFirst();
    }

    private static String code(Part part) {
        return "complaint." + part.name().toLowerCase(Locale.ROOT);
    }

    private static String[] lines(List<String> lines) {
        return lines == null || lines.isEmpty() ? null : lines.toArray(String[]::new);
    }

    private static Map<String, Object> report(Input input) {
        var report = new LinkedHashMap<String, Object>();
        report.put("from", input.from());
        report.put("until", input.until());
        report.put("persons", input.persons());
        report.put("manner", input.manner());
        report.put("course", input.course());
        report.put("conclusion", input.conclusion());
        report.put("founded", input.founded());
        report.put("applicant", input.applicant());
        report.put("reviewers", input.reviewers());
        report.put("evidence", input.evidence());
        @SuppressWarnings("unchecked")
        var plain = (Map<String, Object>) Json.plain(report);
        return plain;
    }
}
