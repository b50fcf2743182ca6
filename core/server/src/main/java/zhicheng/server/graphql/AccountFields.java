package zhicheng.server.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import zhicheng.server.account.ActivateAccount;
import zhicheng.server.account.AgreeToAccount;
import zhicheng.server.account.BindIdentity;
import zhicheng.server.account.ChangePassword;
import zhicheng.server.account.CloseAccount;
import zhicheng.server.account.ConfirmBinding;
import zhicheng.server.account.ConfirmRealName;
import zhicheng.server.account.CorrectName;
import zhicheng.server.account.CreateAccountFor;
import zhicheng.server.account.CreateBody;
import zhicheng.server.account.CreateBodyAccount;
import zhicheng.server.account.CreateUnit;
import zhicheng.server.account.CreateUnitAccount;
import zhicheng.server.account.DisownAccount;
import zhicheng.server.account.EndBinding;
import zhicheng.server.account.LogIn;
import zhicheng.server.account.LogInByCard;
import zhicheng.server.account.LogInWith;
import zhicheng.server.account.LogOut;
import zhicheng.server.account.LoggedIn;
import zhicheng.server.account.Made;
import zhicheng.server.account.OpenSession;
import zhicheng.server.account.OutsideIdentities;
import zhicheng.server.account.Refresh;
import zhicheng.server.account.RefuseBinding;
import zhicheng.server.account.RegisterAccount;
import zhicheng.server.account.RenewCode;
import zhicheng.server.account.RequestBinding;
import zhicheng.server.account.ResetPassword;
import zhicheng.server.account.Responsible;
import zhicheng.server.account.RestoreAccess;
import zhicheng.server.account.RevokeSessions;
import zhicheng.server.account.Role;
import zhicheng.server.account.UnbindIdentity;
import zhicheng.server.account.WithdrawConsent;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.outside.card.CardSettings;
import zhicheng.server.outside.identity.Identities;
import zhicheng.server.outside.identity.IdentityProvider;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.server.trail.Acts;
import zhicheng.spi.AccountPolicy;

/** How people come in and go: each mutation of {@code account.graphqls} by the command of its name. */
@Singleton
final class AccountFields implements Wires {
    private final ReadFields rows;
    private final LogIn logIn;
    private final LogInWith logInWith;
    private final LogInByCard logInByCard;
    private final CardSettings card;
    private final BindIdentity bindIdentity;
    private final UnbindIdentity unbindIdentity;
    private final Identities identities;
    private final OutsideIdentities bound;
    private final Refresh refresh;
    private final LogOut logOut;
    private final RevokeSessions revokeSessions;
    private final ChangePassword changePassword;
    private final ActivateAccount activateAccount;
    private final AgreeToAccount agreeToAccount;
    private final RequestBinding requestBinding;
    private final ConfirmBinding confirmBinding;
    private final RefuseBinding refuseBinding;
    private final EndBinding endBinding;
    private final CorrectName correctName;
    private final CreateAccountFor createAccountFor;
    private final CreateBody createBody;
    private final CreateBodyAccount createBodyAccount;
    private final CreateUnit createUnit;
    private final CreateUnitAccount createUnitAccount;
    private final RenewCode renewCode;
    private final CloseAccount closeAccount;
    private final DisownAccount disownAccount;
    private final WithdrawConsent withdrawConsent;
    private final RegisterAccount registerAccount;
    private final ConfirmRealName confirmRealName;
    private final ResetPassword resetPassword;
    private final RestoreAccess restoreAccess;

