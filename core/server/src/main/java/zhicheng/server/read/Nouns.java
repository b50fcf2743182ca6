package zhicheng.server.read;

import static zhicheng.server.read.Noun.Served.ASCENDING;
import static zhicheng.server.read.Noun.Served.DESCENDING;
import static zhicheng.server.read.Noun.Served.EITHER_WAY;
import static zhicheng.server.read.Noun.Served.NOT;
import static zhicheng.server.read.Scalar.AMOUNT;
import static zhicheng.server.read.Scalar.BOOLEAN;
import static zhicheng.server.read.Scalar.DATE;
import static zhicheng.server.read.Scalar.HASH;
import static zhicheng.server.read.Scalar.HEX;
import static zhicheng.server.read.Scalar.ID;
import static zhicheng.server.read.Scalar.INSTANT;
import static zhicheng.server.read.Scalar.INT;
import static zhicheng.server.read.Scalar.TEXT;
import static zhicheng.server.read.Scalar.TEXTS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhicheng.server.read.Noun.Field;
import zhicheng.server.read.Noun.ToOne;

/** Everything that can be read, each noun once. What is not here cannot be selected, filtered, ordered or counted. */
public final class Nouns {
    private Nouns() {}

    public static final Noun ORGANISATION = Noun.of("Organisation", "organisation")
            .sortedBy("name", TEXT).mayHave("creditCode", TEXT).has("kind", TEXT).has("region", TEXT).has("areaCode", TEXT).has("madeUp", BOOLEAN)
            .has("createdAt", INSTANT)
            .leadsTo(new ToOne("parent", "Organisation", "parent", true, true))
            .many("nominators", "Nominator", "organisation")
            .searched("name")
            .ordered(Noun.Step.ascending("name"))
            .seenBy(Visible::toEveryone);

    public static final Noun PERSON = Noun.of("Person", "person")
            .sortedBy("name", TEXT).mayHave("birthDate", DATE).mayHave("gender", TEXT).has("residence", TEXT).has("region", TEXT)
            .field(new Field("identityNumber", "identity_masked", TEXT, true, NOT, true)).has("madeUp", BOOLEAN).has("createdAt", INSTANT)
            .leadsTo(new ToOne("employer", "Organisation", "employer", true, true))
            .many("dossiers", "Dossier", "applicant")
            .many("certificates", "Certificate", "person")
            .many("integrityEntries", "IntegrityEntry", "person")
            .many("achievements", "Achievement", "person")
            .many("transfers", "TitleTransfer", "person")
            .searched("name")
            .ordered(Noun.Step.ascending("name"))
            .seenBy(Visible::person);

    public static final Noun ACCOUNT = Noun.of("Account", "account")
            .has("name", TEXT).has("roles", TEXTS).has("madeUp", BOOLEAN).has("createdAt", INSTANT)
            .maybeOne("person", "Person")
            .leadsTo(new ToOne("organisation", "Organisation", "organisation", true, true))
            .ordered(Noun.Step.ascending("createdAt"))
            .seenBy(Visible::account);

    public static final Noun ACCOUNT_CONSENT = Noun.of("AccountConsent", "account_consent")
            .has("givenAt", INSTANT).has("until", INSTANT).mayHave("usedAt", INSTANT).mayHave("withdrawnAt", INSTANT).has("madeUp", BOOLEAN)
            .one("organisation", "Organisation")
            .ordered(Noun.Step.descending("givenAt"))
            .seenBy(Visible::accountConsent);

    public static final Noun BINDING = Noun.of("Binding", "binding")
            .has("region", TEXT).has("ground", TEXT).has("state", TEXT).has("name", TEXT).mayHave("reason", TEXT).has("askedAt", INSTANT).mayHave("decidedAt", INSTANT)
            .mayHave("endedAt", INSTANT).has("version", INT).has("madeUp", BOOLEAN)
            .maybeOne("person", "Person")
            .one("organisation", "Organisation")
            .ordered(Noun.Step.descending("askedAt"))
            .seenBy(Visible::binding);

