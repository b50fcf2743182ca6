package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.outside.verification.Item;
import zhicheng.server.outside.verification.Item.Kind;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * An applicant has something that he tells verified by the platform that knows it (B23-2.2, B24-4.3, X24-6.2), so that he need not prove it by papers. Where no
 * platform answers, it stands as one of which nobody can tell, and is asked again; nothing waits for it.
 */
@Singleton
public final class VerifyItem {
    /** Of how many items of one person it is ever asked: many lives' worth, and an end to asking. */
    private static final int MOST = 500;

    private final Acts acts;
    private final Verifications verifications;
    private final SystemTime time;

    VerifyItem(Acts acts, Verifications verifications, SystemTime time) {
        this.acts = acts;
        this.verifications = verifications;
        this.time = time;
    }

    /**
     * @param place in the profile's list of such items, from 0; null for those that stand elsewhere
     * @param achievement the certificate that a qualification is; null for the others
     */
    public record Input(String key, Kind kind, Integer place, UUID achievement) {}

    /** The person as one select saw him, locked. */
    private record Seen(boolean numbered, String employer, String creditCode, Map<String, Object> profile) {}

    /** What is known of an item already. */
    private record Known(UUID id, String state, LocalDate until) {
        /** Whether asking again could bring anything new. */
        boolean stands(Instant at) {
            return state.equals("CANNOT_TELL") || state.equals("VERIFIED") && (until == null || !at.atZone(When.CHINA).toLocalDate().isAfter(until));
        }
    }

