package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.AccountPolicy.After;
import zhicheng.spi.AccountPolicy.By;
import zhicheng.spi.AccountPolicy.Ground;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.Text;

/** What the newest notice of a region says of accounts, asked the way commands ask it; where it is silent, the server's setting speaks. */
@Singleton
public final class Policies {
    private final Regions regions;
    private final AccountSettings silent;

    Policies(Regions regions, AccountSettings silent) {
        this.regions = regions;
        this.silent = silent;
    }

    /** Why none of {@code by} makes accounts of this kind in a region; empty where one does. */
    Optional<Finding> mayMake(String region, Of of, List<By> by) {
        var makers = policy(region).flatMap(policy -> policy.makers().value()).orElse(List.of()).stream().filter(maker -> maker.of() == of).toList();
        if (makers.isEmpty()) {
            var allowed = of == Of.PERSON ? silent.persons() : silent.units();
            return by.stream().anyMatch(allowed::contains) ? Optional.empty() : Optional.of(Finding.refusal("account.maker", null,
                    Text.of("由" + zh(allowed) + "建立（通知未规定，按本服务器设置 zhicheng.accounts.where-silent）", "made by " + en(allowed) + " (the notice does not say; this server's setting zhicheng.accounts.where-silent does)"),
                    made(by), null));
        }
        return makers.stream().anyMatch(maker -> maker.by().stream().anyMatch(by::contains)) ? Optional.empty()
                : Optional.of(Finding.refusal("account.maker", makers.getFirst().clause(), makers.getFirst().says(), made(by), null));
    }

    private static Text made(List<By> by) {
        return by.isEmpty() ? Text.of("由其他单位建立", "made by somebody else") : Text.of("由" + zh(by) + "建立", "made by " + en(by));
    }

    private static String zh(Collection<By> makers) {
        return makers.stream().sorted().map(one -> one.label().zh()).collect(Collectors.joining("、"));
    }

    private static String en(Collection<By> makers) {
        return makers.stream().sorted().map(one -> one.label().en()).collect(Collectors.joining(", "));
    }

    /** As what somebody above units makes their accounts. @param founder whether his body founded a committee */
    static List<By> by(Viewer actor, boolean founder) {
        var by = new ArrayList<By>();
        if (actor.isAny(Set.of(Role.HRSS_CITY, Role.HRSS_COUNTY))) by.add(By.BUREAU);
        if (actor.isAny(Set.of(Role.SUPERIOR_DEPT, Role.COMMITTEE_ORGANISER)) && founder) by.add(By.DEPARTMENT);
        return by;
    }

    /** By which clauses accounts of this kind are made; empty where the notice does not say. */
    List<String> makes(String region, Of of) {
        return policy(region).flatMap(policy -> policy.makers().value()).orElse(List.of()).stream().filter(maker -> maker.of() == of).map(maker -> maker.clause().id()).toList();
    }

    /** By which clauses a real name is checked before business is done; empty where the notice does not say. */
    List<String> checks(String region) {
        return policy(region).flatMap(policy -> policy.openings().value()).orElse(List.of()).stream().filter(opening -> opening.after() == After.REAL_NAME).map(opening -> opening.clause().id()).distinct().toList();
    }

    /** By which clause a unit's account serves its own people alone; empty where the notice does not say. */
    List<String> own(String region) {
        return own(regions, region);
    }

    /** As {@link #own(String)}, for who acts for a unit elsewhere. */
    public static List<String> own(Regions regions, String region) {
        return reaches(policy(regions, region)).stream().limit(1).map(reach -> reach.clause().id()).toList();
    }

    /** The region in which an account is: that of the unit for which it acts, else the person's. */
    String region(Connection tx, Viewer viewer) throws SQLException {
        return Sql.one(tx, row -> row.getString(1), "select coalesce((select region from organisation where id = ?), (select region from person where id = ?))", viewer.organisation(), viewer.person()).orElseThrow();
    }

    /** Why a unit does not act for anybody on this ground; empty where it does, or the notice does not say on which. */
    Optional<Finding> wrongGround(String region, Ground ground) {
        var reaches = reaches(region);
        return reaches.isEmpty() || reaches.stream().anyMatch(reach -> reach.grounds().contains(ground)) ? Optional.empty()
                : Optional.of(Finding.refusal("binding.ground", reaches.getFirst().clause(), reaches.getFirst().says(), Text.of("依据为" + ground.label().zh(), "on the ground of " + ground.label().en()), "input.ground"));
    }

    /** By which clause a unit acts on this ground; empty where the notice does not say. */
    List<String> acts(String region, Ground ground) {
        return reaches(region).stream().filter(reach -> reach.grounds().contains(ground)).map(reach -> reach.clause().id()).toList();
    }

    /** A unit tried to act for somebody who is not its own. */
    Finding notOwn(String region, Text shown, String path) {
        var reaches = reaches(region);
        return Finding.refusal("unit.not-own", reaches.isEmpty() ? null : reaches.getFirst().clause(),
                reaches.isEmpty() ? Text.of("单位只为本单位人员办理", "a unit acts for its own people alone") : reaches.getFirst().says(), shown, path);
    }

    private List<AccountPolicy.Reach> reaches(String region) {
        return reaches(policy(region));
    }

    private static List<AccountPolicy.Reach> reaches(Optional<AccountPolicy> policy) {
        return policy.flatMap(one -> one.reaches().value()).orElse(List.of());
    }

    /** Empty where no edition of it is loaded, or its newest does not say anything of accounts. */
    Optional<AccountPolicy> policy(String region) {
        return policy(regions, region);
    }

    private static Optional<AccountPolicy> policy(Regions regions, String region) {
        var editions = regions.editions(region);
        return editions.isEmpty() ? Optional.empty() : editions.getLast().edition().accountPolicy().value();
    }
}
