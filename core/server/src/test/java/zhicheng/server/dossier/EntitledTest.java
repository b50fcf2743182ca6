package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.World;

/** On which ground a unit acts for an applicant: the one that the notice has for his channel (X24-3.1.1 to 3.1.3), or one of those that it names (J24-4.3); where it is silent, any. */
@Tag("database")
@Tag("once")
class EntitledTest {
    private static World world;

    @BeforeAll
    static void open() {
        world = World.at("2024-09-18T10:00:00+08:00");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** Somebody who is bound to a unit of this kind on this ground, and to no other. */
    private static Applicant bound(String region, String kind, String ground) {
        var unit = world.organisation(kind, region);
        var person = UUID.randomUUID();
        world.write("insert into person (id, name, region, employer, made_up, created_at) values (?, '王虚构', ?, ?, true, ?)", person, region, List.of("EMPLOYMENT", "LABOUR_RELATION").contains(ground) ? unit : null, world.now());
        bind(person, unit, region, ground);
        return new Applicant(world, world.account(person, null, "APPLICANT"), person, unit);
    }

    private static void bind(UUID person, UUID unit, String region, String ground) {
        world.write("insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at) values (?, ?, ?, ?, ?, 'CONFIRMED', '王虚构', ?, ?)", UUID.randomUUID(), person, unit, region, ground, world.now(), world.now());
    }

    /** What of the unit stands against handing in, with its clause; it is the same when he evaluates and when he submits. */
    private static List<String> against(Applicant applicant, String region, Map<String, ?> claim, String workplace) {
        var dossier = applicant.draft(region, 2024, claim, Claims.told(workplace));
        var evaluated = unit(applicant.evaluation(dossier).get("refusals"));
        assertEquals(evaluated, unit(applicant.submit(key(), dossier, 2).get("findings")));
        return evaluated;
    }

    private static List<String> unit(Object findings) {
        var found = new ArrayList<String>();
        for (var finding : (List<?>) findings) {
            var one = (Map<?, ?>) finding;
            if (one.get("code").toString().startsWith("unit.")) found.add(one.get("code") + " " + ((Map<?, ?>) one.get("clause")).get("id"));
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "private-enterprise, PRIVATE_ENTERPRISE, LABOUR_RELATION, -",
        "private-enterprise, PRIVATE_ENTERPRISE, EMPLOYMENT, unit.ground X24-3.1.2",
        "state-unit, STATE_INSTITUTION, EMPLOYMENT, -",
        "state-unit, STATE_INSTITUTION, LABOUR_RELATION, -",
        "freelance, AGENCY, AGENCY, -",
        "freelance, AGENCY, FILE_KEEPING, unit.ground X24-3.1.3"})
    void in_xianning_it_is_that_of_the_channel(String channel, String kind, String ground, String against) {
        assertEquals(against == null ? List.of() : List.of(against), against(bound("xianning", kind, ground), "xianning", Claims.but(Claims.XIANNING, "channel", channel), "421202"));
    }

    @Test
    void one_that_fits_is_enough_whatever_other_stands_beside_it() {
        var applicant = bound("xianning", "PRIVATE_ENTERPRISE", "LABOUR_RELATION");
        bind(applicant.person(), applicant.employer(), "xianning", "FILE_KEEPING");
        assertEquals(List.of(), against(applicant, "xianning", Claims.but(Claims.XIANNING, "channel", "private-enterprise"), "421202"));
        var without = world.applicant();
        assertEquals(List.of(), against(without, "xianning", Claims.but(Claims.XIANNING, "channel", "private-enterprise"), "421202"), "an employer of whom nobody says on which ground");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"public, STATE_INSTITUTION, EMPLOYMENT, -", "public, PRIVATE_ENTERPRISE, LABOUR_RELATION, -", "flexible, AGENCY, FILE_KEEPING, -", "flexible, AGENCY, AGENCY, unit.ground J24-4.3"})
    void in_jiayuguan_he_works_there_or_his_file_is_kept_there(String channel, String kind, String ground, String against) {
        assertEquals(against == null ? List.of() : List.of(against), against(bound("jiayuguan", kind, ground), "jiayuguan", Claims.but(Claims.JIAYUGUAN, "channel", channel), "620200"));
    }