    AccountFields(ReadFields rows, LogIn logIn, LogInWith logInWith, LogInByCard logInByCard, CardSettings card, BindIdentity bindIdentity, UnbindIdentity unbindIdentity, Identities identities, OutsideIdentities bound, Refresh refresh, LogOut logOut, RevokeSessions revokeSessions, ChangePassword changePassword, ActivateAccount activateAccount,
                  AgreeToAccount agreeToAccount, RequestBinding requestBinding, ConfirmBinding confirmBinding, RefuseBinding refuseBinding, EndBinding endBinding, CorrectName correctName, CreateAccountFor createAccountFor, CreateBody createBody, CreateBodyAccount createBodyAccount, CreateUnit createUnit, CreateUnitAccount createUnitAccount,
                  RenewCode renewCode, CloseAccount closeAccount, DisownAccount disownAccount, WithdrawConsent withdrawConsent, RegisterAccount registerAccount, ConfirmRealName confirmRealName, ResetPassword resetPassword, RestoreAccess restoreAccess) {
        this.rows = rows;
        this.logIn = logIn;
        this.logInWith = logInWith;
        this.logInByCard = logInByCard;
        this.card = card;
        this.bindIdentity = bindIdentity;
        this.unbindIdentity = unbindIdentity;
        this.identities = identities;
        this.bound = bound;
        this.refresh = refresh;
        this.logOut = logOut;
        this.revokeSessions = revokeSessions;
        this.changePassword = changePassword;
        this.activateAccount = activateAccount;
        this.agreeToAccount = agreeToAccount;
        this.requestBinding = requestBinding;
        this.confirmBinding = confirmBinding;
        this.refuseBinding = refuseBinding;
        this.endBinding = endBinding;
        this.correctName = correctName;
        this.createAccountFor = createAccountFor;
        this.createBody = createBody;
        this.createBodyAccount = createBodyAccount;
        this.createUnit = createUnit;
        this.createUnitAccount = createUnitAccount;
        this.renewCode = renewCode;
        this.closeAccount = closeAccount;
        this.disownAccount = disownAccount;
        this.withdrawConsent = withdrawConsent;
        this.registerAccount = registerAccount;
        this.confirmRealName = confirmRealName;
        this.resetPassword = resetPassword;
        this.restoreAccess = restoreAccess;
    }