    public static final Noun INTEGRITY_ENTRY = Noun.of("IntegrityEntry", "integrity_entry")
            .has("region", TEXT).has("kind", TEXT).has("reason", TEXT).field(new Field("clauseId", "clause", TEXT, false, NOT))
            .field(new Field("from", "from_day", DATE, false, NOT)).field(new Field("until", "until_day", DATE, true, NOT)).mayHave("document", TEXT)
            .has("createdAt", INSTANT).mayHave("endedAt", INSTANT).mayHave("endedWhy", TEXT).has("madeUp", BOOLEAN)
            .maybeOne("person", "Person")
            .one("decidedBy", "Organisation")
            .many("files", "CaseFile", "integrity_entry")
            .ordered(Noun.Step.descending("from"))
            .seenBy(Visible::enteredAbout);

    public static final Noun ACHIEVEMENT = Noun.of("Achievement", "achievement")
            .has("kind", TEXT).has("title", TEXT).mayHave("achievedOn", DATE).mayHave("endedOn", DATE).mayHave("number", TEXT).mayHave("granted", BOOLEAN)
            .mayHave("rank", INT).mayHave("grade", TEXT).mayHave("issuedBy", TEXT).mayHave("areaCode", TEXT).mayHave("quality", TEXT).mayHave("use", TEXT)
            .mayHave("benefit", TEXT).has("version", INT).mayHave("removedAt", INSTANT).has("madeUp", BOOLEAN)
            .many("picks", "DossierAchievement", "achievement")
            .all("files", "EvidenceFile", "achievement")
            .many("spentBy", "SpentAchievement", "achievement")
            .searched("title")
            .ordered(Noun.Step.descending("achievedOn"))
            .seenBy(Visible::achievement);

    public static final Noun EVIDENCE_FILE = Noun.of("EvidenceFile", "evidence_file")
            .has("place", INT).has("name", TEXT).mayHave("label", TEXT).has("size", AMOUNT).has("type", TEXT).has("sha256", HASH).has("declaredAt", INSTANT)
            .mayHave("receivedAt", INSTANT).mayHave("removedAt", INSTANT).has("madeUp", BOOLEAN)
            .one("achievement", "Achievement")
            .ordered(Noun.Step.ascending("place"))
            .seenBy(Visible::evidenceFile);

    public static final Noun COMMITTEE = Noun.of("Committee", "committee")
            .sortedBy("name", TEXT).has("region", TEXT).has("kind", TEXT).has("series", TEXTS).has("levels", TEXTS).mayHave("phone", TEXT)
            .mayHave("address", TEXT).has("madeUp", BOOLEAN).mayHave("remark", TEXT)
            .one("founder", "Organisation")
            .one("office", "Organisation")
            .many("filings", "CommitteeFiling", "committee")
            .many("notices", "CommitteeNotice", "committee")
            .many("meetings", "Meeting", "committee")
            .searched("name")
            .ordered(Noun.Step.ascending("name"))
            .seenBy(Visible::toEveryone);

    public static final Noun COMMITTEE_FILING = Noun.of("CommitteeFiling", "committee_filing")
            .field(new Field("from", "from_day", DATE, false, NOT)).field(new Field("until", "until_day", DATE, false, NOT))
            .has("status", TEXT).mayHave("document", TEXT).has("madeUp", BOOLEAN)
            .one("committee", "Committee")
            .one("filedWith", "Organisation")
            .ordered(Noun.Step.descending("from"))
            .seenBy(Visible::toEveryone);

