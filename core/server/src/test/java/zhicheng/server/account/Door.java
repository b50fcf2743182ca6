package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static zhicheng.server.Applicant.input;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.Applicant;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.calendar.SetSystemTime;

/** Coming in to a {@link World}, as clients would. */
record Door(World world) {
    static final String PASSWORD = "小城故事多 2024 充满喜和乐";
    static final String SESSION = "session { accessToken accessUntil refreshToken refreshUntil } " + Applicant.FINDINGS;

    /** A world in which the system's time stands still. */
    static Door open(Object... settings) {
        var all = new Object[settings.length + 4];
        System.arraycopy(new Object[] {SetSystemTime.PROPERTY, "set", "zhicheng.log-in.attempts.address", 1000}, 0, all, 0, 4);
        System.arraycopy(settings, 0, all, 4, settings.length);
        return new Door(World.at("2024-09-18T10:00:00+08:00", all));
    }

    /** The name of a new account with {@link #PASSWORD}. */
    String account(String... roles) {
        var caller = world.account(null, world.organisation("HRSS", "xianning"), roles);
        world.write("insert into credential (account, password, changed_at) values (?, ?, ?)", caller.account(), world.bean(Passwords.class).hash(PASSWORD), world.now());
        return "a-" + caller.account();
    }

    static UUID id(String account) {
        return UUID.fromString(account.substring(2));
    }

    Map<String, Object> logIn(String account, String password) {
        return logIn(UUID.randomUUID().toString(), account, password);
    }

    Map<String, Object> logIn(String key, String account, String password) {
        return mutate(Caller.PUBLIC, "logIn", "LogInInput", SESSION, input("key", key, "account", account, "password", password));
    }

    Map<String, Object> refresh(String key, String token) {
        return mutate(Caller.PUBLIC, "refresh", "RefreshInput", SESSION, input("key", key, "refreshToken", token));
    }

    Map<String, Object> refresh(String token) {
        return refresh(UUID.randomUUID().toString(), token);
    }

    Map<String, Object> activate(String account, String code, String password) {
        return mutate(Caller.PUBLIC, "activateAccount", "ActivateAccountInput", SESSION, input("key", UUID.randomUUID().toString(), "account", account, "code", code, "password", password));
    }

    /** Another code for an account that nobody opened. */
    Map<String, Object> renew(Caller by, String key, String account) {
        return mutate(by, "renewCode", "RenewCodeInput", "code " + Applicant.FINDINGS, input("key", key, "account", account));
    }

    /** Another code for an account by the identity paper of its person. */
    Map<String, Object> restore(Caller by, Object... more) {
        var input = input("key", Applicant.key(), "document", "身份证原件（虚构）");
        input.putAll(input(more));
        return mutate(by, "restoreAccess", "RestoreAccessInput", "account code " + Applicant.FINDINGS, input);
    }

    /** What refuses that an account is closed, as codes. */
    List<String> close(Caller by, String account, Object... more) {
        var input = input("key", Applicant.key(), "account", account, "reason", "已离职");
        input.putAll(input(more));
        return Applicant.codes(mutate(by, "closeAccount", "CloseAccountInput", Applicant.FINDINGS, input));
    }

    /** A mutation's payload; an error instead of one fails the test. */
    Map<String, Object> mutate(Caller caller, String mutation, String type, String selection, Map<String, ?> input) {
        var reply = world.ask(caller, "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, mutation, selection), Map.of("input", input));
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        assertEquals(200, reply.status());
        Map<String, Object> payload = reply.at("data", mutation);
        assertNotNull(payload, () -> reply.body().toString());
        return payload;
    }

    SetSystemTime time() {
        return world.bean(SetSystemTime.class);
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> session(Map<String, Object> payload) {
        assertEquals(List.of(), payload.get("findings"));
        return (Map<String, String>) payload.get("session");
    }

    /** Whoever has this access token. */
    static Caller with(Map<String, String> session) {
        return new Caller(null, session.get("accessToken"));
    }
}
