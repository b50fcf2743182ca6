package zhicheng.server.nomination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
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
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.World.Caller;

/** How many an enterprise nominates in a year (B23-2.3: two of a national-level one, one of a provincial one), whoever asks at the same time, and that the right is lost. */
@Tag("database")
class NominationTest {
    private static final Map<String, Object> CLAIM = Map.of("series", "ENGINEERING", "specialty", "采矿工程", "level", "ASSOCIATE_SENIOR", "category", "LITTLE_GIANT", "channel", "employer");
    private static final String SHOWN = "organisation { id }";
    private static final String SUBMITTED = "2023-09-04T10:00:00+08:00";
    private static World world;

    private record Nominee(Applicant applicant, String dossier) {}

    /** An enterprise, the bureau that it is under, and who recommends for it. */
    private record Enterprise(UUID id, Unit bureau, Unit clerk) {
        static Enterprise made() {
            var bureau = world.organisation("HRSS", "bijie");
            var id = world.organisation("PRIVATE_ENTERPRISE", "bijie");
            return new Enterprise(id, Unit.of(world, bureau, "HRSS_CITY"), Unit.of(world, id, "EMPLOYER_CLERK"));
        }

        Unit approver() {
            return Unit.of(world, id, "EMPLOYER_APPROVER");
        }

        Object[] input(Object... more) {
            var all = new ArrayList<Object>(List.of("organisation", id.toString(), "category", "LITTLE_GIANT"));
            all.addAll(List.of(more));
            return all.toArray();
        }

        Enterprise of(String grade) {
            world.time(SUBMITTED);
            assertEquals(List.of(), codes(bureau.acts("recogniseNominator", SHOWN, input("grade", grade, "document", "虚构〔2023〕1号", "from", "2023-01-01"))));
            return this;
        }

        List<String> loses() {
            return codes(bureau.acts("revokeNominator", SHOWN, input("reason", "举荐不实", "document", "虚构〔2023〕2号")));
        }

        /** Signed, of one of its own people. */
        Nominee nominee(Object... answers) {
            world.time(SUBMITTED);
            var person = UUID.randomUUID();
            world.write("insert into person (id, name, region, employer, made_up, created_at) values (?, ?, 'bijie', ?, true, ?)", person, "虚构" + person.toString().substring(0, 4), id, world.now());
            var applicant = new Applicant(world, world.account(person, null, "APPLICANT"), person, id);
            return new Nominee(applicant, applicant.signed("bijie", 2023, CLAIM, told(answers)));
        }

        /** Handed in and published, the period being over. */
        String ready() {
            var nominee = nominee();
            assertEquals(List.of(), codes(nominee.applicant().submit(key(), nominee.dossier(), 2)));
            clerk.does("beginEmployerReview", nominee.dossier());
            clerk.does("openPublication", nominee.dossier(), "whereShown", "公告栏");
            return nominee.dossier();
        }

        List<String> recommends(String dossier) {
            return approver().refused("recommendDossier", dossier, "opinion", "同意举荐");
        }

        long taken() {
            return world.<Long>value("select count(*) from nomination where organisation = ?", id);
        }
    }