    @ParameterizedTest
    @CsvSource({"STATE_INSTITUTION, EMPLOYMENT", "PRIVATE_ENTERPRISE, LABOUR_RELATION"})
    void in_bijie_the_notice_names_no_ground(String kind, String ground) {
        assertEquals(List.of(), against(bound("bijie", kind, ground), "bijie", Claims.BIJIE, "520502"));
    }

    /** J24-2.2b, J24-2.2c, X24-3.1.3: of the three regions' channels these begin with an agency; who is bound to none comes by no employer in its stead. */
    @ParameterizedTest
    @CsvSource({"xianning, freelance, AGENCY, 421202, X24-3.1.3", "jiayuguan, flexible, FILE_KEEPING, 620200, J24-2.2c", "jiayuguan, non-public-talent-body, FILE_KEEPING, 620200, J24-2.2b"})
    void where_the_channel_begins_with_an_agency_no_employer_stands_in_for_it(String region, String channel, String ground, String workplace, String clause) {
        var claim = Claims.but(region.equals("xianning") ? Claims.XIANNING : Claims.JIAYUGUAN, "channel", channel);
        var applicant = world.applicant();
        assertEquals(List.of("unit.none " + clause), against(applicant, region, claim, workplace), "he has an employer, and no agency");
        var dossier = applicant.draft(region, 2024, claim, Claims.told(workplace));
        world.write("update dossier set employer = ? where id = ?", applicant.employer(), UUID.fromString(dossier));
        var refused = applicant.submit(key(), dossier, 2).get("findings");
        assertEquals(List.of("unit.agency " + clause), unit(refused), "a draft that his employer stands on");
        assertTrue(refused.toString().contains("requestBinding") && refused.toString().contains("托管本人档案"), refused::toString);
        var agency = world.organisation("AGENCY", region);
        bind(applicant.person(), agency, region, ground);
        assertEquals(List.of(), applicant.edit(key(), dossier, 2, Map.of("facts", Claims.told(workplace))).get("findings"));
        assertEquals(agency, world.value("select employer from dossier where id = ?", UUID.fromString(dossier)));
        assertEquals(List.of(), unit(applicant.submit(key(), dossier, 3).get("findings")));
    }

    /** Handed in without a unit it would come to nobody: refused, until he is bound to one and has edited the draft. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"xianning, private-enterprise, PRIVATE_ENTERPRISE, LABOUR_RELATION, 421202, unit.none X24-3.1.2", "xianning, freelance, AGENCY, AGENCY, 421202, unit.none X24-3.1.3",
        "jiayuguan, flexible, AGENCY, FILE_KEEPING, 620200, unit.none J24-2.2c"})
    void without_a_unit_it_would_lie_with_nobody(String region, String channel, String kind, String ground, String workplace, String against) {
        var claim = Claims.but(region.equals("xianning") ? Claims.XIANNING : Claims.JIAYUGUAN, "channel", channel);
        var person = UUID.randomUUID();
        world.write("insert into person (id, name, region, made_up, created_at) values (?, '王虚构', ?, true, ?)", person, region, world.now());
        var applicant = new Applicant(world, world.account(person, null, "APPLICANT"), person, null);
        var dossier = applicant.draft(region, 2024, claim, Claims.told(workplace));
        var unit = world.organisation(kind, region);
        assertEquals(List.of(against), unit(applicant.submit(key(), dossier, 2).get("findings")));
        bind(person, unit, region, ground);
        if (kind.equals("PRIVATE_ENTERPRISE")) world.write("update person set employer = ? where id = ?", unit, person);
        assertEquals(List.of(against), unit(applicant.evaluation(dossier).get("refusals")), "the draft still has none");
        assertEquals(List.of(), applicant.edit(key(), dossier, 2, Map.of("facts", Claims.told(workplace))).get("findings"));
        assertEquals(List.of(), unit(applicant.submit(key(), dossier, 3).get("findings")));
    }
}
