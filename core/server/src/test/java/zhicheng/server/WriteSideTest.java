package zhicheng.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import zhicheng.server.account.LoggedIn;
import zhicheng.server.account.Made;
import zhicheng.server.account.ResetPassword;
import zhicheng.server.account.RestoreAccess;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;

/** How the inside of the write side holds together: look, decide, write, one class per verb. */
class WriteSideTest {
    /** Acts by which somebody comes in or goes: he has no account yet, and their key is kept with what they make. */
    private static final Set<String> WITHOUT_ACCOUNT = Set.of("activateAccount", "logIn", "logInByCard", "logInWith", "logOut", "refresh", "registerAccount", "resetPassword");
    private static final List<Class<?>> OUTCOMES = List.of(Acts.Outcome.class, LoggedIn.class, Made.class, ResetPassword.Reset.class, RestoreAccess.Restored.class, List.class);

    private static final JavaClasses SERVER = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("zhicheng.server");

    @Test
    void what_a_look_saw_is_an_input_to_the_decision_and_reaches_nobody_else() {
        var seen = SERVER.stream().filter(one -> (one.getSimpleName().startsWith("Seen") || one.getSimpleName().equals("OnItsWay")) && one.isRecord()).filter(one -> !one.getPackageName().endsWith(".account")).toList();
        assertEquals(Set.of("zhicheng.server.dossier.SeenDossier", "zhicheng.server.dossier.SeenAchievement", "zhicheng.server.chain.OnItsWay",
                "zhicheng.server.dossier.Entitled$Seen", "zhicheng.server.committee.PublishCommitteeNotice$Seen", "zhicheng.server.dossier.VerifyItem$Seen",
                "zhicheng.server.post.ConfirmPosts$Seen", "zhicheng.server.entrustment.DecideEntrustment$Seen", "zhicheng.server.entrustment.WithdrawEntrustment$Seen",
                "zhicheng.server.integrity.EndIntegrityEntry$Seen", "zhicheng.server.integrity.ConcludeComplaint$Seen", "zhicheng.server.dossier.RecordTransfer$Seen",
                "zhicheng.server.dossier.RecordEarlierTransfer$Seen"),
                seen.stream().map(JavaClass::getName).collect(Collectors.toSet()));
        seen.forEach(one -> assertFalse(one.getModifiers().contains(JavaModifier.PUBLIC), one.getName()));
        seen.forEach(one -> assertTrue(one.getDirectDependenciesToSelf().stream().allMatch(use -> use.getOriginClass().getPackage().equals(one.getPackage())), one.getName()));
    }

    @Test
    void graphql_asks_commands_and_the_reader_and_no_database() {
        assertTrue(SERVER.stream().anyMatch(one -> one.getPackageName().equals("zhicheng.server.graphql")));
        noClasses().that().resideInAPackage("zhicheng.server.graphql").should().dependOnClassesThat().resideInAnyPackage("java.sql", "javax.sql", "zhicheng.server.database").check(SERVER);
    }

