package zhicheng.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import zhicheng.contract.made.MadeWithNew;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.spi.Calendar;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Case;
import zhicheng.spi.Channel;
import zhicheng.spi.Clause;
import zhicheng.spi.Contact;
import zhicheng.spi.Edition;
import zhicheng.spi.Entrustment;
import zhicheng.spi.Evidence;
import zhicheng.spi.Integrity;
import zhicheng.spi.Level;
import zhicheng.spi.Nomination;
import zhicheng.spi.Notice;
import zhicheng.spi.Posts;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Reuse;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Scope;
import zhicheng.spi.Setting;
import zhicheng.spi.Step;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;

/** Each promise of the contract, held against a region that breaks it and no other. */
class RegionContractTest {
    private static final Clause SCOPE = Clause.of("NW24-1.1");
    private static final Text WORDS = Text.of("话", "words");
    private static final Stop AGENCY = Stop.of(Channel.Kind.AGENCY, SCOPE, WORDS, Said.notSaid(WORDS));
    private static final Stop OFFICE = Stop.of(Channel.Kind.COMMITTEE_OFFICE, SCOPE, WORDS, Said.notSaid(WORDS));

    @Test
    void every_promise_is_a_test_of_its_own_and_broken_by_some_region_here() {
        var promises = Arrays.stream(RegionContract.class.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Test.class)).map(method -> method.getName()).sorted().toList();
        assertEquals(broken().keySet().stream().sorted().toList(), promises);
    }

    @Test
    void each_broken_region_is_caught_by_the_promise_that_it_breaks() {
        var broken = broken();
        assertTrue(broken.size() > 10);
        broken.forEach((promise, breaks) -> {
            assertTrue(!breaks.isEmpty(), promise);
            breaks.forEach((said, region) -> {
                var error = assertThrows(Throwable.class, () -> keep(region, promise), promise + ": " + said);
                assertTrue(String.valueOf(error.getMessage()).contains(said), () -> promise + " should say «" + said + "» and says " + error);
            });
        });
    }

    /** Promise → what must be said → the region that breaks it. */
    private static Map<String, Map<String, Region>> broken() {
        var broken = new LinkedHashMap<String, Map<String, Region>>();
        broken.put("its_id_area_code_and_names_are_well_formed", Map.of(
                "lower-case Latin letters, not «No Where»", Altered.region("id", "No Where"),
                "six digits (GB/T 2260), not «99»", Altered.region("areaCode", "99")));
        broken.put("it_is_built_against_this_spi", Map.of("built against SPI 0.9", Altered.region("spi", "0.9")));
        broken.put("its_notices_are_whole_have_prefixes_of_their_own_and_text_in_every_clause", Map.of(
                "prefix MOHRSS40 is taken", Altered.region("notices", List.of(quoted("MOHRSS40", Map.of("MOHRSS40", "一")))),
                "NW24 is not shipped as a whole", Altered.region("notices", List.of(quoted("NW24", Map.of("NW24", "一")))),
                "does not begin with its own mark", Altered.region("notices", List.of(quoted("NW24", Map.of("NW24-1", "一")))),
                "clause NW24-1 has no text", Altered.region("notices", List.of(quoted("NW24", ordered("NW24", " ", "NW24-1", " "))))));
        broken.put("its_editions_stand_in_order_and_rest_on_notices_that_exist", Map.of(
                "2024.1 stands after 2024.2", Altered.region("editions", new Nowhere().editions(Readings.byDefault()).reversed()),
                "rests on XX24", Altered.edition("notices", List.of("NW24", "XX24")),
                "names it not first", Altered.edition("notices", List.of("MOHRSS40", "NW24"))));
        broken.put("it_says_the_same_each_time", Map.of("states other facts when asked again", Altered.edition(edition -> forgetful(edition))));
        broken.put("it_says_something_of_every_concern", Map.of(
                "does not say payment", Altered.edition("payment", Said.notSaidSince("1.0")),
                "answers null to pledge", Altered.edition("pledge", null)));
        broken.put("every_fact_has_a_clause_a_value_and_a_path_of_its_own", Map.of(
                "calendar.first.when.printed is blank", Altered.edition("calendar", Said.says(Calendar.of(window("first", "ENGINEERING", "")))),
                "two facts are called calendar.first.step", Altered.edition("calendar", Said.says(Calendar.of(window("first", "ENGINEERING", "一"), window("first", "HEALTH", "一")))),
                "contacts.office.clause is null", Altered.edition("contacts", Said.says(List.of(Contact.phone("office", null, WORDS, "1"))))));
        broken.put("every_cited_clause_stands_in_the_text", Map.of(
                "contacts.office.clause cites NW24-9.9", Altered.edition("contacts", Said.says(List.of(Contact.phone("office", Clause.of("NW24-9.9"), WORDS, "1")))),
                "cites MOHRSS40-999", Altered.edition("contacts", Said.says(List.of(Contact.phone("office", Clause.of("MOHRSS40-999"), WORDS, "1")))),
                "setting doubt cites NW24-8", Altered.region("settings", List.of(setting(Clause.of("NW24-8"))))));
        var chains = new LinkedHashMap<>(Map.of(
                "channel talent goes by AGENCY, of which the chain says nothing", chain(Stop.of(Channel.Kind.EMPLOYER, SCOPE, WORDS, Said.notSaid(WORDS)), OFFICE),
                "two stops are of one kind", chain(AGENCY, OFFICE, OFFICE, Stop.of(Channel.Kind.EMPLOYER, SCOPE, WORDS, Said.notSaid(WORDS))),
                "stop EMPLOYER is published for 7 working days, which NW24-5.1 does not say", employer(Stop.Publicity.of(Clause.of("NW24-5.1"), Said.says(Stop.Days.working(7)), List.of())),
                "stop EMPLOYER is published for 5 days, which NW24-5.1 does not say", employer(Stop.Publicity.of(Clause.of("NW24-5.1"), Said.says(Stop.Days.of(5)), List.of())),
                "has a sentence that does not stand in NW24-5.1", employer(Stop.Publicity.of(Clause.of("NW24-5.1"), Said.says(Stop.Days.working(5)), List.of()).sentence("情况属实，不同意上报")),
                "is published wider for LOST", employer(Stop.Publicity.of(Clause.of("NW24-5.1"), Said.notSaid(WORDS), List.of()).wider(Stop.Wider.of(SCOPE, List.of("LOST"), WORDS))),
                "is recommended jointly by question lost, which the edition does not ask", employer(Stop.Publicity.of(Clause.of("NW24-5.1"), Said.notSaid(WORDS), List.of()).jointly(Stop.Joint.of(SCOPE, "lost"))),
                "tells all at once, which NW24-5.1 does not say", returning(Stop.Returns.of(Clause.of("NW24-5.1"), true, Said.notSaid(WORDS))),
                "returns at most 3 times, which NW24-5.2 does not say", returning(Stop.Returns.of(Clause.of("NW24-5.2"), true, Said.says(Stop.Limit.each(3)))),
                "returns by the way it came, which NW24-5.2 does not say", returning(Stop.Returns.of(Clause.of("NW24-5.2"), true, Said.notSaid(WORDS)).sameWay(Clause.of("NW24-5.2")))));
        chains.put("is recommended jointly by channel gone, which the edition does not have", employer(Stop.Publicity.of(Clause.of("NW24-5.1"), Said.notSaid(WORDS), List.of()).jointly(Stop.Joint.of(SCOPE, "lost").only("gone"))));
        broken.put("its_chain_speaks_of_every_reviewer_in_the_words_of_its_notice", chains);
        broken.put("a_transfer_uses_up_what_its_notice_says", Map.of(
                "a transfer uses achievements up, which NW24-4.4 does not say", Altered.edition("reuse", Said.says(Reuse.of("transfer", Clause.of("NW24-4.4"), WORDS, WORDS)))));
        broken.put("what_has_to_be_proved_and_what_is_spared_stands_in_the_words_of_its_notice", Map.of(
                "evidence first has to be there, which NW24-1.1 does not say", evidence(proof("first", Said.says(Evidence.Upload.required(SCOPE, WORDS)), Said.notSaid(WORDS))),
                "evidence first is spared, which NW24-5.2 does not say", evidence(proof("first", Said.notSaid(WORDS), Said.says(Evidence.Spared.of(Clause.of("NW24-5.2"), WORDS)))),
                "evidence first is asked for by channel lost, which the edition does not have", evidence(proof("first", Said.notSaid(WORDS), Said.notSaid(WORDS)).through("lost")),
                "evidence first is a consent, and no channel asks for it", evidence(Evidence.of("first", SCOPE, Evidence.Of.CONSENT_SENDING_HRSS, Said.notSaid(WORDS), Said.notSaid(WORDS))),
                "evidence second is of EDUCATION, as another is", evidence(proof("first", Said.notSaid(WORDS), Said.notSaid(WORDS)), proof("second", Said.notSaid(WORDS), Said.notSaid(WORDS)))));
        broken.put("as_many_may_be_nominated_as_its_notice_says", Map.of(
                "is for category LOST, which the edition does not have", nomination("LOST", 3, "nightShift"),
                "answers unasked, which the edition does not ask", nomination("GREEN", 3, "unasked"),
                "lets ANY nominate 3, which NW24-1.1 does not say", nomination("GREEN", 3, "nightShift")));
        broken.put("it_counts_posts_as_its_notice_does", Map.of(
                "posts are told by NW24-1.1, which does not speak of them", posts(List.of(Posts.Band.of(Level.INTERMEDIATE)), List.of(), Said.notSaid(WORDS)),
                "counts no level, or one twice", posts(List.of(Posts.Band.of(Level.INTERMEDIATE), Posts.Band.of(Level.INTERMEDIATE)), List.of(), Said.notSaid(WORDS)),
                "an opinion of PERSONNEL is asked for, which NW24-1.1 does not say", posts(List.of(Posts.Band.of(Level.INTERMEDIATE)), List.of(Posts.Opinion.of(SCOPE, Posts.By.PERSONNEL)), Said.notSaid(WORDS)),
                "recommends within the vacant posts, which NW24-1.1 does not say", posts(List.of(Posts.Band.of(Level.INTERMEDIATE)), List.of(), Said.says(Posts.Within.of(SCOPE))),
                "asks for posts by channel lost, which the edition does not have", Altered.edition("posts", Said.says(Posts.of(SCOPE, WORDS, List.of(Posts.Band.of(Level.INTERMEDIATE)), List.of(), Said.notSaid(WORDS)).through("lost"))),
                "question lost tells who takes up no post, which the edition does not ask", posts(List.of(Posts.Band.of(Level.INTERMEDIATE)), List.of(), Said.says(Posts.Within.of(SCOPE).butFor("lost")))));
        broken.put("it_has_reviews_entrusted_by_a_channel_and_in_the_words_of_its_notice", Map.of(
                "reviews are entrusted by NW24-1.1, which does not say so", entrusted("employer", Said.notSaid(WORDS)),
                "reviews are entrusted by channel lost, which the edition does not have", entrusted("lost", Said.notSaid(WORDS)),
                "TITLE_OFFICE agrees to an entrustment, which NW24-1.1 does not say", entrusted("employer", Said.says(Entrustment.Consent.of(SCOPE, Channel.Kind.TITLE_OFFICE))),
                "HRSS_CITY agrees to an entrustment, and is not on its channel", entrusted("employer", Said.says(Entrustment.Consent.of(SCOPE, Channel.Kind.HRSS_CITY)))));
        broken.put("what_it_says_of_honesty_stands_in_the_words_of_its_notice", Map.of(
                "ground lies stands for 5 years, which NW24-annex1 does not say", honesty(ground(5, null)),
                "ground lies tells serious cases apart, which NW24-annex1 does not", honesty(ground(3, null).whereSerious()),
                "has an application CANCELLED, which NW24-1.3 does not say", honesty(ground(3, Integrity.Found.of(Clause.of("NW24-1.3"), Integrity.Effect.CANCELLED))),
                "has an application REFUSED, which NW24-1.3 does not say", honesty(ground(3, Integrity.Found.of(Clause.of("NW24-1.3"), Integrity.Effect.REFUSED))),
                "ground lies notes nothing", honesty(Integrity.Ground.of("lies", SCOPE, List.of(), WORDS, Said.notSaid(WORDS), Said.notSaid(WORDS))),
                "an inquiry reports PERSONS, which NW24-1.1 does not say", Altered.edition("integrity", Said.says(Integrity.of(Said.notSaid(WORDS), Said.says(Integrity.Inquiry.of(SCOPE, List.of(Integrity.Part.PERSONS))))))));
        broken.put("every_rule_is_whole_and_has_an_id_of_its_own", Map.of(
                "two rules are called twice", rules(Rule.binding("twice", SCOPE, WORDS, one -> satisfied()), Rule.binding("twice", SCOPE, WORDS, one -> satisfied())),
                "two rules are called channel-employer", rules(Rule.binding("channel-employer", SCOPE, WORDS, one -> satisfied())),
                "rule bare lacks", rules(Rule.binding("bare", null, WORDS, one -> satisfied()))));
        broken.put("it_names_only_series_categories_and_places_that_exist", Map.of(
                "window first is for series ENGINERING", Altered.edition("calendar", Said.says(Calendar.of(window("first", "ENGINERING", "一")))),
                "is for category GREEN", Altered.edition("categories", Said.notSaid(WORDS))));
        broken.put("every_reading_can_be_chosen_and_changes_what_is_stated", Map.of(
                "setting doubt = B changes no fact", Altered.region("settings", List.of(setting(SCOPE))),
                "leaves no choice", Altered.region("settings", List.of(Setting.of("doubt", SCOPE, WORDS, List.of(Setting.Option.of("A", WORDS)), "A", WORDS)))));
        broken.put("its_facts_are_made_only_through_factories", Map.of(
                "zhicheng.contract.made.MadeWithNew.clause makes a Clause with new", new MadeWithNew(),
                "zhicheng.contract.made.MadeWithNew.<clinit> makes a Series$Title with new", new MadeWithNew(),
                "zhicheng.contract.made.MadeWithNew.silent makes a Said$NotAsked with new", new MadeWithNew()));
        broken.put("its_rules_judge_whatever_is_known", Map.of(
                "misses «employment», which was told", rules(Rule.binding("deaf", SCOPE, WORDS, one -> Verdict.missing(WORDS, "employment"))),
                "cannot tell and names nothing that is missing, and with more told is SATISFIED", rules(Rule.binding("coy", SCOPE, WORDS,
                        one -> one.retired().isEmpty() ? Verdict.open(WORDS, WORDS) : Verdict.satisfied(WORDS, WORDS))),
                "fails, and with more told is SATISFIED", rules(Rule.binding("hasty", SCOPE, WORDS,
                        one -> one.retired().isEmpty() ? Verdict.failed(WORDS, WORDS) : Verdict.satisfied(WORDS, WORDS))),
                "throws java.util.NoSuchElementException", rules(Rule.binding("rash", SCOPE, WORDS, one -> Verdict.satisfied(WORDS, Text.of(one.birthDate().get().toString(), "born")))),
                "answers null", rules(Rule.binding("mute", SCOPE, WORDS, one -> null)),
                "judges one case in two ways", rules(Rule.binding("moody", SCOPE, WORDS, moody())),
                "misses «shoeSize», which nobody can tell", rules(Rule.binding("odd", SCOPE, WORDS, one -> Verdict.missing(WORDS, "shoeSize"))),
                "misses «answers.unasked»", rules(Rule.binding("unasked", SCOPE, WORDS, one -> Verdict.missing(WORDS, "answers.unasked")))));
        broken.put("its_rules_never_fail_a_case_of_which_nothing_is_known", Map.of(
                "rule harsh fails a case of which nothing is known", rules(Rule.binding("harsh", SCOPE, WORDS, one -> Verdict.failed(WORDS, WORDS)))));
        broken.put("its_cases_pass", Map.of(
                "expected «3» (NW24-5.2)", Altered.withCases("cases/2024/facts.csv"),
                "there are no cases in it", Altered.withCases("cases/2024/NW24-1.2.csv"),
                "there was nothing to look at", Altered.withCases()));
        broken.put("every_rule_has_a_case_for_each_outcome_that_it_can_give", Map.of(
                "rule hours has no case (cases/2024/NW24-4.2.csv)", Altered.withCases("/zhicheng/contract/nowhere/cases/2024/facts.csv"),
                "rule one-series can say [CANNOT_TELL], and no case shows when", Altered.withCases("cases/2024/NW24-1.4.csv")));
        broken.put("no_case_passes_without_its_clause", Map.of("there was nothing to look at", Altered.withCases()));
        return broken;
    }

    private static void keep(Region region, String promise) throws Throwable {
        RegionContract contract = () -> region;
        try {
            RegionContract.class.getMethod(promise).invoke(contract);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Notice quoted(String prefix, Map<String, String> sentences) {
        return Notice.quoted(prefix, WORDS, null, WORDS, LocalDate.of(2024, 4, 1), List.of(), sentences);
    }

    private static Map<String, String> ordered(String... idsAndSentences) {
        var ordered = new LinkedHashMap<String, String>();
        for (var i = 0; i < idsAndSentences.length; i += 2) ordered.put(idsAndSentences[i], idsAndSentences[i + 1]);
        return ordered;
    }

    private static Window window(String id, String series, String printed) {
        return Window.of(id, SCOPE, Step.APPLICATION, Scope.of(Scope.Part.series(series)), When.byDay(LocalDate.of(2024, 6, 30), printed, null));
    }

    private static Setting setting(Clause clause) {
        return Setting.of("doubt", clause, WORDS, List.of(Setting.Option.of("A", WORDS), Setting.Option.of("B", WORDS)), "A", WORDS);
    }

    private static Region chain(Stop... stops) {
        return Altered.edition("chain", Said.says(List.of(stops)));
    }

    private static Region employer(Stop.Publicity publicity) {
        return chain(Stop.of(Channel.Kind.EMPLOYER, SCOPE, WORDS, Said.notSaid(WORDS)).publishing(publicity), AGENCY, OFFICE);
    }

    private static Region returning(Stop.Returns returns) {
        return chain(Stop.of(Channel.Kind.EMPLOYER, SCOPE, WORDS, Said.says(returns)), AGENCY, OFFICE);
    }

    private static Region nomination(String category, int atMost, String question) {
        return Altered.edition("nominations", Said.says(List.of(Nomination.of("kites", SCOPE, category, WORDS, List.of(Nomination.Grade.of("ANY", WORDS, atMost, "true")), WORDS, question, question, question))));
    }

    private static Region posts(List<Posts.Band> bands, List<Posts.Opinion> opinions, Said<Posts.Within> within) {
        return Altered.edition("posts", Said.says(Posts.of(SCOPE, WORDS, bands, opinions, within)));
    }

    private static Region entrusted(String channel, Said<Entrustment.Consent> consent) {
        return Altered.edition("entrustment", Said.says(Entrustment.of("far", SCOPE, channel, WORDS, consent, Entrustment.Reach.REGION)));
    }

    private static Evidence proof(String id, Said<Evidence.Upload> upload, Said<Evidence.Spared> spared) {
        return Evidence.of(id, SCOPE, Evidence.Of.EDUCATION, upload, spared);
    }

    private static Region evidence(Evidence... all) {
        return Altered.edition("evidence", Said.says(List.of(all)));
    }

    private static Integrity.Ground ground(int years, Integrity.Found found) {
        return Integrity.Ground.of("lies", Clause.of("NW24-annex1"), List.of(Case.SanctionKind.FALSE_MATERIAL), WORDS, Said.says(years), found == null ? Said.notSaid(WORDS) : Said.says(found));
    }

    private static Region honesty(Integrity.Ground ground) {
        return Altered.edition("integrity", Said.says(Integrity.of(Said.says(List.of(ground)), Said.notSaid(WORDS))));
    }

    private static Region rules(Rule... rules) {
        return Altered.edition("rules", List.of(rules));
    }

    private static Verdict satisfied() {
        return Verdict.satisfied(WORDS, WORDS);
    }

    private static Rule.Judge moody() {
        var asked = new AtomicInteger();
        return one -> asked.incrementAndGet() % 2 == 0 ? satisfied() : Verdict.open(WORDS, WORDS);
    }

    private static Edition forgetful(Edition edition) {
        var asked = new AtomicInteger();
        return (Edition) Proxy.newProxyInstance(Edition.class.getClassLoader(), new Class<?>[] {Edition.class}, (proxy, method, arguments) ->
                method.getName().equals("contacts") ? Said.notSaid(Text.of("第" + asked.incrementAndGet() + "次", "asked")) : method.invoke(edition, arguments));
    }
}
