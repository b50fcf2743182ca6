package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.Names;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.AccountPolicy.By;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.Text;

/** Somebody registers himself (B24-3.2). Whether his identity number is known here already is not to be learned from it: it is his when the real-name check has said so, and nobody's before. */
@Singleton
public final class RegisterAccount {
    private final Acts acts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Policies policies;
    private final NewAccount accounts;
    private final Regions regions;
    private final Seal seal;
    private final SecurityLog security;
    private final SystemTime time;

    RegisterAccount(Acts acts, Attempts attempts, Passwords passwords, Policies policies, NewAccount accounts, Regions regions, DataKey key, SecurityLog security, SystemTime time) {
        this.acts = acts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.policies = policies;
        this.accounts = accounts;
        this.regions = regions;
        this.seal = new Seal(key, "registration");
        this.security = security;
        this.time = time;
    }

    /** @param key the client's own and random: asked again by it, this is the same registration */
    public record Input(String key, String region, String account, String password, String name, String identityNumber) {
        @Override
        public String toString() {
            return "registration of " + account;
        }
    }

    /** @return why it was refused; none where it was done */
    public List<Finding> perform(Visitor visitor, Instant at, Input input) {
        var wrongKey = Sessions.wrongKey(input.key());
        if (wrongKey.isPresent()) return List.of(wrongKey.get());
        var held = acts.open("registerAccount", tx -> attempts.count(tx, "registration", visitor.address(), time.now()));
        if (held.isPresent()) {
            security.refused("registration.held", null, "registerAccount", visitor.request());
            return List.of(Refusals.crowded(held.get()));
        }
        var findings = new ArrayList<>(Passwords.problems(input.password(), input.account(), "input.password"));
        if (regions.named(input.region()).isEmpty())
            findings.add(Refusals.noRegion(input.region()));
        else policies.mayMake(input.region(), Of.PERSON, List.of(By.ONESELF)).ifPresent(findings::add);
        Refusals.wrongPerson(input.name(), "input.name").ifPresent(findings::add);
        var number = Refusals.number(input.identityNumber(), "input.identityNumber", findings);
        if (!findings.isEmpty()) return findings;
        var hashed = passwords.hash(input.password());
        return acts.open("registerAccount", tx -> {
            var earlier = Sql.one(tx, row -> row.getBytes(1), "select r.asked_by from registration r join account a on a.id = r.account where a.name = ?", input.account());
            if (earlier.isPresent() && Arrays.equals(earlier.get(), Sessions.sha256(input.key()))) return List.of();
            var taken = accounts.wrongName(tx, input.account(), "input.account");
            if (taken.isPresent()) return List.of(taken.get());
            return made(tx, at, input, number, hashed);
        });
    }

    private List<Finding> made(Connection tx, Instant at, Input input, IdentityNumber number, String hashed) throws SQLException {
        var person = UUID.randomUUID();
        var account = UUID.randomUUID();
        var before = tx.setSavepoint();
        Sql.writeOne(tx, "insert into person (id, name, region, provisional, created_at) values (?, ?, ?, true, ?)", person, Names.kept(input.name()), input.region(), at);
        if (Sql.write(tx, "insert into account (id, name, person, roles, real_name, created_at) values (?, ?, ?, array['APPLICANT'], 'UNCHECKED', ?) on conflict (name) do nothing",
                account, input.account(), person, at) == 0) {
            tx.rollback(before); // somebody took the name at the same time
            return List.of(NewAccount.taken(input.account(), "input.account"));
        }
        Sql.writeOne(tx, "insert into credential (account, password, changed_at) values (?, ?, ?)", account, hashed, time.now());
        Sql.writeOne(tx, "insert into registration (account, asked_by, number, state, made_at) values (?, ?, ?, 'REGISTERED', ?)", account, Sessions.sha256(input.key()),
                seal.seal(account, number.number().getBytes(StandardCharsets.US_ASCII)), time.now());
        var actor = new Viewer(account, Set.of(Role.APPLICANT), person, null);
        Chain.ACCOUNT.add(tx, account, Acts.entry(actor, "REGISTER", at, Map.of("region", input.region(), "clauses", policies.makes(input.region(), Of.PERSON))), at);
        return List.of();
    }
}