    public static final Noun COMMITTEE_NOTICE = Noun.of("CommitteeNotice", "committee_notice")
            .has("region", TEXT).has("year", INT).mayHave("series", TEXTS).mayHave("levels", TEXTS).mayHave("categories", TEXTS)
            .has("intakeFrom", INSTANT).has("intakeUntil", INSTANT).mayHave("auditUntil", INSTANT).has("publishedAt", INSTANT).mayHave("document", TEXT).mayHave("permittedBy", TEXT).mayHave("link", TEXT)
            .has("madeUp", BOOLEAN).mayHave("remark", TEXT)
            .one("committee", "Committee")
            .ordered(Noun.Step.ascending("intakeFrom"))
            .seenBy(Visible::toEveryone);

    public static final Noun MEETING = Noun.of("Meeting", "meeting")
            .has("year", INT).has("status", TEXT).mayHave("planFiledAt", INSTANT).sortedBy("startsAt", INSTANT).mayHave("endsAt", INSTANT)
            .mayHave("place", TEXT).has("madeUp", BOOLEAN)
            .one("committee", "Committee")
            .ordered(Noun.Step.ascending("startsAt"))
            .seenBy(Visible::meeting);

    public static final Noun DOSSIER = Noun.of("Dossier", "dossier")
            .has("region", TEXT).has("year", INT).has("series", TEXT).mayHave("specialty", TEXT).has("level", TEXT).has("category", TEXT)
            .mayHave("channel", TEXT).has("title", TEXT).has("stage", TEXT).has("stageSince", INSTANT).mayHave("educationTenths", AMOUNT).mayHave("workSince", DATE)
            .has("version", INT).sortedBy("createdAt", INSTANT).has("updatedAt", INSTANT).maySortBy("submittedAt", INSTANT, DESCENDING)
            .mayHave("receiptAt", INSTANT).field(new Field("contentHash", "snapshot_hash", HASH, true, NOT)).mayHave("edition", INT)
            .mayHave("factsHash", HEX).mayHave("intakeAt", INSTANT).mayHave("withdrawnAt", INSTANT).mayHave("deletedAt", INSTANT)
            .mayHave("windowUntil", INSTANT).maySortBy("minutesBeforeClose", AMOUNT, ASCENDING)
            .mayHave("endedReason", TEXT).field(new Field("endedClauseId", "ended_clause", TEXT, true, NOT))
            .one("applicant", "Person")
            .leadsTo(new ToOne("employer", "Organisation", "employer", true, true))
            .leadsTo(new ToOne("committee", "Committee", "committee", true, true))
            .many("certificates", "Certificate", "dossier")
            .all("hours", "DossierHours", "dossier")
            .all("titles", "DossierTitle", "dossier")
            .all("degrees", "DossierDegree", "dossier")
            .all("assessments", "DossierAssessment", "dossier")
            .all("testPasses", "DossierTestPass", "dossier")
            .all("jobs", "DossierJob", "dossier")
            .all("achievements", "DossierAchievement", "dossier")
            .many("findings", "DossierFinding", "dossier")
            .many("trail", "TrailEntry", "subject")
            .all("steps", "DossierStep", "dossier")
            .all("returns", "DossierReturn", "dossier")
            .all("marks", "DossierMark", "dossier")
            .all("originals", "Originals", "dossier")
            .all("verifications", "DossierVerification", "dossier")
            .all("publications", "UnitPublication", "dossier")
            .many("objections", "Objection", "dossier")
            .many("complaints", "Complaint", "dossier")
            .all("payments", "Payment", "dossier")
            .all("posts", "DossierPost", "dossier")
            .all("nominations", "Nomination", "dossier")
            .searched("title", "specialty")
            .ordered(Noun.Step.descending("createdAt"))
            .seenBy(Visible::dossier);

