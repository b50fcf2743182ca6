package zhicheng.server.file;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/**
 * How much of a limit on files is taken: by what was received, and by what was declared while the address to bring it to is good. What never came takes nothing once that is over; if it comes after all, by an
 * address that was asked for again, it is looked at then whether there is room.
 *
 * @param code of the refusal where there is none
 * @param asked the limit, in words
 * @param unit in what it is counted, in words
 * @param otherwise what makes room where waiting makes none
 * @param received what is taken for good
 * @param waiting declared and not received, the first to be over first
 */
public record Room(String code, Text asked, Text unit, Text otherwise, long most, long received, List<Waiting> waiting) {
    private static final Text FILES = Text.of("个", "files");

    /** Until when its address is good, and how much it takes. */
    public record Waiting(Instant until, long takes) {}

    /** Of one person's bytes. What he put away counts: nothing is erased, and it can be brought back. @param but not this file; null: all */
    public static Room ofPerson(Connection tx, FileSettings settings, Instant at, UUID person, UUID but) throws SQLException {
        var most = settings.bytesPerPerson();
        return new Room("file.quota", Text.of("每人合计至多 " + most + " 字节", "at most " + most + " bytes of one person in all"), Text.of("字节", "bytes"),
                Text.of("换用较小的文件，或由系统管理员放宽 zhicheng.files.bytes-per-person：已移除的文件仍予保存，计入合计", "a smaller file; or whoever runs the server raises zhicheng.files.bytes-per-person: what was put away is kept, and counts"), most, 0, List.of())
                .looked(tx, settings, at, "size", "evidence_file where person = ? and id is distinct from ?::uuid", person, but);
    }

    /** Of the files of an achievement that are not put away. @param but not this file; null: all */
    public static Room ofAchievement(Connection tx, FileSettings settings, Instant at, UUID achievement, UUID but) throws SQLException {
        var most = settings.perAchievement();
        return new Room("file.many", Text.of("每项业绩至多 " + most + " 个文件", "at most " + most + " files of one achievement"), FILES, Text.of("先移除一个文件（arrangeFiles）", "put one away first (arrangeFiles)"), most, 0, List.of())
                .looked(tx, settings, at, "1", "evidence_file where achievement = ? and removed_at is null and id is distinct from ?::uuid", achievement, but);
    }

    /** Of the files of a complaint or an entry of the register. @param but not this file; null: all */
    static Room ofCase(Connection tx, FileSettings settings, Instant at, UUID of, UUID but) throws SQLException {
        var most = settings.perAchievement();
        return new Room("file.many", Text.of("每件至多 " + most + " 个文件", "at most " + most + " files of one case"), FILES,
                Text.of("由系统管理员放宽 zhicheng.files.per-achievement", "whoever runs the server raises zhicheng.files.per-achievement"), most, 0, List.of())
                .looked(tx, settings, at, "1", "case_file where (complaint = ? or integrity_entry = ?) and id is distinct from ?::uuid", of, of, but);
    }

    /** @param measure what one file takes; @param which of them, with its values */
    private Room looked(Connection tx, FileSettings settings, Instant at, String measure, String which, Object... values) throws SQLException {
        var all = new ArrayList<Object>(List.of(at.minus(settings.uploadWithin())));
        all.addAll(Arrays.asList(values));
        return Sql.one(tx, row -> new Room(code, asked, unit, otherwise, most, row.getLong("received"), Json.list(row.getString("waiting")).stream()
                        .map(one -> new Waiting(OffsetDateTime.parse((String) one.get("at")).toInstant().plus(settings.uploadWithin()), ((Number) one.get("takes")).longValue())).toList()), """
                select coalesce(sum(%1$s) filter (where received_at is not null), 0) as received,
                       coalesce(json_agg(json_build_object('at', declared_at, 'takes', %1$s) order by declared_at) filter (where received_at is null and declared_at > ?), '[]')::text as waiting
                from %2$s""".formatted(measure, which), all.toArray()).orElseThrow();
    }

    /** Why no more is declared; empty where there is room for it. @param more how much it takes */
    public Optional<Finding> refuses(long more, String path) {
        var taken = received + waiting.stream().mapToLong(Waiting::takes).sum();
        if (taken + more <= most) return Optional.empty();
        var refused = Finding.refusal(code, null, asked, Text.of("已有 " + taken + " " + unit.zh(), taken + " " + unit.en() + " so far"), path);
        for (var one : waiting) {
            taken -= one.takes;
            if (taken + more <= most)
                return Optional.of(refused.remedy(Text.of("已声明而未送达的文件，其上传地址过期后不再计入", "what was declared and did not come counts no more once the address to bring it to is over"), one.until));
        }
        return Optional.of(refused.remedy(otherwise, null));
    }

    /** Why what came is not received; empty where there is room for it. @param more how much it takes */
    public Optional<Finding> refusesReceived(long more, String path) {
        return new Room(code, asked, unit, otherwise, most, received, List.of()).refuses(more, path);
    }
}
