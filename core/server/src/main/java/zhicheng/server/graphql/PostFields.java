package zhicheng.server.graphql;

import static zhicheng.server.graphql.Mutations.act;
import static zhicheng.server.graphql.Mutations.id;
import static zhicheng.server.graphql.Mutations.text;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import zhicheng.server.entrustment.DecideEntrustment;
import zhicheng.server.entrustment.FileEntrustment;
import zhicheng.server.entrustment.WithdrawEntrustment;
import zhicheng.server.post.ConfirmPosts;
import zhicheng.server.post.RecordPosts;
import zhicheng.server.read.Nouns;
import zhicheng.spi.Posts;

/** The posts of institutions, and letters of entrustment: each mutation of the SDL by the command of its name. */
@Singleton
final class PostFields implements Wires {
    private final ReadFields rows;
    private final ConfirmPosts confirmPosts;
    private final DecideEntrustment decideEntrustment;
    private final FileEntrustment fileEntrustment;
    private final RecordPosts recordPosts;
    private final WithdrawEntrustment withdrawEntrustment;

    PostFields(ReadFields rows, ConfirmPosts confirmPosts, DecideEntrustment decideEntrustment, FileEntrustment fileEntrustment, RecordPosts recordPosts, WithdrawEntrustment withdrawEntrustment) {
        this.rows = rows;
        this.confirmPosts = confirmPosts;
        this.decideEntrustment = decideEntrustment;
        this.fileEntrustment = fileEntrustment;
        this.recordPosts = recordPosts;
        this.withdrawEntrustment = withdrawEntrustment;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("confirmPosts", act((viewer, at, input) -> confirmPosts.perform(viewer, at,
                        new ConfirmPosts.Input(text(input, "key"), id(input, "postCount"), (Posts.By) input.get("by"), (Boolean) input.get("agree"), text(input, "says")))))
                .dataFetcher("decideEntrustment", act((viewer, at, input) -> decideEntrustment.perform(viewer, at,
                        new DecideEntrustment.Input(text(input, "key"), id(input, "entrustment"), (Boolean) input.get("agree"), text(input, "decision")))))
                .dataFetcher("fileEntrustment", act((viewer, at, input) -> fileEntrustment.perform(viewer, at,
                        new FileEntrustment.Input(text(input, "key"), text(input, "region"), (Integer) input.get("year"), id(input, "committee"), text(input, "series"), text(input, "specialty"),
                                id(input, "addressedTo"), text(input, "document"), (LocalDate) input.get("dated")))))
                .dataFetcher("recordPosts", act((viewer, at, input) -> recordPosts.perform(viewer, at,
                        new RecordPosts.Input(text(input, "key"), (Integer) input.get("year"), (LocalDate) input.get("asOf"), numbers(input)))))
                .dataFetcher("withdrawEntrustment", act((viewer, at, input) -> withdrawEntrustment.perform(viewer, at, new WithdrawEntrustment.Input(text(input, "key"), id(input, "entrustment"))))));
        EnumOf.wire(wiring, "PostOpinion", Posts.By.class);
        Mutations.payload(wiring, "ConfirmPosts", "postCount", rows, Nouns.POST_COUNT);
        Mutations.payload(wiring, "RecordPosts", "organisation", rows, Nouns.ORGANISATION);
        for (var name : List.of("DecideEntrustment", "FileEntrustment", "WithdrawEntrustment"))
            Mutations.payload(wiring, name, "entrustment", rows, Nouns.ENTRUSTMENT);
    }

    @SuppressWarnings("unchecked") // as the schema has it
    private static List<RecordPosts.Numbers> numbers(Map<String, Object> input) {
        return ((List<Map<String, Object>>) input.get("posts")).stream().map(one -> new RecordPosts.Numbers(text(one, "band"), (Integer) one.get("approved"), (Integer) one.get("filled"),
                (Integer) one.get("vacant"), (Integer) one.get("waiting"), (Integer) one.get("requested"), (Integer) one.get("supported"))).toList();
    }
}