    /** @return with the verification as its subject */
    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        var asked = new LinkedHashMap<String, Object>();
        asked.put("kind", input.kind());
        asked.put("place", input.place());
        asked.put("achievement", input.achievement());
        var outcome = acts.perform(actor, at, "verifyItem", input.key(), asked, List.of(), tx -> {
            var seen = locked(tx, actor.person());
            var findings = new ArrayList<>(shape(input));
            if (!seen.numbered()) findings.add(noNumber());
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var item = item(tx, actor, input, seen);
            if (item.isEmpty()) return Acts.Outcome.refused(noItem(input));
            var known = Sql.one(tx, row -> new Known(row.getObject("id", UUID.class), row.getString("state"), row.getObject("valid_until", LocalDate.class)),
                    "select id, state, valid_until from verification where person = ? and kind = ? and told_hash = ?", actor.person(), input.kind().name(), item.get().hash()).orElse(null);
            if (known != null && known.stands(at)) return new Acts.Outcome(known.id(), List.of(stands(known)));
            var asks = Sql.one(tx, row -> row.getInt(1), "select count(*) from verification where person = ?", actor.person()).orElseThrow();
            if (known == null && asks >= MOST) return Acts.Outcome.refused(many(asks));
            var id = known == null ? UUID.randomUUID() : known.id();
            if (known == null)
                Sql.writeOne(tx, "insert into verification (id, person, kind, achievement, told, told_hash, state, account, asked_at, next_at) values (?, ?, ?, ?, ?::jsonb, ?, 'CANNOT_TELL', ?, ?, ?)",
                        id, actor.person(), input.kind().name(), input.achievement(), item.get().json(), item.get().hash(), actor.account(), at, time.now());
            else
                Sql.writeOne(tx, "update verification set state = 'CANNOT_TELL', account = ?, asked_at = ?, tries = 0, next_at = ?, source = null, answered_at = null, valid_until = null where id = ?",
                        actor.account(), at, time.now(), id);
            Verifications.write(tx, actor, "VERIFY_ITEM", at, id, input.kind(), Json.change(known == null ? null : known.state(), "CANNOT_TELL"), null);
            return new Acts.Outcome(id, List.of());
        });
        if (outcome.findings().isEmpty()) verifications.ask(outcome.subject());
        return outcome;
    }

    private static Seen locked(Connection tx, UUID person) throws SQLException {
        Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", person);
        return Sql.one(tx, row -> new Seen(row.getBoolean("numbered"), row.getString("employer"), row.getString("credit_code"), Json.map(row.getString("profile"))), """
                select p.identity_cipher is not null as numbered, o.name as employer, o.credit_code, coalesce((select f.facts from profile f where f.person = p.id), '{}')::text as profile
                from person p left join organisation o on o.id = p.employer where p.id = ?""", person).orElseThrow();
    }

    /** What is to be asked about; empty where he tells no such thing, or it is another's. */
    private static Optional<Item> item(Connection tx, Viewer actor, Input input, Seen seen) throws SQLException {
        return switch (input.kind()) {
            case EDUCATION, TRAINING_HOURS, TITLE -> Item.of(input.kind(), seen.profile(), input.place());
            case SOCIAL_INSURANCE -> {
                var told = new LinkedHashMap<String, Object>();
                told.put("employer", seen.employer());
                told.put("creditCode", seen.creditCode());
                yield seen.employer() == null ? Optional.empty() : Optional.of(Item.of(input.kind(), told));
            }
            case QUALIFICATION -> SeenAchievement.locked(tx, input.achievement(), actor.person()).filter(one -> !one.removed() && "CERTIFICATE".equals(one.told().get("kind"))).map(one -> Item.of(input.kind(), one.told()));
        };
    }

    /** Whether the item is named in the way in which such items are. */
    static List<Finding> shape(Input input) {
        var findings = new ArrayList<Finding>();
        if (input.kind().list().isPresent() != (input.place() != null))
            findings.add(Finding.refusal("input", null, input.kind().list().map(list -> Text.of("个人档案所列" + input.kind().label() + "中的位置，从 0 起", "a place in the profile's " + list + ", from 0")).orElse(Text.of("没有位置", "no place")),
                    input.place() == null ? Text.of("未给出", "none") : Text.of("" + input.place(), "" + input.place()), "input.place"));
        if ((input.kind() == Kind.QUALIFICATION) != (input.achievement() != null))
            findings.add(Finding.refusal("input", null, input.kind() == Kind.QUALIFICATION ? Text.of("业绩档案库中的证书", "a certificate of the store") : Text.of("没有业绩", "no achievement"),
                    input.achievement() == null ? Text.of("未给出", "none") : Text.of("" + input.achievement(), "" + input.achievement()), "input.achievement"));
        return findings;
    }

    private static Finding noNumber() {
        return Finding.refusal("verification.no-number", null, Text.of("已核实的身份号码", "an identity number that is known to be his"), Text.of("尚无", "there is none yet"), null)
                .remedy(Text.of("先通过实名制验证", "have the real name checked first (confirmRealName)"), null);
    }

    /** The same answer whether it does not exist or is another's. */
    private static Finding noItem(Input input) {
        return switch (input.kind()) {
            case SOCIAL_INSURANCE -> Finding.refusal("verification.item", null, Text.of("绑定的用人单位", "an employer to whom one is bound"), Text.of("没有", "there is none"), null);
            case QUALIFICATION -> Finding.refusal("verification.item", null, Text.of("本人业绩档案库中的证书", "a certificate (CERTIFICATE) of one's own store"), Text.of("没有 " + input.achievement(), "there is none called " + input.achievement()), "input.achievement");
            case EDUCATION, TRAINING_HOURS, TITLE -> Finding.refusal("verification.item", null, Text.of("个人档案中的一项" + input.kind().label(), "one of the profile's " + input.kind().list().orElseThrow()),
                    Text.of("没有第 " + input.place() + " 项", "there is none at place " + input.place()), "input.place");
        };
    }

    private static Finding many(int asks) {
        return Finding.refusal("verification.many", null, Text.of("每人合计至多核验 " + MOST + " 项", "at most " + MOST + " items of one person in all"), Text.of("已有 " + asks + " 项", "there are " + asks), null);
    }

    private static Finding stands(Known known) {
        return known.state().equals("VERIFIED")
                ? Finding.refusal("verification.stands", null, Text.of("尚未核验的内容", "something that is not verified"), Text.of("已核验，且在有效期内", "this is, and holds"), null)
                : Finding.refusal("verification.under-way", null, Text.of("未在核验中的内容", "something that is not being verified"), Text.of("平台尚未答复，将自动再次询问", "no platform has told yet; it is asked again of itself"), null);
    }
}
