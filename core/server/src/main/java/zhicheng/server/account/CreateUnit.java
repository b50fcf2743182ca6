package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.Names;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.Text;

/** A bureau, or a department that founds committees, takes a unit in below itself and makes its account (J24-2.1), which audits and recommends for it. */
@Singleton
public final class CreateUnit {
    /** The constraint that holds a credit code once. */
    static final String CODE_RULE = "organisation_credit_code";

    private static final List<String> RULES = List.of(NewAccount.RULE, CODE_RULE, People.RULE);
    private static final int LONGEST_NAME = 200;

    private final Acts acts;
    private final Policies policies;
    private final NewAccount accounts;
    private final People people;

    CreateUnit(Acts acts, Policies policies, NewAccount accounts, People people) {
        this.acts = acts;
        this.policies = policies;
        this.accounts = accounts;
        this.people = people;
    }

    /**
     * @param creditCode null: it has none
     * @param clerk the name of its account
     * @param person who answers for what is done in it
     */
    public record Input(String key, String name, String creditCode, String kind, String areaCode, String clerk, Responsible person) {}

    /** For whom the actor acts, and whether that body founded a committee. */
    private record Seen(String region, boolean founder) {}

    public Made perform(Viewer actor, Visitor visitor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("name", input.name());
        asked.put("creditCode", input.creditCode());
        asked.put("kind", input.kind());
        asked.put("areaCode", input.areaCode());
        asked.put("clerk", input.clerk());
        asked.put("person", people.asked(input.person()));
        return Made.of(acts.perform(actor, at, "createUnit", input.key(), asked, RULES, tx -> {
            if (actor.organisation() == null) return Acts.Outcome.refused(Refusals.noUnit());
            var self = SeenAccount.acting(tx, actor).orElse(null);
            if (self == null) return Acts.Outcome.refused(Refusals.noUnit()); // it was closed while this waited
            var seen = Sql.one(tx, row -> new Seen(row.getString("region"), row.getBoolean("founder")),
                    "select o.region, exists (select from committee c where c.founder = o.id) as founder from organisation o where o.id = ?", actor.organisation()).orElseThrow();
            var findings = new ArrayList<>(problems(input));
            if (input.creditCode() != null) wrongCode(tx, input.creditCode()).ifPresent(findings::add);
            policies.mayMake(seen.region(), Of.UNIT, Policies.by(self, seen.founder())).ifPresent(findings::add);
            accounts.wrongName(tx, input.clerk(), "input.clerk").ifPresent(findings::add);
            findings.addAll(people.problems(input.person(), seen.region()));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var unit = UUID.randomUUID();
            var person = people.responsible(tx, actor, visitor, at, input.person(), unit, seen.region(), "createUnit", "CREATE_UNIT_REFUSED");
            if (person.refused() != null) return person.refused();
            var unasked = people.unasked(tx, actor, visitor, at, person.id(), seen.region(), "createUnit", "CREATE_UNIT_REFUSED", "input.person.identityNumber");
            if (unasked.isPresent()) return unasked.get();
            var both = People.both(tx, person.id(), Capacities.of(input.kind()), "input.person");
            if (both.isPresent()) return Acts.Outcome.refused(both.get());
            Sql.writeOne(tx, "insert into organisation (id, parent, name, credit_code, kind, region, area_code, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    unit, actor.organisation(), Names.kept(input.name()), input.creditCode(), input.kind(), seen.region(), input.areaCode(), at);
            var clerk = UUID.randomUUID();
            accounts.make(tx, clerk, input.clerk(), person.id(), unit, Capacities.of(input.kind()), at, unit, actor.account() + " " + input.key());
            var more = new LinkedHashMap<String, Object>();
            more.put("name", Names.kept(input.name()));
            more.put("creditCode", input.creditCode());
            more.put("kind", input.kind());
            more.put("areaCode", input.areaCode());
            more.put("account", clerk);
            more.put("person", person.id());
            more.put("parent", actor.organisation());
            more.put("clauses", policies.makes(seen.region(), Of.UNIT));
            if (person.known()) more.putAll(people.made(tx, actor, person.id(), clerk, unit, policies.makes(seen.region(), Of.UNIT), at));
            Chain.ORGANISATION.add(tx, unit, Acts.entry(actor, "CREATE_UNIT", at, more), at);
            return new Acts.Outcome(unit, List.of());
        }), accounts, actor.account() + " " + input.key());
    }

    /** What is malformed. Knows no database. */
    static List<Finding> problems(Input input) {
        var problems = new ArrayList<Finding>();
        wrongName(input.name()).ifPresent(problems::add);
        if (Capacities.of(input.kind()).isEmpty())
            problems.add(Finding.refusal("input", null, Text.of("用人单位或人事代理机构", "an employer or an agency"), Text.of(input.kind(), input.kind()), "input.kind"));
        wrongArea(input.areaCode()).ifPresent(problems::add);
        return problems;
    }

    static Optional<Finding> wrongName(String name) {
        return Refusals.wrongName(name, LONGEST_NAME, Text.of("名称", "name"), "input.name");
    }

    static Optional<Finding> wrongArea(String written) {
        return written.matches("[1-9]\\d{5}") ? Optional.empty()
                : Optional.of(Finding.refusal("input", null, Text.of("六位行政区划代码（GB/T 2260），如 620200", "a GB/T 2260 code of six digits, e.g. 620200"), Text.of(Finding.cut(written), Finding.cut(written)), "input.areaCode"));
    }

    /** What is wrong with a credit code, or that it is another's; empty where it can be taken. */
    static Optional<Finding> wrongCode(Connection tx, String written) throws SQLException {
        try {
            new CreditCode(written);
            return Sql.one(tx, row -> taken(), "select 1 from organisation where credit_code = ?", written);
        } catch (IllegalArgumentException e) {
            return Optional.of(Finding.refusal("credit-code", null, Text.of("校验码正确的统一社会信用代码", "a unified social credit code whose check characters fit"), Text.of("不是", e.getMessage()), "input.creditCode"));
        }
    }

    private static Finding taken() {
        return Finding.refusal("organisation.known", null, Text.of("尚未登记的单位", "a unit that is not known here yet"), Text.of("此统一社会信用代码已登记", "this credit code is known"), "input.creditCode");
    }
}