    @Test
    void every_mutation_of_the_schema_is_a_class_of_its_name_that_acts_by_key_and_trail() throws IOException {
        var mutations = mutations();
        assertEquals(List.of("acceptDossier", "activateAccount", "agreeToAccount", "arrangeFiles", "askForOriginals", "beginEmployerReview", "bindIdentity", "changePassword", "closeAccount",
                "completeUpload", "composeDossier", "concludeComplaint", "concludeObjection", "confirmBinding", "confirmPosts", "confirmRealName",
                "correctName", "createAccountFor", "createBody", "createBodyAccount", "createUnit", "createUnitAccount", "decideEntrustment", "disownAccount", "editDossier", "endBinding", "endIntegrityEntry", "endPublication",
                "enterComplaint", "enterIntegrityEntry", "extendReturn", "fileEntrustment", "forwardDossier", "logIn", "logInByCard", "logInWith", "logOut", "markItems",
                "markRead", "objectToPublication", "openPublication", "pickAchievements", "publishCommitteeNotice", "recogniseNominator", "recommendDossier",
                "recordEarlierTransfer", "recordOriginals", "recordPosts", "recordRefund", "recordTransfer", "refresh", "refuseBinding", "refuseRecommendation", "registerAccount",
                "removeAchievement", "renewCode", "reportPublication", "requestBinding", "requestDownload", "requestUpload", "resetPassword", "restoreAccess", "restoreDossier", "resubmitDossier",
                "returnDossier", "revokeNominator", "revokeSessions", "saveAchievement", "saveProfile", "setAsideDossier", "signPledge",
                "signRecommendation", "submitDossier", "unbindIdentity", "verifyItem", "withdrawConsent", "withdrawDossier", "withdrawEntrustment"), mutations);
        for (var mutation : mutations) {
            var verb = SERVER.stream().filter(one -> one.getSimpleName().equalsIgnoreCase(mutation)).toList();
            assertEquals(1, verb.size(), mutation);
            var frame = WITHOUT_ACCOUNT.contains(mutation) ? "open" : "perform";
            assertTrue(verb.getFirst().getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(Acts.class) && call.getName().equals(frame)), mutation);
            assertTrue(verb.getFirst().getMethods().stream().anyMatch(method -> method.getName().equals("perform") && OUTCOMES.stream().anyMatch(method.getRawReturnType()::isEquivalentTo)), mutation);
        }
    }

    @Test
    void nothing_writes_a_statement_of_a_command_but_commands_and_their_frame() {
        var writers = SERVER.stream().filter(one -> one.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().getName().equals("zhicheng.server.database.Sql") && call.getName().startsWith("write")
                || call.getTargetOwner().isEquivalentTo(Chain.class) && call.getName().equals("add")))
                .map(JavaClass::getName).filter(name -> !name.equals("zhicheng.server.database.Sql")).collect(Collectors.toSet());
        assertEquals(Set.of("zhicheng.server.trail.Acts", "zhicheng.server.trail.Chain", "zhicheng.server.trail.TrailedQuestions", "zhicheng.server.trail.TrailRoots", "zhicheng.server.dossier.SaveProfile", "zhicheng.server.dossier.ComposeDossier", "zhicheng.server.dossier.EditDossier",
                "zhicheng.server.dossier.SignPledge", "zhicheng.server.dossier.SubmitDossier", "zhicheng.server.dossier.SaveAchievement", "zhicheng.server.dossier.RemoveAchievement",
                "zhicheng.server.dossier.PickAchievements$Picks", "zhicheng.server.dossier.Mending", "zhicheng.server.dossier.NextVersion", "zhicheng.server.dossier.RequestUpload", "zhicheng.server.dossier.CompleteUpload", "zhicheng.server.dossier.ArrangeFiles", "zhicheng.server.dossier.Verifications", "zhicheng.server.dossier.VerifyItem",
                "zhicheng.server.dossier.RequestDownload", "zhicheng.server.committee.PublishCommitteeNotice",
                "zhicheng.server.dossier.Arrivals", "zhicheng.server.dossier.ResubmitDossier", "zhicheng.server.dossier.WithdrawDossier", "zhicheng.server.dossier.RestoreDossier",
                "zhicheng.server.dossier.SetAsideDossier", "zhicheng.server.chain.Moved", "zhicheng.server.chain.MarkItems", "zhicheng.server.chain.AskForOriginals", "zhicheng.server.chain.RecordOriginals", "zhicheng.server.chain.ReturnDossier", "zhicheng.server.chain.ExtendReturn", "zhicheng.server.chain.OpenPublication",
                "zhicheng.server.chain.ObjectToPublication", "zhicheng.server.chain.ConcludeObjection", "zhicheng.server.chain.ReportPublication", "zhicheng.server.chain.RecommendDossier", "zhicheng.server.chain.SignRecommendation",
                "zhicheng.server.chain.ForwardDossier", "zhicheng.server.payment.Payments", "zhicheng.server.payment.RecordPayment", "zhicheng.server.payment.RecordRefund",
                "zhicheng.server.account.ActivateAccount", "zhicheng.server.account.AgreeToAccount", "zhicheng.server.account.Attempts", "zhicheng.server.account.ChangePassword", "zhicheng.server.account.CreateAccountFor",
                "zhicheng.server.account.BindIdentity", "zhicheng.server.account.LogInByCard", "zhicheng.server.account.LogInWith", "zhicheng.server.account.UnbindIdentity", "zhicheng.server.account.CarryOver",
                "zhicheng.server.chain.Disqualification", "zhicheng.server.chain.Nominated", "zhicheng.server.chain.Posted", "zhicheng.server.post.RecordPosts", "zhicheng.server.post.ConfirmPosts",
                "zhicheng.server.entrustment.FileEntrustment", "zhicheng.server.entrustment.WithdrawEntrustment", "zhicheng.server.entrustment.DecideEntrustment", "zhicheng.server.dossier.RecordTransfer", "zhicheng.server.dossier.RecordEarlierTransfer",
                "zhicheng.server.nomination.RecogniseNominator", "zhicheng.server.nomination.RevokeNominator", "zhicheng.server.integrity.EndIntegrityEntry",
                "zhicheng.server.integrity.EnterIntegrityEntry", "zhicheng.server.integrity.EnterComplaint", "zhicheng.server.integrity.ConcludeComplaint",
                "zhicheng.server.account.CreateBody", "zhicheng.server.account.CreateBodyAccount", "zhicheng.server.account.FirstAdministrator", "zhicheng.server.account.CreateUnit", "zhicheng.server.account.DecideBinding", "zhicheng.server.account.LogIn",
                        "zhicheng.server.account.NewAccount", "zhicheng.server.account.ConfirmRealName", "zhicheng.server.account.RealNames",
                        "zhicheng.server.account.RegisterAccount", "zhicheng.server.account.RequestBinding", "zhicheng.server.account.Sessions",
                        "zhicheng.server.account.LogOut", "zhicheng.server.account.Refresh", "zhicheng.server.account.ResetPassword", "zhicheng.server.account.RevokeSessions",
                        "zhicheng.server.message.MarkRead", "zhicheng.server.message.Messages", "zhicheng.server.clockwork.Dossiers",
                        "zhicheng.server.clockwork.Remind", "zhicheng.server.clockwork.SendMessages", "zhicheng.server.account.CreateUnitAccount",
                        "zhicheng.server.account.People", "zhicheng.server.account.MadeAccounts", "zhicheng.server.account.CloseAccount", "zhicheng.server.account.DisownAccount", "zhicheng.server.account.WithdrawConsent", "zhicheng.server.account.Applying", "zhicheng.server.account.RestoreAccess", "zhicheng.server.chain.OpenObjections", "zhicheng.server.chain.Strangers", "zhicheng.server.file.CaseFiles"), writers);
    }

    private static List<String> mutations() throws IOException {
        var mutations = new TreeSet<String>();
        for (var name : List.of("application", "account", "evidence", "chain", "verification", "identity", "integrity", "nomination", "posting", "refund"))
            try (var sdl = WriteSideTest.class.getResourceAsStream("/graphql/" + name + ".graphqls")) {
                var types = new SchemaParser().parse(new String(sdl.readAllBytes(), StandardCharsets.UTF_8));
                types.getTypes(ObjectTypeDefinition.class).stream().filter(type -> type.getName().equals("Mutation")).forEach(type -> type.getFieldDefinitions().forEach(field -> mutations.add(field.getName())));
                types.objectTypeExtensions().getOrDefault("Mutation", List.of()).forEach(type -> type.getFieldDefinitions().forEach(field -> mutations.add(field.getName())));
            }
        return List.copyOf(mutations);
    }
}
