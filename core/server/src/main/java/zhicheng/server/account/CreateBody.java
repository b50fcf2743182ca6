package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.Names;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Region;
import zhicheng.spi.Text;

/**
 * The administrator takes a body in that audits or decides (a bureau, a department, a committee's office), with its first account: no notice makes them, they are
 * there before it; whose account it is is not asked whether he agrees ({@link AgreeToAccount}), and is told. They take in the units below themselves ({@link CreateUnit}, J24-2.1).
 */
@Singleton
public final class CreateBody {
    private static final List<String> RULES = List.of(NewAccount.RULE, CreateUnit.CODE_RULE, People.RULE);

    private final Acts acts;
    private final Regions regions;
    private final NewAccount accounts;
    private final People people;

    CreateBody(Acts acts, Regions regions, NewAccount accounts, People people) {
        this.acts = acts;
        this.regions = regions;
        this.accounts = accounts;
        this.people = people;
    }

    /**
     * @param creditCode null: it has none
     * @param parent the body above it, of the same region or of another; null: none
     * @param account the name of its first account
     * @param person who answers for what is done in it
     */
    public record Input(String key, String name, String creditCode, String kind, String region, String areaCode, UUID parent, String account, List<Role> capacities, Responsible person) {}

    public Made perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("name", input.name());
        asked.put("creditCode", input.creditCode());
        asked.put("kind", input.kind());
        asked.put("region", input.region());
        asked.put("areaCode", input.areaCode());
        asked.put("parent", input.parent());
        asked.put("account", input.account());
        asked.put("capacities", input.capacities());
        asked.put("person", people.asked(input.person()));
        return Made.of(acts.perform(actor, at, "createBody", input.key(), asked, RULES, tx -> {
            if (SeenAccount.acting(tx, actor).isEmpty()) return Acts.Outcome.refused(Refusals.closed());
            var findings = new ArrayList<Finding>();
            CreateUnit.wrongName(input.name()).ifPresent(findings::add);
            CreateUnit.wrongArea(input.areaCode()).ifPresent(findings::add);
            if (input.creditCode() != null) CreateUnit.wrongCode(tx, input.creditCode()).ifPresent(findings::add);
            Capacities.wrong(input.kind(), input.capacities()).ifPresent(findings::add);
            Capacities.wrongLevel(input.areaCode(), input.capacities()).ifPresent(findings::add);
            regions.named(input.region()).ifPresentOrElse(region -> elsewhere(region, input.kind(), input.areaCode()).ifPresent(findings::add), () -> findings.add(Refusals.noRegion(input.region())));
            if (input.parent() != null && Sql.one(tx, row -> row.getString(1), "select kind from organisation where id = ?", input.parent()).filter(kind -> !Capacities.ofBody(kind).isEmpty()).isEmpty())
                findings.add(Refusals.noBody(input.parent(), "input.parent"));
            accounts.wrongName(tx, input.account(), "input.account").ifPresent(findings::add);
            findings.addAll(people.problems(input.person(), input.region()));
            if (findings.isEmpty() && stands(tx, input))
                findings.add(Finding.refusal("organisation.known", null, Text.of("尚未登记的机构", "a body that is not known here yet"), Text.of("同名、同类、同一地区的机构已登记", "one of this name and kind is known in this area"), "input.name")
                        .remedy(Text.of("为其建立账号（createBodyAccount）", "make an account for it (createBodyAccount)"), null));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var body = UUID.randomUUID();
            var person = people.responsible(tx, actor, visitor, at, input.person(), body, input.region(), "createBody", "CREATE_BODY_REFUSED");
            if (person.refused() != null) return person.refused();
            var both = People.both(tx, person.id(), input.capacities(), "input.capacities");
            if (both.isPresent()) return Acts.Outcome.refused(both.get());
            Sql.writeOne(tx, "insert into organisation (id, parent, name, credit_code, kind, region, area_code, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    body, input.parent(), Names.kept(input.name()), input.creditCode(), input.kind(), input.region(), input.areaCode(), at);
            var account = UUID.randomUUID();
            accounts.make(tx, account, input.account(), person.id(), body, input.capacities().stream().distinct().sorted().toList(), at, body, actor.account() + " " + input.key());
            var more = new LinkedHashMap<String, Object>(Map.of("account", account, "person", person.id(), "capacities", input.capacities().stream().map(Enum::name).distinct().sorted().toList(), "clauses", List.of()));
            more.put("name", Names.kept(input.name()));
            more.put("creditCode", input.creditCode());
            more.put("kind", input.kind());
            more.put("region", input.region());
            more.put("areaCode", input.areaCode());
            more.put("parent", input.parent());
            if (person.known()) more.putAll(people.made(tx, actor, person.id(), account, body, List.of(), at));
            Chain.ORGANISATION.add(tx, body, Acts.entry(actor, "CREATE_BODY", at, more), at);
            return new Acts.Outcome(body, List.of());
        }), accounts, actor.account() + " " + input.key());
    }

    /**
     * A bureau sees what is handed in in its region: it lies in the region's area, or is the province's. Departments and committees' offices may lie anywhere in the province, which entrusted reviews reach (J24-2.2d). What
     * is no code is {@link CreateUnit#wrongArea}'s to say.
     */
    private static Optional<Finding> elsewhere(Region region, String kind, String areaCode) {
        var province = region.areaCode().substring(0, 2);
        var area = region.areaCode().substring(0, 4);
        var isBureau = kind.equals("HRSS");
        if (areaCode.startsWith(isBureau ? area : province) || areaCode.equals(province + "0000") || CreateUnit.wrongArea(areaCode).isPresent()) return Optional.empty();
        var asked = isBureau
                ? Text.of("该地区的行政区划代码：" + area + " 开头，或本省 " + province + "0000", "a code of the region's area: one that begins with " + area + ", or the province's, " + province + "0000")
                : Text.of("该地区所在省的行政区划代码：" + province + " 开头", "a code of the region's province: one that begins with " + province);
        return Optional.of(Finding.refusal("organisation.area", null, asked, Text.of(areaCode, areaCode), "input.areaCode"));
    }

    /** Whether there is one already that looks the same. Whoever asks for the same one at the same time waits until this transaction ends. */
    private static boolean stands(Connection tx, Input input) throws SQLException {
        var name = Names.kept(input.name());
        Sql.one(tx, _ -> true, "select pg_advisory_xact_lock(hashtextextended(?, 0))", String.join(" ", "createBody", input.region(), input.areaCode(), input.kind(), name));
        return Stream.of(Sql.one(tx, row -> (String[]) row.getArray(1).getArray(), "select array(select name from organisation where (kind, region, area_code) = (?, ?, ?))", input.kind(), input.region(), input.areaCode()).orElseThrow())
                .anyMatch(other -> Names.kept(other).equals(name));
    }
}