    /** What comes of ending a session, of registering, of putting a name right, of agreeing to an account or taking that back, of closing or disowning one: nothing but findings. */
    public record Ended(List<Finding> findings) {}

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("logIn", this::logIn)
                .dataFetcher("logInWith", this::logInWith)
                .dataFetcher("logInByCard", this::logInByCard)
                .dataFetcher("bindIdentity", this::bindIdentity)
                .dataFetcher("unbindIdentity", this::unbindIdentity)
                .dataFetcher("refresh", this::refresh)
                .dataFetcher("logOut", this::logOut)
                .dataFetcher("revokeSessions", this::revokeSessions)
                .dataFetcher("changePassword", this::changePassword)
                .dataFetcher("activateAccount", this::activateAccount)
                .dataFetcher("agreeToAccount", this::agreeToAccount)
                .dataFetcher("requestBinding", this::requestBinding)
                .dataFetcher("confirmBinding", this::confirmBinding)
                .dataFetcher("refuseBinding", this::refuseBinding)
                .dataFetcher("endBinding", this::endBinding)
                .dataFetcher("correctName", this::correctName)
                .dataFetcher("createAccountFor", this::createAccountFor)
                .dataFetcher("createBody", this::createBody)
                .dataFetcher("createBodyAccount", this::createBodyAccount)
                .dataFetcher("createUnit", this::createUnit)
                .dataFetcher("createUnitAccount", this::createUnitAccount)
                .dataFetcher("renewCode", this::renewCode)
                .dataFetcher("closeAccount", this::closeAccount)
                .dataFetcher("disownAccount", this::disownAccount)
                .dataFetcher("withdrawConsent", this::withdrawConsent)
                .dataFetcher("registerAccount", this::registerAccount)
                .dataFetcher("confirmRealName", this::confirmRealName)
                .dataFetcher("resetPassword", this::resetPassword)
                .dataFetcher("restoreAccess", this::restoreAccess));
        wiring.type("Query", type -> type.dataFetcher("realName", field -> confirmRealName.standing(Asked.by(field)).orElse(null))
                .dataFetcher("identityProviders", _ -> identities.providers()).dataFetcher("cardPage", _ -> card.page()).dataFetcher("boundProviders", field -> bound.bound(Asked.by(field))));
        RegionFields.reads(wiring, "IdentityProvider", IdentityProvider.class);
        RegionFields.reads(wiring, "RealName", ConfirmRealName.Standing.class);
        EnumOf.wire(wiring, "RealNameState", List.of("REGISTERED", "PENDING", "PASSED", "DIFFERS", "HAS_ACCOUNT"));
        RegionFields.reads(wiring, "RegisterAccountPayload", Ended.class);
        Mutations.payload(wiring, "ConfirmRealName", "realName", field -> confirmRealName.standing(Asked.by(field)).orElse(null));
        RegionFields.reads(wiring, "Session", OpenSession.class);
        for (var name : List.of("LogInPayload", "LogInWithPayload", "LogInByCardPayload", "RefreshPayload", "ActivateAccountPayload")) RegionFields.reads(wiring, name, LoggedIn.class);
        for (var name : List.of("LogOutPayload", "CorrectNamePayload", "AgreeToAccountPayload", "WithdrawConsentPayload", "CloseAccountPayload", "DisownAccountPayload")) RegionFields.reads(wiring, name, Ended.class);
        for (var name : List.of("RevokeSessions", "ChangePassword", "BindIdentity", "UnbindIdentity")) Mutations.payload(wiring, name, "account", rows, Nouns.ACCOUNT);
        for (var name : List.of("RequestBinding", "ConfirmBinding", "RefuseBinding", "EndBinding")) Mutations.payload(wiring, name, "binding", rows, Nouns.BINDING);
        RegionFields.reads(wiring, "ResetPasswordPayload", ResetPassword.Reset.class);
        RegionFields.reads(wiring, "RestoreAccessPayload", RestoreAccess.Restored.class);
        RegionFields.reads(wiring, "RenewCodePayload", Made.class);
        wiring.type("CreateAccountForPayload", type -> type.defaultDataFetcher(Reads.from(Made.class)).dataFetcher("binding", rows.byId(Nouns.BINDING, field -> field.<Made>getSource().subject())));
        for (var name : List.of("CreateBodyPayload", "CreateBodyAccountPayload", "CreateUnitPayload", "CreateUnitAccountPayload"))
            wiring.type(name, type -> type.defaultDataFetcher(Reads.from(Made.class)).dataFetcher("organisation", rows.byId(Nouns.ORGANISATION, field -> field.<Made>getSource().subject())));
    }

    private LoggedIn logIn(DataFetchingEnvironment field) {
        var input = input(field);
        return logIn.perform(Asked.visitor(field), Asked.at(field), new LogIn.Input(input.get("key"), input.get("account"), input.get("password")));
    }

    private LoggedIn logInWith(DataFetchingEnvironment field) {
        var input = input(field);
        return logInWith.perform(Asked.visitor(field), Asked.at(field), new LogInWith.Input(input.get("key"), input.get("provider"), input.get("code"), input.get("verifier")));
    }

    private LoggedIn logInByCard(DataFetchingEnvironment field) {
        var input = input(field);
        return logInByCard.perform(Asked.visitor(field), Asked.at(field), new LogInByCard.Input(input.get("key"), input.get("ticket")));
    }

    private Acts.Outcome bindIdentity(DataFetchingEnvironment field) {
        var input = input(field);
        return bindIdentity.perform(Asked.by(field), Asked.at(field), new BindIdentity.Input(input.get("key"), input.get("provider"), input.get("code"), input.get("verifier")));
    }

    private Acts.Outcome unbindIdentity(DataFetchingEnvironment field) {
        var input = input(field);
        return unbindIdentity.perform(Asked.by(field), Asked.at(field), new UnbindIdentity.Input(input.get("key"), input.get("provider")));
    }

    private LoggedIn refresh(DataFetchingEnvironment field) {
        var input = input(field);
        return refresh.perform(Asked.visitor(field), Asked.at(field), new Refresh.Input(input.get("key"), input.get("refreshToken")));
    }

    private Ended logOut(DataFetchingEnvironment field) {
        var input = input(field);
        return new Ended(logOut.perform(Asked.at(field), new LogOut.Input(input.get("key"), input.get("refreshToken"))));
    }

    private Acts.Outcome revokeSessions(DataFetchingEnvironment field) {
        return revokeSessions.perform(Asked.by(field), Asked.at(field), input(field).get("key"));
    }

    private Acts.Outcome changePassword(DataFetchingEnvironment field) {
        var input = input(field);
        return changePassword.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new ChangePassword.Input(input.get("key"), input.get("current"), input.get("chosen")));
    }

    private LoggedIn activateAccount(DataFetchingEnvironment field) {
        var input = input(field);
        return activateAccount.perform(Asked.visitor(field), Asked.at(field),
                new ActivateAccount.Input(input.get("key"), input.get("account"), input.get("code"), input.get("password")));
    }

    private Ended agreeToAccount(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return new Ended(agreeToAccount.perform(Asked.by(field), Asked.at(field), new AgreeToAccount.Input((String) input.get("key"), Mutations.id(input, "organisation"))).findings());
    }

    private Acts.Outcome requestBinding(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return requestBinding.perform(Asked.by(field), Asked.at(field),
                new RequestBinding.Input((String) input.get("key"), Reader.id((String) input.get("organisation")), (AccountPolicy.Ground) input.get("ground")));
    }

    private Acts.Outcome confirmBinding(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return confirmBinding.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), (String) input.get("key"), Reader.id((String) input.get("binding")), (Integer) input.get("version"));
    }

    private Acts.Outcome refuseBinding(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return refuseBinding.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), (String) input.get("key"), Reader.id((String) input.get("binding")), (Integer) input.get("version"),
                (String) input.get("reason"));
    }

    private Acts.Outcome endBinding(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return endBinding.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), (String) input.get("key"), Reader.id((String) input.get("binding")), (Integer) input.get("version"),
                (String) input.get("reason"));
    }

    private Ended correctName(DataFetchingEnvironment field) {
        var input = input(field);
        return new Ended(correctName.perform(Asked.by(field), Asked.at(field), new CorrectName.Input(input.get("key"), input.get("identityNumber"), input.get("name"), input.get("document"))).findings());
    }

    private Made createAccountFor(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return createAccountFor.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new CreateAccountFor.Input((String) input.get("key"), (String) input.get("account"),
                (String) input.get("name"), (String) input.get("identityNumber"), (AccountPolicy.Ground) input.get("ground")));
    }

    private Made createBody(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return createBody.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new CreateBody.Input((String) input.get("key"), (String) input.get("name"), (String) input.get("creditCode"), (String) input.get("kind"),
                (String) input.get("region"), (String) input.get("areaCode"), Mutations.id(input, "parent"), (String) input.get("account"), capacities(input), responsible(input)));
    }

    private Made createBodyAccount(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return createBodyAccount.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new CreateBodyAccount.Input((String) input.get("key"), Mutations.id(input, "body"), (String) input.get("account"),
                capacities(input), responsible(input)));
    }

    private static Responsible responsible(Map<String, Object> input) {
        var person = Mutations.object(input, "person");
        return new Responsible(person.get("name"), person.get("identityNumber"));
    }

    @SuppressWarnings("unchecked")
    private static List<Role> capacities(Map<String, Object> input) {
        return (List<Role>) input.get("capacities");
    }

    private Made createUnit(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return createUnit.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new CreateUnit.Input((String) input.get("key"), (String) input.get("name"), (String) input.get("creditCode"),
                (String) input.get("kind"), (String) input.get("areaCode"), (String) input.get("clerk"), responsible(input)));
    }

    private Made createUnitAccount(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return createUnitAccount.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new CreateUnitAccount.Input((String) input.get("key"), Mutations.id(input, "unit"), (String) input.get("account"),
                (Role) input.get("capacity"), (Boolean) input.get("layDown"), responsible(input)));
    }

    private Made renewCode(DataFetchingEnvironment field) {
        var input = input(field);
        return renewCode.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new RenewCode.Input(input.get("key"), input.get("account")));
    }

    private Ended closeAccount(DataFetchingEnvironment field) {
        var input = input(field);
        return new Ended(closeAccount.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new CloseAccount.Input(input.get("key"), input.get("account"), input.get("reason"))).findings());
    }

    private Ended disownAccount(DataFetchingEnvironment field) {
        var input = input(field);
        return new Ended(disownAccount.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new DisownAccount.Input(input.get("key"), input.get("account"))).findings());
    }

    private Ended withdrawConsent(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return new Ended(withdrawConsent.perform(Asked.by(field), Asked.at(field), new WithdrawConsent.Input((String) input.get("key"), Mutations.id(input, "organisation"))).findings());
    }

    private Ended registerAccount(DataFetchingEnvironment field) {
        var input = input(field);
        return new Ended(registerAccount.perform(Asked.visitor(field), Asked.at(field), new RegisterAccount.Input(input.get("key"), input.get("region"), input.get("account"), input.get("password"),
                input.get("name"), input.get("identityNumber"))));
    }

    private Acts.Outcome confirmRealName(DataFetchingEnvironment field) {
        var input = input(field);
        return confirmRealName.perform(Asked.by(field), Asked.at(field), new ConfirmRealName.Input(input.get("key"), input.get("proof"), input.get("name"), input.get("identityNumber")));
    }

    private ResetPassword.Reset resetPassword(DataFetchingEnvironment field) {
        var input = input(field);
        return resetPassword.perform(Asked.visitor(field), Asked.at(field),
                new ResetPassword.Input(input.get("key"), input.get("account"), input.get("identityNumber"), input.get("proof"), input.get("password")));
    }

    private RestoreAccess.Restored restoreAccess(DataFetchingEnvironment field) {
        var input = input(field);
        return restoreAccess.perform(Asked.by(field), Asked.visitor(field), Asked.at(field), new RestoreAccess.Input(input.get("key"), input.get("account"), input.get("identityNumber"), input.get("document")));
    }

    private static Map<String, String> input(DataFetchingEnvironment field) {
        return field.getArgument("input");
    }
}
