package zhicheng.regions.jiayuguan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import zhicheng.spi.Clause;
import zhicheng.spi.ReferenceCommittee;
import zhicheng.spi.Text;

/**
 * The 65 senior committees of the province (J24-annex1, {@code committees-2024.csv}) and the city's own four (J24-contacts).
 * Slips of the text are mended, each with a note of the printed form; a series is given where the name says one.
 */
final class Committees2024 {
    private static final String SENIOR = "高级";
    private static final String INTERMEDIATE = "中级";

    static final List<ReferenceCommittee> COMMITTEES = Stream.concat(province(), Stream.of(
            city("school", 1, "市中小学教师系列高级职称评审委员会", "0937-6225900", "SCHOOL", SENIOR),
            city("health", 2, "市卫生系列高级职称评审委员会", "0937-6320251", "HEALTH", SENIOR),
            city("agriculture", 3, "市农业系列中级职称评审委员会", "0937-6226373", "AGRICULTURE", INTERMEDIATE),
            city("engineering", 4, "市工程系列中级职称评审委员会", "0937-6225625", "ENGINEERING", INTERMEDIATE))).toList();

    private Committees2024() {}

    private static ReferenceCommittee city(String id, int no, String name, String phone, String series, String level) {
        return ReferenceCommittee.of("city-" + id, Clause.of("J24-contacts"), no, name, null, null, phone, series, level);
    }

    private static Stream<ReferenceCommittee> province() {
        try (var in = Committees2024.class.getResourceAsStream("committees-2024.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).skip(1)
                    .map(line -> province(line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceCommittee province(String[] row) {
        if (row.length != 8) throw new IllegalArgumentException("committees-2024.csv: not eight columns: " + String.join(",", row));
        var committee = ReferenceCommittee.of("province-" + row[0], Clause.of("J24-annex1"), Integer.parseInt(row[0]), row[1], row[2], row[3], row[4],
                row[5].isEmpty() ? null : row[5], SENIOR);
        return row[6].isEmpty() ? committee : committee.mended(Text.of("通知印作“" + row[6] + "”，改作“" + row[7] + "”", "the notice prints «" + row[6] + "», read as «" + row[7] + "»"));
    }
}