    public static final Noun DOSSIER_HOURS = Noun.of("DossierHours", "dossier_hours")
            .has("year", INT).has("tenths", AMOUNT).mayHave("specialisedTenths", AMOUNT).mayHave("province", TEXT)
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("year"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_TITLE = Noun.of("DossierTitle", "dossier_title")
            .has("series", TEXT).mayHave("specialty", TEXT).has("level", TEXT).mayHave("obtainedOn", DATE).mayHave("province", TEXT).mayHave("aidMonths", AMOUNT).mayHave("appointedOn", DATE)
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("obtainedOn"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_DEGREE = Noun.of("DossierDegree", "dossier_degree")
            .has("level", TEXT).mayHave("obtainedOn", DATE)
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("obtainedOn"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_ASSESSMENT = Noun.of("DossierAssessment", "dossier_assessment")
            .has("year", INT).has("grade", TEXT)
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("year"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_TEST_PASS = Noun.of("DossierTestPass", "dossier_test_pass")
            .has("specialty", TEXT).has("level", TEXT).mayHave("passedOn", DATE)
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("passedOn"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_JOB = Noun.of("DossierJob", "dossier_job")
            .has("employer", TEXT).mayHave("position", TEXT).has("beganOn", DATE).mayHave("endedOn", DATE).mayHave("areaCode", TEXT).mayHave("grassroots", BOOLEAN)
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("beganOn"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_ACHIEVEMENT = Noun.of("DossierAchievement", "dossier_achievement")
            .has("kind", TEXT).has("title", TEXT).mayHave("achievedOn", DATE).mayHave("endedOn", DATE).mayHave("number", TEXT).mayHave("granted", BOOLEAN)
            .mayHave("rank", INT).mayHave("grade", TEXT).mayHave("issuedBy", TEXT).mayHave("areaCode", TEXT).mayHave("quality", TEXT).mayHave("use", TEXT)
            .mayHave("benefit", TEXT).has("version", INT).has("pickedAt", INSTANT).has("madeUp", BOOLEAN)
            .one("dossier", "Dossier")
            .maybeOne("achievement", "Achievement")
            .all("files", "DossierFile", "picked")
            .searched("title")
            .ordered(Noun.Step.descending("achievedOn"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_FILE = Noun.of("DossierFile", "dossier_file")
            .has("place", INT).has("name", TEXT).mayHave("label", TEXT).has("size", AMOUNT).has("type", TEXT).has("sha256", HASH).has("madeUp", BOOLEAN)
            .leadsTo(new ToOne("achievement", "DossierAchievement", "picked", false, true))
            .maybeOne("file", "EvidenceFile")
            .ordered(Noun.Step.ascending("place"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_FINDING = Noun.of("DossierFinding", "dossier_finding")
            .has("place", INT).has("at", INSTANT).has("rule", TEXT).field(new Field("clauseId", "clause", TEXT, true, NOT))
            .field(new Field("outcome", "verdict", TEXT, false, NOT)).mayHave("path", TEXT)
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("at"), Noun.Step.ascending("place"))
            .seenBy(Visible::finding);

    public static final Noun DOSSIER_STEP = Noun.of("DossierStep", "dossier_step")
            .has("seq", INT).has("place", INT).has("kind", TEXT).field(new Field("clauseId", "clause", TEXT, true, NOT)).sortedBy("arrivedAt", INSTANT)
            .mayHave("dueAt", INSTANT).mayHave("doneAt", INSTANT).mayHave("outcome", TEXT).mayHave("minutesLate", AMOUNT).mayHave("words", TEXT)
            .field(Field.shownTo(Visible::notHimself, "officer", TEXT)).has("madeUp", BOOLEAN)
            .leadsTo(new ToOne("unit", "Organisation", "unit", true, true))
            .maybeOne("responsible", "Person")
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("arrivedAt"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_RETURN = Noun.of("DossierReturn", "dossier_return")
            .has("number", INT).has("kind", TEXT).has("reason", TEXT).has("backTo", TEXT).has("counted", BOOLEAN).mayHave("says", TEXT)
            .field(new Field("clauseId", "clause", TEXT, true, NOT)).has("at", INSTANT).mayHave("dueAt", INSTANT).mayHave("answeredAt", INSTANT).has("madeUp", BOOLEAN)
            .one("unit", "Organisation")
            .one("dossier", "Dossier")
            .all("items", "DossierMark", "returned")
            .ordered(Noun.Step.descending("at"), Noun.Step.descending("number"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_MARK = Noun.of("DossierMark", "dossier_mark")
            .has("place", INT).has("path", TEXT).has("accepted", BOOLEAN).mayHave("reason", TEXT).field(new Field("clauseId", "clause", TEXT, true, NOT)).has("at", INSTANT).has("madeUp", BOOLEAN)
            .leadsTo(new ToOne("returned", "DossierReturn", "returned", true, true))
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("at"), Noun.Step.descending("place"))
            .seenBy(Visible::carried);

    public static final Noun DOSSIER_VERIFICATION = Noun.of("DossierVerification", "dossier_verification")
            .has("kind", TEXT).has("path", TEXT).has("state", TEXT).mayHave("source", TEXT).has("at", INSTANT).mayHave("validUntil", DATE)
            .field(new Field("clauseId", "clause", TEXT, false, NOT)).has("madeUp", BOOLEAN)
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("at"))
            .seenBy(Visible::carried);

    public static final Noun ORIGINALS = Noun.of("Originals", "originals")
            .has("says", TEXT).field(new Field("clauseId", "clause", TEXT, true, NOT)).has("askedAt", INSTANT).mayHave("agree", BOOLEAN).mayHave("found", TEXT).mayHave("whereKept", TEXT)
            .mayHave("checkedAt", INSTANT).mayHave("supersededAt", INSTANT).has("madeUp", BOOLEAN)
            .one("unit", "Organisation")
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("askedAt"))
            .seenBy(Visible::carried);

    public static final Noun UNIT_PUBLICATION = Noun.of("UnitPublication", "publication")
            .has("whereShown", TEXT).has("particulars", TEXTS).mayHave("assembly", TEXT).mayHave("shownWider", TEXT).sortedBy("openedAt", INSTANT).has("until", INSTANT).has("days", INT).has("working", BOOLEAN)
            .field(new Field("clauseId", "clause", TEXT, false, NOT)).field(Field.shownTo(Visible::carried, "report", TEXT)).mayHave("reportedAt", INSTANT).mayHave("endedAt", INSTANT).field(Field.shownTo(Visible::carried, "jointOpinion", TEXT)).mayHave("jointAt", INSTANT).has("madeUp", BOOLEAN)
            .one("unit", "Organisation")
            .leadsTo(new ToOne("jointWith", "Organisation", "joint_with", true, true))
            .maybeOne("dossier", "Dossier")
            .many("objections", "Objection", "publication")
            .ordered(Noun.Step.descending("openedAt"))
            .seenBy(Visible::publication);

    public static final Noun OBJECTION = Noun.of("Objection", "objection")
            .has("byName", TEXT).has("says", TEXT).has("at", INSTANT).mayHave("upheld", BOOLEAN).mayHave("conclusion", TEXT).mayHave("concludedAt", INSTANT).has("madeUp", BOOLEAN)
            .maybeOne("publication", "UnitPublication")
            .maybeOne("dossier", "Dossier")
            .ordered(Noun.Step.descending("at"))
            .seenBy(Visible::objection);

    public static final Noun COMPLAINT = Noun.of("Complaint", "complaint")
            .has("region", TEXT).mayHave("byName", TEXT).has("says", TEXT).sortedBy("receivedAt", INSTANT).mayHave("lookedFrom", DATE).mayHave("lookedUntil", DATE).mayHave("persons", TEXTS)
            .mayHave("manner", TEXT).mayHave("course", TEXT).mayHave("conclusion", TEXT).mayHave("founded", BOOLEAN).mayHave("handlingApplicant", TEXT).mayHave("handlingReviewers", TEXT)
            .mayHave("evidence", TEXTS).mayHave("concludedAt", INSTANT).has("madeUp", BOOLEAN)
            .one("unit", "Organisation")
            .maybeOne("about", "Person")
            .leadsTo(new ToOne("dossier", "Dossier", "dossier", true, false))
            .all("files", "CaseFile", "complaint")
            .ordered(Noun.Step.descending("receivedAt"))
            .seenBy(Visible::complaint);

    public static final Noun PAYMENT = Noun.of("Payment", "payment")
            .has("number", TEXT).has("fen", AMOUNT).field(new Field("clauseId", "clause", TEXT, false, NOT)).has("state", TEXT).sortedBy("askedAt", INSTANT).mayHave("dueAt", INSTANT)
            .mayHave("dueSays", TEXT).mayHave("openedAt", INSTANT).mayHave("address", TEXT).mayHave("closedAt", INSTANT).mayHave("paidAt", INSTANT).mayHave("toldAt", INSTANT)
            .mayHave("receipt", TEXT).mayHave("otherFen", AMOUNT).has("region", TEXT).mayHave("refund", TEXT).mayHave("refundFen", AMOUNT)
            .mayHave("refundedFen", AMOUNT).mayHave("refundedOn", DATE).mayHave("refundDocument", TEXT).has("madeUp", BOOLEAN)
            .maybeOne("dossier", "Dossier")
            .ordered(Noun.Step.descending("askedAt"))
            .seenBy(Visible::payment);

    public static final Noun MESSAGE = Noun.of("Message", "message")
            .has("kind", TEXT).has("zh", TEXT).has("en", TEXT).field(new Field("clauseId", "clause", TEXT, true, NOT)).sortedBy("at", INSTANT).mayHave("dueAt", INSTANT)
            .mayHave("readAt", INSTANT).mayHave("accountName", TEXT).has("madeUp", BOOLEAN)
            .leadsTo(new ToOne("person", "Person", "person", true, true))
            .maybeOne("dossier", "Dossier")
            .ordered(Noun.Step.descending("at"))
            .seenBy(Visible::message);

    public static final Noun POST_COUNT = Noun.of("PostCount", "post_count")
            .has("region", TEXT).has("year", INT).has("band", TEXT).has("asOf", DATE).has("approved", AMOUNT).has("filled", AMOUNT).has("vacant", AMOUNT).mayHave("waiting", AMOUNT)
            .mayHave("requested", AMOUNT).mayHave("supported", AMOUNT).field(new Field("clauseId", "clause", TEXT, false, NOT)).sortedBy("recordedAt", INSTANT).mayHave("supersededAt", INSTANT)
            .mayHave("departmentAgrees", BOOLEAN).mayHave("departmentSays", TEXT).mayHave("departmentAt", INSTANT).mayHave("personnelAgrees", BOOLEAN).mayHave("personnelSays", TEXT)
            .mayHave("personnelAt", INSTANT).has("madeUp", BOOLEAN)
            .one("organisation", "Organisation")
            .leadsTo(new ToOne("superior", "Organisation", "superior", true, true))
            .leadsTo(new ToOne("department", "Organisation", "department", true, true))
            .leadsTo(new ToOne("personnel", "Organisation", "personnel", true, true))
            .ordered(Noun.Step.descending("recordedAt"))
            .seenBy(Visible::postCount);

    public static final Noun DOSSIER_POST = Noun.of("DossierPost", "dossier_post")
            .has("year", INT).has("band", TEXT).mayHave("place", INT).has("vacant", INT).field(new Field("clauseId", "clause", TEXT, false, NOT)).has("at", INSTANT).mayHave("givenUpAt", INSTANT)
            .has("madeUp", BOOLEAN)
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("at"))
            .seenBy(Visible::carried);

    public static final Noun CASE_FILE = Noun.of("CaseFile", "case_file")
            .has("place", INT).has("name", TEXT).mayHave("label", TEXT).has("size", AMOUNT).has("type", TEXT).has("sha256", HASH).has("declaredAt", INSTANT).mayHave("receivedAt", INSTANT)
            .has("madeUp", BOOLEAN)
            .leadsTo(new ToOne("complaint", "Complaint", "complaint", true, true))
            .leadsTo(new ToOne("integrityEntry", "IntegrityEntry", "integrity_entry", true, true))
            .one("unit", "Organisation")
            .ordered(Noun.Step.ascending("place"))
            .seenBy(Visible::caseFile);

    public static final Noun NOMINATOR = Noun.of("Nominator", "nominator")
            .has("region", TEXT).has("category", TEXT).has("grade", TEXT).has("document", TEXT).field(new Field("clauseId", "clause", TEXT, false, NOT))
            .field(new Field("from", "from_day", DATE, false, NOT)).mayHave("lostAt", INSTANT).mayHave("lostWhy", TEXT).mayHave("lostBy", TEXT).has("createdAt", INSTANT).has("madeUp", BOOLEAN)
            .one("organisation", "Organisation")
            .one("decidedBy", "Organisation")
            .ordered(Noun.Step.descending("from"))
            .seenBy(Visible::nominator);

    public static final Noun NOMINATION = Noun.of("Nomination", "nomination")
            .has("region", TEXT).has("year", INT).has("category", TEXT).has("place", INT).has("at", INSTANT).has("madeUp", BOOLEAN)
            .one("organisation", "Organisation")
            .one("dossier", "Dossier")
            .ordered(Noun.Step.descending("at"))
            .seenBy(Visible::carried);

    public static final Noun ENTRUSTMENT = Noun.of("Entrustment", "entrustment")
            .has("region", TEXT).has("year", INT).has("series", TEXT).mayHave("specialty", TEXT).has("document", TEXT).has("dated", DATE).field(new Field("clauseId", "clause", TEXT, false, NOT))
            .sortedBy("filedAt", INSTANT).mayHave("agreed", BOOLEAN).mayHave("decision", TEXT).mayHave("decidedAt", INSTANT).mayHave("withdrawnAt", INSTANT).has("madeUp", BOOLEAN)
            .one("unit", "Organisation")
            .leadsTo(new ToOne("addressedTo", "Organisation", "addressed_to", true, true))
            .leadsTo(new ToOne("decidedBy", "Organisation", "decided_by", true, true))
            .one("committee", "Committee")
            .ordered(Noun.Step.descending("filedAt"))
            .seenBy(Visible::entrustment);

    public static final Noun TITLE_TRANSFER = Noun.of("TitleTransfer", "title_transfer")
            .has("region", TEXT).has("fromSeries", TEXT).has("series", TEXT).has("level", TEXT).has("levelSince", DATE).has("document", TEXT).field(new Field("clauseId", "clause", TEXT, false, NOT))
            .has("createdAt", INSTANT).has("madeUp", BOOLEAN)
            .maybeOne("person", "Person")
            .maybeOne("dossier", "Dossier")
            .one("decidedBy", "Organisation")
            .all("spent", "SpentAchievement", "transfer")
            .ordered(Noun.Step.descending("createdAt"))
            .seenBy(Visible::enteredAbout);

    public static final Noun SPENT_ACHIEVEMENT = Noun.of("SpentAchievement", "spent_achievement")
            .has("spentAt", INSTANT)
            .one("transfer", "TitleTransfer")
            .maybeOne("achievement", "Achievement")
            .ordered(Noun.Step.descending("spentAt"))
            .seenBy(Visible::spent);

    public static final Noun TRAIL_ROOT = Noun.of("TrailRoot", "trail_root")
            .field(new Field("number", "place", INT, false, EITHER_WAY)).has("at", INSTANT).mayHave("before", HASH).has("hash", HASH).has("tree", HASH).has("leaves", AMOUNT).has("subjects", INT)
            .has("entries", INT).field(new Field("key", "signer", HEX, false, NOT)).field(new Field("statement", "says", TEXT, false, NOT)).has("signature", HASH)
            .ordered(Noun.Step.descending("number"))
            .seenBy(Visible::trailRoot);

    public static final Noun TRAIL_ENTRY = Noun.of("TrailEntry", "trail")
            .sortedBy("at", INSTANT).field(Field.shownTo(Visible::wholeChain, "place", INT)).has("act", TEXT).has("subjectKind", TEXT).field(new Field("subjectId", "subject", ID, false, NOT))
            .field(new Field("actorId", "actor", ID, true, NOT)).mayHave("capacity", TEXT).mayHave("clause", TEXT).has("byExpert", BOOLEAN)
            .leadsTo(new ToOne("organisation", "Organisation", "organisation", true, true))
            .leadsTo(new ToOne("dossier", "Dossier", "subject", true, false))
            .ordered(Noun.Step.descending("at"), Noun.Step.descendingBy("place"))
            .seenBy(Visible::trail);

    public static final Noun CERTIFICATE = Noun.of("Certificate", "certificate")
            .has("number", TEXT).has("holder", TEXT).has("region", TEXT).has("series", TEXT).mayHave("specialty", TEXT).has("level", TEXT)
            .has("title", TEXT).mayHave("document", TEXT).has("obtainedOn", DATE).sortedBy("issuedAt", INSTANT).mayHave("revokedAt", INSTANT)
            .field(new Field("revokedWhy", "revoked_why", TEXT, true, NOT)).has("madeUp", BOOLEAN)
            .maybeOne("person", "Person")
            .maybeOne("dossier", "Dossier")
            .leadsTo(new ToOne("committee", "Committee", "committee", true, true))
            .searched("holder", "title")
            .ordered(Noun.Step.descending("issuedAt"))
            .seenBy(Visible::certificate);

    private static final Map<String, Noun> BY_NAME = byName(List.of(ORGANISATION, PERSON, ACCOUNT, BINDING, INTEGRITY_ENTRY, ACHIEVEMENT, COMMITTEE,
            COMMITTEE_FILING, COMMITTEE_NOTICE, MEETING, DOSSIER, CERTIFICATE, DOSSIER_HOURS, DOSSIER_TITLE, DOSSIER_DEGREE, DOSSIER_ASSESSMENT,
            DOSSIER_TEST_PASS, DOSSIER_ACHIEVEMENT, DOSSIER_FINDING, TRAIL_ENTRY, DOSSIER_STEP, DOSSIER_RETURN, DOSSIER_MARK, ORIGINALS, UNIT_PUBLICATION, OBJECTION, COMPLAINT, EVIDENCE_FILE, DOSSIER_FILE,
            MESSAGE, PAYMENT, POST_COUNT, DOSSIER_POST, ENTRUSTMENT, CASE_FILE, NOMINATOR, NOMINATION, TITLE_TRANSFER, SPENT_ACHIEVEMENT, TRAIL_ROOT, DOSSIER_VERIFICATION, DOSSIER_JOB, ACCOUNT_CONSENT));

    /** In a fixed order. */
    public static List<Noun> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** @param name the GraphQL type */
    public static Noun named(String name) {
        var noun = BY_NAME.get(name);
        if (noun == null) throw new IllegalArgumentException("no noun is called " + name);
        return noun;
    }

    /** Whether there are lists of it: a root field's or a relation's. An account is reached through «me». */
    public static boolean listed(Noun noun) {
        return !noun.equals(ACCOUNT);
    }

    private static Map<String, Noun> byName(List<Noun> nouns) {
        var byName = new LinkedHashMap<String, Noun>();
        for (var noun : nouns)
            if (byName.put(noun.name(), noun) != null) throw new IllegalStateException("two nouns are called " + noun.name());
        for (var noun : nouns)
            for (var relation : noun.relations().values())
                if (!byName.containsKey(relation.target()))
                    throw new IllegalStateException(noun.name() + "." + relation.name() + " leads to no noun: " + relation.target());
        return byName;
    }
}
