package zhicheng.server.account;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.Names;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.outside.Platform;
import zhicheng.server.outside.realname.RealNameCheck;
import zhicheng.server.outside.realname.RealNameSettings;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.SealedChanges;

/**
 * Real-name checks that are under way: asked outside of any transaction, and again, later and later, where nobody answers. Each is taken by one server at a
 * time: whoever takes it puts its next time off first, so that it is lost with no server.
 */
@Singleton
@Requires(beans = DataSource.class)
public class RealNames {
    private static final Logger LOG = LoggerFactory.getLogger(RealNames.class);
    private static final int AT_ONCE = 20;

    private final Acts acts;
    private final RealNameCheck outside;
    private final RealNameSettings settings;
    private final IdentityVault vault;
    private final People people;
    private final Policies policies;
    private final SealedChanges changes;
    private final Seal seal;
    private final SystemTime time;
    private final OfficialClock official;

    RealNames(Acts acts, RealNameCheck outside, RealNameSettings settings, IdentityVault vault, People people, Policies policies, SealedChanges changes, DataKey key, SystemTime time,
            OfficialClock official) {
        this.acts = acts;
        this.outside = outside;
        this.settings = settings;
        this.vault = vault;
        this.people = people;
        this.policies = policies;
        this.changes = changes;
        this.seal = new Seal(key, "registration");
        this.time = time;
        this.official = official;
    }

    /** One that is to be asked; {@code number} and {@code proof} sealed. */
    private record Due(Viewer viewer, String name, byte[] number, byte[] proof) {}

    /** Asks every check that is due, as often as there are any. */
    @Scheduled(fixedDelay = "${zhicheng.outside.real-name.look-every:30s}", initialDelay = "${zhicheng.outside.real-name.look-every:30s}")
    public void askDue() {
        for (var asked = 0; asked < AT_ONCE; asked++) {
            var due = acts.open("confirmRealName", tx -> take(tx, Optional.empty()));
            if (due.isEmpty()) return;
            ask(due.get());
        }
    }

    /** Asks the one of this account, if it is to be asked now. */
    void ask(UUID account) {
        acts.open("confirmRealName", tx -> take(tx, Optional.of(account))).ifPresent(this::ask);
    }

    /** A number or a proof as a registration keeps it. */
    byte[] sealed(UUID account, String told) {
        return seal.seal(account, told.getBytes(StandardCharsets.UTF_8));
    }

    String opened(UUID account, byte[] sealed) {
        return new String(seal.open(account, sealed), StandardCharsets.UTF_8);
    }

    private Optional<Due> take(Connection tx, Optional<UUID> account) throws SQLException {
        var now = time.now();
        var id = Sql.one(tx, row -> row.getObject(1, UUID.class),
                "select account from registration where state = 'PENDING' and next_at <= ? and (?::uuid is null or account = ?) order by next_at limit 1 for no key update skip locked", now, account.orElse(null), account.orElse(null));
        if (id.isEmpty()) return Optional.empty();
        var tries = Sql.one(tx, row -> row.getInt(1), "select tries from registration where account = ?", id.get()).orElseThrow();
        Sql.writeOne(tx, "update registration set tries = tries + 1, next_at = ? where account = ?", now.plus(Platform.patience(settings.again(), tries)), id.get());
        return Sql.one(tx, row -> new Due(SeenAccount.viewer(row, "id"), row.getString("person_name"), row.getBytes("number"), row.getBytes("proof")), """
                select a.id, a.roles, a.person, a.organisation, p.name as person_name, r.number, r.proof from registration r join account a on a.id = r.account join person p on p.id = a.person where r.account = ?""", id.get());
    }

    private void ask(Due due) {
        var account = due.viewer().account();
        var number = new IdentityNumber(opened(account, due.number()));
        var answer = outside.ask(due.name(), number.number(), opened(account, due.proof()));
        if (answer == RealNameCheck.Answer.CANNOT_TELL) {
            LOG.info("the real name of account {} could not be checked, and is asked again", account);
            return;
        }
        acts.open("confirmRealName", tx -> {
            Sql.one(tx, row -> row.getObject(1), "select id from account where id = ? for update", account); // before whatever else; and nothing is done meanwhile in this account
            var pending = Sql.one(tx, row -> row.getString(1), "select state from registration where account = ? for no key update", account).filter("PENDING"::equals);
            if (pending.isPresent()) decided(tx, due, number, answer, official.now());
            return null;
        });
    }

    private void decided(Connection tx, Due due, IdentityNumber number, RealNameCheck.Answer answer, Instant at) throws SQLException {
        var account = due.viewer().account();
        var known = answer == RealNameCheck.Answer.DIFFERS ? Optional.<People.Known>empty() : people.known(tx, number);
        var others = known.isEmpty() ? List.<Applying>of() : people.applying(tx, known.get().id()).stream().filter(one -> !one.id().equals(account)).toList();
        var his = others.stream().filter(Applying::stands).findFirst();
        var state = answer == RealNameCheck.Answer.DIFFERS ? "DIFFERS" : his.isPresent() ? "HAS_ACCOUNT" : "PASSED";
        var clauses = policies.checks(policies.region(tx, due.viewer()));
        if (state.equals("PASSED")) {
            for (var unopened : others) unopened.giveWay(tx, due.viewer(), clauses, at);
            own(tx, due, number, clauses, at);
            Sql.writeOne(tx, "update account set real_name = 'PASSED' where id = ?", account);
        } else if (state.equals("HAS_ACCOUNT")) {
            called(tx, due, known.orElseThrow(), clauses, at); // or the platform would not know him by it when he resets that one's password
        }
        Sql.writeOne(tx, "update registration set state = ?, other_account = ?, proof = null, next_at = null where account = ?", state, his.map(Applying::id).orElse(null), account);
        var more = new LinkedHashMap<String, Object>();
        more.put("result", state);
        more.put("clauses", clauses);
        Chain.ACCOUNT.add(tx, account, Acts.entry(due.viewer(), "REAL_NAME_" + state, at, more), at);
    }

    /** Somebody who was known is called as was checked: whoever entered him may have mistyped it. */
    private void called(Connection tx, Due due, People.Known known, List<String> clauses, Instant at) throws SQLException {
        if (!Names.kept(known.name()).equals(Names.kept(due.name()))) people.correct(tx, due.viewer(), known, due.name(), null, clauses, at);
    }

    /** From now on the number is his. Somebody who was known without an account, by his certificates for instance, is he, has what he kept until now, and is called as was checked. He is told of the accounts that stand in his name. */
    private void own(Connection tx, Due due, IdentityNumber number, List<String> clauses, Instant at) throws SQLException {
        Sql.one(tx, row -> row.getLong(1), "select count(*) from (select from dossier where applicant = ? order by id for no key update) his", due.viewer().person()); // before him, as whoever acts on one
        Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", due.viewer().person());
        var known = people.known(tx, number).orElse(null);
        if (known != null) {
            called(tx, due, known, clauses, at);
            new CarryOver(tx, due.viewer(), known.id(), at, clauses).perform(changes);
            people.tellOfOthers(tx, known.id(), due.viewer().account(), clauses, at);
            return;
        }
        var kept = vault.keep(due.viewer().person(), number);
        Sql.writeOne(tx, "update person set identity_masked = ?, identity_cipher = ?, identity_index = ?, birth_date = ?, gender = ?, provisional = false where id = ?", kept.masked(), kept.cipher(), kept.index(), number.birthDate(),
                number.female() ? "FEMALE" : "MALE", due.viewer().person());
    }
}
