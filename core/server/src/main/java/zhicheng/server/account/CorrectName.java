package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.Names;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.trail.Acts;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.Text;

/**
 * The administrator puts right what somebody is called who was entered under another name than goes with his identity number (B24-3.2, J24-2.1), by a document; nobody his own. What is published stays as it
 * was published.
 */
@Singleton
public final class CorrectName {
    private static final int LONGEST_DOCUMENT = 200;

    private final Acts acts;
    private final People people;
    private final Policies policies;
    private final Sessions sessions;

    CorrectName(Acts acts, People people, Policies policies, Sessions sessions) {
        this.acts = acts;
        this.people = people;
        this.policies = policies;
        this.sessions = sessions;
    }

    /**
     * @param identityNumber whole; it is repeated nowhere
     * @param name as on the identity paper
     * @param document what it rests on: an identity paper that was seen, a decision
     */
    public record Input(String key, String identityNumber, String name, String document) {
        @Override
        public String toString() {
            return "a name";
        }
    }

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("identityNumber", sessions.veiled(input.identityNumber()), "name", input.name(), "document", input.document());
        return acts.perform(actor, at, "correctName", input.key(), asked, List.of(), tx -> {
            var findings = new ArrayList<Finding>();
            Refusals.wrongPerson(input.name(), "input.name").ifPresent(findings::add);
            var number = Refusals.number(input.identityNumber(), "input.identityNumber", findings);
            findings.addAll(Words.problems("person.document", null, Text.of("更正依据的证件或文件", "the identity paper or document that it rests on"), input.document(), LONGEST_DOCUMENT, "input.document"));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var known = people.known(tx, number).orElse(null);
            if (known == null)
                return Acts.Outcome.refused(Finding.refusal("person.not-found", null, Text.of("已登记此身份号码的人员", "somebody who is known by this identity number"), Text.of("没有", "there is nobody"), "input.identityNumber"));
            var oneself = oneself(tx, actor, known.id(), Names.kept(input.name()));
            if (oneself.isPresent()) return Acts.Outcome.refused(oneself.get().refusal("person.own", null, Text.of("涉及本人", "it is about oneself"), "input.identityNumber"));
            if (Names.kept(known.name()).equals(Names.kept(input.name())))
                return Acts.Outcome.refused(Finding.refusal("person.name-stands", null, Text.of("与登记不同的姓名", "another name than the one that is known"), Text.of("与登记相同", "it is the same"), "input.name")
                        .remedy(Text.of("无须更正", "nothing is to be put right"), null));
            var region = Sql.one(tx, row -> row.getString(1), "select region from person where id = ?", known.id()).orElseThrow();
            people.correct(tx, actor, known, input.name(), input.document(), Stream.concat(policies.checks(region).stream(), policies.makes(region, Of.PERSON).stream()).distinct().toList(), at);
            return new Acts.Outcome(known.id(), List.of());
        });
    }

    /** What the administrator is to whom it is about, by the name that is known or the one that he is to have: who was entered under a wrong one is of his own name only afterwards. */
    private static Optional<Oneself> oneself(Connection tx, Viewer actor, UUID known, String name) throws SQLException {
        var now = Oneself.of(tx, actor, known);
        return now.isPresent() ? now : Sql.one(tx, _ -> Oneself.ACTOR_UNKNOWN, "select 1 from person where id = ? and name = ? and identity_index is null", actor.person(), name);
    }
}
