package zhicheng.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import zhicheng.spi.Region;

/**
 * What every region keeps. A region's test implements it with its region and has these tests as its own:
 * {@snippet :
 * class XianningTest implements RegionContract {
 *     public Region region() { return new Xianning(); }
 * }
 * }
 * The form of the case tables is in {@link Cases}.
 */
public interface RegionContract {
    Region region();

    @Test
    default void its_id_area_code_and_names_are_well_formed() {
        hold(Checks.identity(region()));
    }

    @Test
    default void it_is_built_against_this_spi() {
        hold(Checks.spi(region()));
    }

    @Test
    default void its_notices_are_whole_have_prefixes_of_their_own_and_text_in_every_clause() {
        hold(Checks.notices(region()));
    }

    @Test
    default void its_editions_stand_in_order_and_rest_on_notices_that_exist() {
        hold(Checks.editions(region()));
    }

    @Test
    default void it_says_the_same_each_time() {
        hold(Checks.sameEachTime(region()));
    }

    @Test
    default void it_says_something_of_every_concern() {
        hold(Checks.concerns(region()));
    }

    @Test
    default void every_fact_has_a_clause_a_value_and_a_path_of_its_own() {
        hold(Checks.facts(region()));
    }

    @Test
    default void every_cited_clause_stands_in_the_text() {
        hold(Checks.citations(region()));
    }

    @Test
    default void its_chain_speaks_of_every_reviewer_in_the_words_of_its_notice() {
        hold(Checks.chain(region()));
    }

    @Test
    default void as_many_may_be_nominated_as_its_notice_says() {
        hold(Checks.nominations(region()));
    }

    @Test
    default void a_transfer_uses_up_what_its_notice_says() {
        hold(Checks.reuse(region()));
    }

    @Test
    default void it_counts_posts_as_its_notice_does() {
        hold(Checks.posts(region()));
    }

    @Test
    default void it_has_reviews_entrusted_by_a_channel_and_in_the_words_of_its_notice() {
        hold(Checks.entrustment(region()));
    }

    @Test
    default void what_has_to_be_proved_and_what_is_spared_stands_in_the_words_of_its_notice() {
        hold(Checks.evidence(region()));
    }

    @Test
    default void what_it_says_of_honesty_stands_in_the_words_of_its_notice() {
        hold(Checks.integrity(region()));
    }

    @Test
    default void every_rule_is_whole_and_has_an_id_of_its_own() {
        hold(Checks.rules(region()));
    }

    @Test
    default void it_names_only_series_categories_and_places_that_exist() {
        hold(Checks.names(region()));
    }

    @Test
    default void every_reading_can_be_chosen_and_changes_what_is_stated() {
        hold(Checks.readings(region()));
    }

    @Test
    default void its_facts_are_made_only_through_factories() {
        hold(Checks.madeByFactories(region()));
    }

    @Test
    default void its_rules_judge_whatever_is_known() {
        hold(Checks.verdicts(region()));
    }

    @Test
    default void its_rules_never_fail_a_case_of_which_nothing_is_known() {
        hold(Checks.nothingKnown(region()));
    }

    @Test
    default void its_cases_pass() {
        hold(Checks.cases(region()));
    }

    @Test
    default void every_rule_has_a_case_for_each_outcome_that_it_can_give() {
        hold(Checks.casesForEachOutcome(region()));
    }

    @Test
    default void no_case_passes_without_its_clause() {
        hold(Checks.casesCanFail(region()));
    }

    private void hold(Looked looked) {
        assertTrue(looked.at() > 0, () -> region().id() + ": there was nothing to look at");
        assertEquals("", String.join("\n", looked.problems()), () -> region().id() + ": " + looked.problems().size() + " of " + looked.at() + " are wrong");
    }
}
