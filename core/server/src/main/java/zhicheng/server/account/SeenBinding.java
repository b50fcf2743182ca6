package zhicheng.server.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.AccountPolicy.Ground;
import zhicheng.spi.Text;

/**
 * A binding as one select saw it, locked together with its person.
 *
 * @param employer the person's employer now; null: none
 */
record SeenBinding(UUID id, UUID person, UUID organisation, String region, Ground ground, String state, int version, UUID employer) {
    /** Those of which a person has one at a time. */
    private static final Map<String, Text> STATES = Map.of("REQUESTED", Text.of("已申请", "asked for"), "CONFIRMED", Text.of("已确认", "confirmed"), "REFUSED", Text.of("未同意", "refused"), "ENDED", Text.of("已解除", "ended"));

    static final List<Ground> EMPLOYING = List.of(Ground.EMPLOYMENT, Ground.LABOUR_RELATION);

    private static final String LOOK = "select b.id, b.person, b.organisation, b.region, b.ground, b.state, b.version, p.employer from binding b join person p on p.id = b.person ";

    static Optional<SeenBinding> locked(Connection tx, UUID id) throws SQLException {
        var person = Sql.one(tx, row -> row.getObject(1), "select id from person where id = (select person from binding where id = ?) for no key update", id);
        return person.isEmpty() ? Optional.empty() : Sql.one(tx, SeenBinding::of, LOOK + "where b.id = ? for no key update of b", id);
    }

    /** The binding by which a person is employed now; empty where none is. His row is locked. */
    static Optional<SeenBinding> employing(Connection tx, UUID person) throws SQLException {
        return Sql.one(tx, SeenBinding::of, LOOK + "where b.person = ? and b.state = 'CONFIRMED' and b.ground = any (?) for no key update of b", person, EMPLOYING.stream().map(Enum::name).toArray(String[]::new));
    }

    private static SeenBinding of(ResultSet row) throws SQLException {
        return new SeenBinding(row.getObject("id", UUID.class), row.getObject("person", UUID.class), row.getObject("organisation", UUID.class),
                row.getString("region"), Ground.valueOf(row.getString("ground")), row.getString("state"), row.getInt("version"), row.getObject("employer", UUID.class));
    }

    /** Why a unit of a kind does not stand for anybody on a ground: a file is kept, and an agent is, by an agency or talent body; anybody employs. Empty where it may. */
    static Optional<Finding> wrongUnit(String kind, Ground ground, String path) {
        return EMPLOYING.contains(ground) || kind.equals("AGENCY") ? Optional.empty()
                : Optional.of(Finding.refusal("binding.unit", null, Text.of("人事代理、人才服务机构", "an agency or talent body"), Capacities.label(kind), path));
    }

    boolean isEmploying() {
        return EMPLOYING.contains(ground);
    }

    /** What stands against doing something with it that one does in {@code asked}. */
    Optional<Finding> wrong(int given, List<String> asked) {
        if (!asked.contains(state)) return Optional.of(Finding.refusal("binding.state", null, Text.of("绑定处于：" + asked.stream().map(one -> STATES.get(one).zh()).collect(Collectors.joining("、")), "one that is " + asked.stream().map(one -> STATES.get(one).en()).collect(Collectors.joining(", "))), STATES.get(state), "input.binding"));
        if (version != given) return Optional.of(Finding.refusal("binding.version", null, Text.of("基于最新版本：第 " + version + " 版", "based on the latest version, " + version),
                Text.of("第 " + given + " 版", "version " + given), "input.version").remedy(Text.of("重新读取后再操作", "read it again, then repeat"), null));
        return Optional.empty();
    }

    /** The same answer whether it does not exist or is another's. */
    static Finding notFound(UUID id) {
        return Finding.refusal("binding.not-found", null, Text.of("本人或本单位的绑定", "a binding of one's own, or of one's own unit"), Text.of("没有 " + id, "there is none called " + id), "input.binding");
    }

    static Finding another() {
        return Finding.refusal("binding.another-employer", null, Text.of("同一时间只有一个用人单位", "one employer at a time"), Text.of("现有另一用人单位", "another employer stands"), "input.binding")
                .remedy(Text.of("先结束原绑定", "end the former binding first"), null);
    }
}