    @BeforeAll
    static void open() {
        world = World.at("2023-08-10T09:00:00+08:00");
        var office = Office.of(world, "bijie", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of(), office.publish(office.notice(2023, "2023-09-01T00:00:00+08:00", "2023-12-01T00:00:00+08:00")).get("findings"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Map<String, Object> told(Object... answers) {
        var told = Claims.but(Claims.told("520502"), "hours", List.of(Map.of("year", 2022, "total", 96.5, "specialised", 70), Map.of("year", 2023, "total", 91, "specialised", 62.5)));
        told = Claims.but(told, "testPasses", List.of());
        told = Claims.but(told, "assessments", List.of(Map.of("year", 2022, "grade", "合格")));
        var all = new ArrayList<Object>(List.of(Claims.answer("nomination-enterprise-signed", "true"), Claims.answer("nomination-peer-signed", "true")));
        all.addAll(List.of(answers));
        return Claims.but(told, "answers", all);
    }

    private static void published() {
        world.time("2023-09-12T09:00:00+08:00");
    }

    private static String clause(Map<String, Object> finding) {
        return (String) ((Map<?, ?>) finding.get("clause")).get("id");
    }

    @Test
    void a_provincial_enterprise_nominates_one_and_the_second_is_told_who_fills_it() {
        var enterprise = Enterprise.made().of("PROVINCIAL");
        var first = enterprise.ready();
        var second = enterprise.ready();
        published();
        assertEquals(List.of(), enterprise.recommends(first));
        var refused = enterprise.approver().act("recommendDossier", second, "opinion", "同意举荐");
        assertEquals(List.of("nomination-quota"), codes(refused));
        assertEquals("B23-2.3", clause(findings(refused).getFirst()));
        var name = world.<String>value("select p.name from dossier d join person p on p.id = d.applicant where d.id = ?", UUID.fromString(first));
        assertTrue(findings(refused).getFirst().get("shown").toString().contains(name), refused::toString);
        assertEquals("EMPLOYER_PUBLICITY", world.value("select stage from dossier where id = ?", UUID.fromString(second)));
        var late = enterprise.nominee();
        var judged = late.applicant().submit(key(), late.dossier(), 2);
        assertEquals(List.of("nomination-quota"), codes(judged), "nor is another handed in");
        assertTrue(!judged.toString().contains(name), "an applicant is not told whose the places are");
        assertEquals(1, enterprise.taken());
    }

    @Test
    void as_many_as_the_notice_says_pass_however_many_ask_at_the_same_time() {
        for (var grade : List.of("PROVINCIAL", "NATIONAL", "PROVINCIAL", "NATIONAL")) {
            var enterprise = Enterprise.made().of(grade);
            var dossiers = List.of(enterprise.ready(), enterprise.ready(), enterprise.ready());
            published();
            var done = World.together(() -> enterprise.recommends(dossiers.get(0)), () -> enterprise.recommends(dossiers.get(1)), () -> enterprise.recommends(dossiers.get(2)));
            var atMost = grade.equals("NATIONAL") ? 2 : 1;
            assertEquals(atMost, done.stream().filter(List::isEmpty).count(), grade + done);
            assertEquals(3 - atMost, done.stream().filter(List.of("nomination-quota")::equals).count(), grade + done);
            assertEquals(atMost, enterprise.taken());
            assertEquals((long) atMost, world.<Long>value("select count(*) from dossier where employer = ? and stage = 'RECOMMENDED'", enterprise.id));
        }
    }

    @Test
    void another_years_and_another_enterprises_places_are_none_of_its_own() {
        var enterprise = Enterprise.made().of("PROVINCIAL");
        var other = Enterprise.made().of("PROVINCIAL");
        var theirs = other.ready();
        var its = enterprise.ready();
        published();
        assertEquals(List.of(), other.recommends(theirs));
        world.write("insert into nomination (region, organisation, year, category, place, dossier, at) values ('bijie', ?, 2022, 'LITTLE_GIANT', 1, ?, ?)", enterprise.id, UUID.fromString(enterprise.nominee().dossier()), world.now());
        published();
        assertEquals(List.of(), enterprise.recommends(its));
    }

    @Test
    void what_is_known_counts_whatever_the_applicant_answers() {
        var enterprise = Enterprise.made().of("PROVINCIAL");
        var first = enterprise.ready();
        published();
        assertEquals(List.of(), enterprise.recommends(first));
        var bold = enterprise.nominee(Claims.answer("nomination-number", "1"), Claims.answer("nomination-national-enterprise", "true"), Claims.answer("nomination-right-lost", "false"));
        assertEquals(List.of("nomination-quota"), codes(bold.applicant().submit(key(), bold.dossier(), 2)));
        assertEquals(List.of(), enterprise.loses());
        assertEquals(List.of("nomination-quota", "nomination-right"), codes(bold.applicant().submit(key(), bold.dossier(), 2)));
    }

    @Test
    void an_enterprise_that_is_not_recognised_or_has_lost_its_right_recommends_nobody() {
        var unknown = Enterprise.made();
        var nominee = unknown.nominee(Claims.answer("nomination-number", "1"), Claims.answer("nomination-national-enterprise", "false"), Claims.answer("nomination-right-lost", "false"));
        assertEquals(List.of(), codes(nominee.applicant().submit(key(), nominee.dossier(), 2)));
        unknown.clerk.does("beginEmployerReview", nominee.dossier());
        unknown.clerk.does("openPublication", nominee.dossier(), "whereShown", "公告栏");
        published();
        assertEquals(List.of("nomination.unknown"), unknown.recommends(nominee.dossier()));
        unknown.of("PROVINCIAL");
        published();
        assertEquals(List.of(), unknown.loses());
        assertEquals(List.of("nomination.no-right"), unknown.loses(), "twice");
        assertEquals(List.of("nomination-right"), unknown.recommends(nominee.dossier()));
        assertEquals(0, unknown.taken());
        for (var day : List.of("2022-12-31", "2023-01-01", "2023-02-01", "2023-09-12")) {
            var refused = unknown.bureau.acts("recogniseNominator", SHOWN, unknown.input("grade", "PROVINCIAL", "document", "虚构〔2023〕3号", "from", day));
            assertEquals(List.of("nomination.lost"), codes(refused), "on that day it had lost the right, or had it still: " + day);
            assertEquals("B23-2.3 input.from", clause(findings(refused).getFirst()) + " " + findings(refused).getFirst().get("path"));
            assertEquals("晚于 2023-09-12：举荐资格于该日被取消", ((Map<?, ?>) findings(refused).getFirst().get("asked")).get("zh"));
        }
        assertEquals(List.of("nomination-right"), unknown.recommends(nominee.dossier()));
        world.time("2023-09-13T00:00:00+08:00");
        assertEquals(List.of(), codes(unknown.bureau.acts("recogniseNominator", SHOWN, unknown.input("grade", "PROVINCIAL", "document", "虚构〔2023〕3号", "from", "2023-09-13"))));
        assertEquals(List.of(), unknown.recommends(nominee.dossier()), "recognised anew");
        assertEquals(List.of("nomination.lost"), codes(unknown.bureau.acts("recogniseNominator", SHOWN, unknown.input("grade", "NATIONAL", "document", "虚构〔2023〕4号", "from", "2023-02-01"))), "nor is it entered for the time before when it has the right again");
        assertEquals("RECOGNISE_NOMINATOR, REVOKE_NOMINATOR, RECOGNISE_NOMINATOR", world.value("select string_agg(act, ', ' order by seq) from trail where subject = ? and clause = 'B23-2.3'", unknown.id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLICANT", "EMPLOYER_CLERK", "EMPLOYER_APPROVER", "AGENCY", "SUPERIOR_DEPT", "COMMITTEE_OFFICE", "EXPERT", "SYS_ADMIN", "AUDITOR"})
    void nobody_but_a_bureau_says_who_nominates(String role) {
        var enterprise = Enterprise.made();
        var wrong = role.equals("APPLICANT") ? Unit.of(world.applicant()) : Unit.of(world, enterprise.bureau.id(), role);
        var recognised = enterprise.input("grade", "NATIONAL", "document", "虚构", "from", "2023-01-01");
        assertEquals("FORBIDDEN", wrong.sends("recogniseNominator", SHOWN, recognised).error());
        assertEquals("FORBIDDEN", wrong.sends("revokeNominator", SHOWN, enterprise.input("reason", "不实", "document", "虚构")).error());
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).sends("recogniseNominator", SHOWN, recognised).error());
        assertEquals(0L, world.<Long>value("select count(*) from nominator where organisation = ?", enterprise.id));
    }

    @Test
    void wrong_region_missing_and_hostile_input_and_the_same_twice() {
        world.time(SUBMITTED);
        var enterprise = Enterprise.made();
        var stranger = Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_CITY");
        assertEquals(List.of("organisation.not-found"), codes(stranger.acts("recogniseNominator", SHOWN, enterprise.input("grade", "NATIONAL", "document", "虚构", "from", "2023-01-01"))));
        assertEquals(List.of("nomination.category", "nomination.words"), codes(enterprise.bureau.acts("recogniseNominator", SHOWN, enterprise.input("category", "'; drop table nominator; --", "grade", "NATIONAL", "document", " ", "from", "2023-01-01"))));
        assertEquals(List.of("nomination.grade", "nomination.from"), codes(enterprise.bureau.acts("recogniseNominator", SHOWN, enterprise.input("grade", "GALACTIC", "document", "虚构", "from", "2023-09-05"))));
        assertEquals(List.of("nomination.category"), codes(enterprise.bureau.acts("recogniseNominator", SHOWN, enterprise.input("category", "", "grade", "", "document", "虚构", "from", "2023-01-01"))));
        assertEquals(List.of("nomination.grade"), codes(enterprise.bureau.acts("recogniseNominator", SHOWN, enterprise.input("grade", " ", "document", "虚构", "from", "2023-01-01"))));
        assertEquals("BAD_INPUT", enterprise.bureau.sends("recogniseNominator", SHOWN, enterprise.input("organisation", "x", "grade", "NATIONAL", "document", "虚构", "from", "2023-01-01")).error());
        assertEquals(List.of("nomination.no-right"), enterprise.loses());
        var both = World.together(() -> codes(enterprise.bureau.acts("recogniseNominator", SHOWN, enterprise.input("grade", "NATIONAL", "document", "虚构", "from", "2023-01-01"))),
                () -> codes(enterprise.bureau.acts("recogniseNominator", SHOWN, enterprise.input("grade", "PROVINCIAL", "document", "虚构", "from", "2023-01-01"))));
        assertEquals(1, both.stream().filter(List::isEmpty).count(), both::toString);
        assertEquals(1, both.stream().filter(List.of("nomination.known")::equals).count(), both::toString);
        assertEquals(1L, world.<Long>value("select count(*) from nominator where organisation = ?", enterprise.id));
    }
}
