package zhicheng.server.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.Unseen;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Claim;
import zhicheng.spi.Nomination;

/** What is known of who nominates whom (举荐, B23-2.3), put before the rules of an edition as the answers that they ask for. Pure, and no rule itself. */
public final class Nominations {
    private Nominations() {}

    /**
     * What is known of the unit of a dossier in its year.
     *
     * @param grade null: it is not recognised as one that nominates
     * @param lost whether it has lost its right
     * @param taken places that others have taken
     * @param own the place that this dossier has; null: none yet
     */
    public record Known(String grade, boolean lost, int taken, Integer own) {}

    /** What an edition says of nominations under the review category of a claim; empty where it is none. */
    public static Optional<Nomination> of(LoadedEdition edition, Claim claim) {
        return edition.edition().nominations().value().orElse(List.of()).stream().filter(one -> one.category().equals(claim.category())).findFirst();
    }

    /** The facts of a case with what is known in place of what its applicant answered; as they are where the claim is no nomination. */
    public static Map<String, Object> told(LoadedEdition edition, Claim claim, Map<String, Object> facts, Known known) {
        var nomination = of(edition, claim).orElse(null);
        if (nomination == null) return facts;
        var answers = new HashMap<String, String>();
        answers.put(nomination.place(), String.valueOf(known.own() == null ? known.taken() + 1 : known.own()));
        nomination.grades().stream().filter(grade -> grade.id().equals(known.grade())).findFirst().ifPresent(grade -> {
            answers.put(nomination.grade(), grade.answer());
            answers.put(nomination.right(), String.valueOf(known.lost()));
        });
        var all = new ArrayList<Object>();
        if (facts.get("answers") instanceof List<?> told) told.stream().filter(one -> !answers.containsKey(Unseen.trimmed(String.valueOf(((Map<?, ?>) one).get("question"))))).forEach(all::add);
        answers.forEach((question, value) -> all.add(Map.of("question", question, "value", value)));
        var with = new HashMap<>(facts);
        with.put("answers", all);
        return with;
    }
}
