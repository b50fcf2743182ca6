package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.Text;

/** An account that is made for somebody else, and the code by which he sets its first password. */
@Singleton
final class NewAccount {
    /** The constraint that holds a name once. */
    static final String RULE = "account_name_is_taken";

    private final Sessions sessions;
    private final SystemTime time;

    NewAccount(Sessions sessions, SystemTime time) {
        this.sessions = sessions;
        this.time = time;
    }

    /** What is wrong with a name for an account; empty where it can be taken. */
    Optional<Finding> wrongName(Connection tx, String name, String path) throws SQLException {
        if (!isName(name))
            return Optional.of(Finding.refusal("account.name", null, Text.of("3 至 63 个字符：小写字母、数字、. _ -，以字母或数字开头", "3 to 63 characters: lower-case letters, digits, . _ -, a letter or digit first"),
                    name.isBlank() ? Text.of("空", "nothing") : Text.of(Finding.cut(name), Finding.cut(name)), path));
        return Sql.one(tx, row -> true, "select 1 from account where name = ?", name)
                .map(_ -> taken(name, path));
    }

    /** As an account can be called. */
    static boolean isName(String name) {
        return name.matches("[a-z0-9][a-z0-9._-]{2,62}");
    }

    static Finding taken(String name, String path) {
        return Finding.refusal("account.name-taken", null, Text.of("未被占用的账号名", "a name that nobody has"), Text.of(name + " 已被占用", name + " is taken"), path);
    }

    /** @param about what its code hangs on together with the key: the code is found again by both, and its hash alone is kept */
    void make(Connection tx, UUID id, String name, UUID person, UUID organisation, List<Role> roles, Instant at, UUID about, String key) throws SQLException {
        Sql.writeOne(tx, "insert into account (id, name, person, organisation, roles, created_at) values (?, ?, ?, ?, ?, ?)", id, name, person, organisation, roles.stream().map(Role::name).toArray(String[]::new), at);
        Sql.writeOne(tx, "insert into credential (account, code, code_until, changed_at) values (?, ?, ?, ?)", id, Sessions.sha256(sessions.code(about, key)), time.now().plus(sessions.code()), time.now());
    }

    /** Another code opens an account from now on, as long as a first one does, and hangs on the account and the key; the one before, or the password, does no more. */
    void renew(Connection tx, UUID id, String key) throws SQLException {
        Sql.writeOne(tx, "update credential set password = null, code = ?, code_until = ?, changed_at = ? where account = ?", Sessions.sha256(sessions.code(id, key)), time.now().plus(sessions.code()), time.now(), id);
    }

    /** Its code opens an account no more that nobody ever opened. */
    static void voidCode(Connection tx, UUID id) throws SQLException {
        Sql.writeOne(tx, "update credential set code_until = changed_at where account = ?", id);
    }

    /** The code of an account that was made about this under this key. */
    String code(UUID about, String key) {
        return sessions.code(about, key);
    }
}
