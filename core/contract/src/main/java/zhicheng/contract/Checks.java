package zhicheng.contract;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Edition;
import zhicheng.spi.Evidence;
import zhicheng.spi.FactSheet;
import zhicheng.spi.Form;
import zhicheng.spi.Integrity;
import zhicheng.spi.National;
import zhicheng.spi.Notice;
import zhicheng.spi.Question;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Scope;
import zhicheng.spi.Series;
import zhicheng.spi.Spi;
import zhicheng.spi.Stop;
import zhicheng.spi.Verdict;

/** What every region keeps, each as a check that yields everything it found wrong; {@link RegionContract} runs them as tests. */
public final class Checks {
    /** Random cases a rule. */
    static final int CASES_A_RULE = 500;

    private static final Pattern PREFIX = Pattern.compile("[A-Z]{1,8}\\d{2}[a-z]?");

    /** Lines that need no clause: the edition's own year, number and notices, and what is said to be unsaid. */
    private static final Pattern WITHOUT_CLAUSE = Pattern.compile("year|edition|notices\\.\\d+|([A-Za-z]+\\.)+(notSaid|notAsked)\\.(zh|en)");

    private Checks() {}

    static Looked identity(Region region) {
        var looked = new Looked();
        looked.at(region.id() != null && region.id().matches("[a-z]{2,32}"), "a region's id is 2 to 32 lower-case Latin letters, not «" + region.id() + "»");
        looked.at(region.areaCode() != null && region.areaCode().matches("\\d{6}"), "an area code is six digits (GB/T 2260), not «" + region.areaCode() + "»");
        looked.at(region.name() != null && region.province() != null, "a region has a name and a province");
        return looked;
    }

    static Looked spi(Region region) {
        var looked = new Looked();
        looked.at(Spi.VERSION.equals(region.spi()), "it is built against SPI " + region.spi() + ", this is " + Spi.VERSION + ": return Spi.VERSION and build again");
        return looked;
    }

    static Looked notices(Region region) {
        var looked = new Looked();
        var seen = new HashSet<>(National.notices().stream().map(Notice::prefix).toList());
        for (var notice : region.notices()) {
            looked.at(PREFIX.matcher(notice.prefix()).matches(), "not a notice's prefix: " + notice.prefix());
            looked.at(seen.add(notice.prefix()), "prefix " + notice.prefix() + " is taken by another notice");
            looked.at(notice.whole(), "notice " + notice.prefix() + " is not shipped as a whole");
            looked.at(notice.clauses().getFirst().id().equals(notice.prefix()), "notice " + notice.prefix() + " does not begin with its own mark ⟦" + notice.prefix() + "⟧");
            looked.at(notice.title() != null && notice.issuer() != null && notice.date() != null, "notice " + notice.prefix() + " has a title, an issuer and a date");
            for (var clause : notice.clauses())
                looked.at(notice.sentence(clause).filter(sentence -> !sentence.isBlank()).isPresent(), "clause " + clause + " has no text");
        }
        return looked;
    }

    static Looked editions(Region region) {
        var looked = new Looked();
        var own = region.notices().stream().map(Notice::prefix).toList();
        var national = National.notices().stream().map(Notice::prefix).toList();
        Edition before = null;
        for (var edition : editionsOf(region)) {
            var name = name(edition);
            looked.at(edition.number() >= 1, name + ": editions are numbered from 1");
            if (before != null)
                looked.at(Comparator.comparing(Edition::year).thenComparing(Edition::number).compare(before, edition) < 0, name + " stands after " + name(before) + ": oldest first, none twice");
            looked.at(!edition.notices().isEmpty() && own.contains(edition.notices().getFirst()), name + " rests on no notice of the region's own, or names it not first");
            for (var prefix : edition.notices())
                looked.at(own.contains(prefix) || national.contains(prefix), name + " rests on " + prefix + ", which is neither the region's nor a national text");
            before = edition;
        }
        return looked;
    }

    static Looked sameEachTime(Region region) {
        var looked = new Looked();
        var once = editionsOf(region);
        var again = editionsOf(region);
        looked.at(once.size() == again.size(), "asked twice it has " + once.size() + " and then " + again.size() + " editions");
        for (var i = 0; i < Math.min(once.size(), again.size()); i++) {
            var first = FactSheet.of(once.get(i));
            var second = FactSheet.of(again.get(i));
            looked.at(first.hash().equals(second.hash()), name(once.get(i)) + " states other facts when asked again: " + difference(first, second));
        }
        return looked;
    }

    static Looked concerns(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region))
            for (var concern : concerns()) {
                var said = ask(edition, concern);
                looked.at(said != null, name(edition) + " answers null to " + concern);
                looked.at(!(said instanceof Said.NotSaidSince<?>), name(edition) + " does not say " + concern + ": a region of this SPI says it, or says that its notices do not");
            }
        return looked;
    }

    static Looked facts(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            var paths = new HashSet<String>();
            for (var line : FactSheet.of(edition).lines()) {
                looked.at(!line.value().isBlank() || line.path().endsWith(".branch"), name(edition) + ": " + line.path() + " is blank");
                looked.at(line.clause().isPresent() || WITHOUT_CLAUSE.matcher(line.path()).matches(), name(edition) + ": " + line.path() + " has no clause");
                looked.at(paths.add(line.path()), name(edition) + ": two facts are called " + line.path());
            }
        }
        return looked;
    }

    static Looked citations(Region region) {
        var looked = new Looked();
        cited(region).forEach((clause, where) -> looked.at(inText(region, clause), where + " cites " + clause + ", which is not in the text of " + clause.prefix()));
        return looked;
    }

    /** Every clause that a region's facts, rules, questions, dispositions or settings cite, with the first place that does. */
    static Map<Clause, String> cited(Region region) {
        var cited = new LinkedHashMap<Clause, String>();
        for (var setting : region.settings()) cited.putIfAbsent(setting.clause(), "setting " + setting.id());
        for (var edition : editionsOf(region))
            for (var line : FactSheet.of(edition).lines())
                line.clause().ifPresent(clause -> cited.putIfAbsent(clause, name(edition) + " " + line.path()));
        return cited;
    }

    private static boolean inText(Region region, Clause clause) {
        return Stream.concat(region.notices().stream(), National.notices().stream())
                .filter(notice -> notice.prefix().equals(clause.prefix()))
                .anyMatch(notice -> notice.sentence(clause).isPresent());
    }

    /** What is ruled on a dossier's way, held against the words of the clauses that rule it. */
    static Looked chain(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            var stops = edition.chain().value().orElse(List.of());
            var kinds = stops.stream().map(Stop::kind).toList();
            looked.at(kinds.size() == Set.copyOf(kinds).size(), name(edition) + ": two stops are of one kind");
            for (var channel : edition.channels().value().orElse(List.of()))
                for (var node : channel.chain())
                    looked.at(edition.chain().value().isEmpty() || kinds.contains(node.kind()), name(edition) + ": channel " + channel.id() + " goes by " + node.kind() + ", of which the chain says nothing");
            for (var stop : stops) {
                var where = name(edition) + ": stop " + stop.id();
                stop.publicity().ifPresent(publicity -> {
                    publicity.atLeast().value().ifPresent(days -> looked.at(words(region, publicity.clause()).contains(days.number() + (days.working() ? "个工作日" : "天")),
                            where + " is published for " + days.number() + (days.working() ? " working days" : " days") + ", which " + publicity.clause() + " does not say"));
                    publicity.sentence().ifPresent(sentence -> looked.at(words(region, publicity.clause()).contains(sentence), where + " has a sentence that does not stand in " + publicity.clause()));
                    publicity.particulars().forEach(particular -> looked.at(!particular.label().zh().isBlank(), where + " shows something without a name"));
                    publicity.joint().ifPresent(joint -> {
                        looked.at(edition.questions().stream().anyMatch(one -> one.id().equals(joint.question())), where + " is recommended jointly by question " + joint.question() + ", which the edition does not ask");
                        joint.channel().ifPresent(channel -> looked.at(has(edition, channel), where + " is recommended jointly by channel " + channel + ", which the edition does not have"));
                    });
                    publicity.wider().ifPresent(wider -> wider.categories().forEach(category -> looked.at(categoriesOf(edition).contains(category), where + " is published wider for " + category + ", which the edition does not have")));
                });
                stop.returns().value().ifPresent(returns -> {
                    looked.at(!returns.atOnce() || words(region, returns.clause()).contains("一次性"), where + " tells all at once, which " + returns.clause() + " does not say");
                    returns.atMost().value().ifPresent(limit -> looked.at(words(region, returns.clause()).contains(limit.times() + "次"), where + " returns at most " + limit.times() + " times, which " + returns.clause() + " does not say"));
                    returns.sameWay().ifPresent(clause -> looked.at(words(region, clause).contains("按原报送渠道退回"), where + " returns by the way it came, which " + clause + " does not say"));
                });
            }
        }
        return looked;
    }

    /** What a transfer uses up, held against the words of the clause. */
    static Looked reuse(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            looked.at(edition.reuse() != null, name(edition) + " answers null to reuse");
            edition.reuse().value().ifPresent(reuse -> looked.at(words(region, reuse.clause()).contains("转评") && words(region, reuse.clause()).contains("不得用于"),
                    name(edition) + ": a transfer uses achievements up, which " + reuse.clause() + " does not say"));
        }
        return looked;
    }

    /** What has to be proved and what is spared, held against the words of the clauses. */
    static Looked evidence(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            looked.at(edition.evidence() != null, name(edition) + " answers null to evidence");
            var spoken = EnumSet.noneOf(Evidence.Of.class);
            for (var one : edition.evidence().value().orElse(List.of())) {
                var where = name(edition) + ": evidence " + one.id();
                looked.at(spoken.add(one.of()), where + " is of " + one.of() + ", as another is");
                one.channel().ifPresent(channel -> looked.at(has(edition, channel), where + " is asked for by channel " + channel + ", which the edition does not have"));
                looked.at(!one.of().isConsent() || one.channel().isPresent(), where + " is a consent, and no channel asks for it");
                one.upload().value().ifPresent(upload -> looked.at(words(region, upload.clause()).contains(one.of().isConsent() ? "同意" : "材料"), where + " has to be there, which " + upload.clause() + " does not say"));
                one.spared().value().ifPresent(spared -> looked.at(Stream.of("核验", "查验", "自动获取").anyMatch(words(region, spared.clause())::contains), where + " is spared, which " + spared.clause() + " does not say"));
            }
        }
        return looked;
    }

    /** How many may be nominated, held against the words of the clause and against what else the edition has. */
    static Looked nominations(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            looked.at(edition.nominations() != null, name(edition) + " answers null to nominations");
            var questions = edition.questions().stream().map(Question::id).toList();
            for (var nomination : edition.nominations().value().orElse(List.of())) {
                var where = name(edition) + ": nomination " + nomination.id();
                looked.at(categoriesOf(edition).contains(nomination.category()), where + " is for category " + nomination.category() + ", which the edition does not have");
                for (var question : List.of(nomination.place(), nomination.grade(), nomination.right()))
                    looked.at(questions.contains(question), where + " answers " + question + ", which the edition does not ask");
                for (var grade : nomination.grades())
                    looked.at(words(region, nomination.clause()).contains(grade.atMost() + "人"), where + " lets " + grade.id() + " nominate " + grade.atMost() + ", which " + nomination.clause() + " does not say");
            }
        }
        return looked;
    }

    /** How posts are counted, held against the words of the clauses and against what else the edition has. */
    static Looked posts(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            looked.at(edition.posts() != null, name(edition) + " answers null to posts");
            edition.posts().value().ifPresent(posts -> {
                looked.at(words(region, posts.clause()).matches(".*(岗位|按岗).*"), name(edition) + ": posts are told by " + posts.clause() + ", which does not speak of them");
                var levels = posts.bands().stream().flatMap(band -> band.levels().stream()).toList();
                looked.at(!levels.isEmpty() && levels.size() == Set.copyOf(levels).size(), name(edition) + " counts no level, or one twice");
                for (var opinion : posts.opinions())
                    looked.at(words(region, opinion.clause()).contains(opinion.by().label().zh() + "审核意见"), name(edition) + ": an opinion of " + opinion.by() + " is asked for, which " + opinion.clause() + " does not say");
                posts.channel().ifPresent(channel -> looked.at(has(edition, channel), name(edition) + " asks for posts by channel " + channel + ", which the edition does not have"));
                posts.within().value().ifPresent(within -> {
                    looked.at(words(region, within.clause()).contains("岗位结构比例内"), name(edition) + " recommends within the vacant posts, which " + within.clause() + " does not say");
                    within.outside().ifPresent(question -> looked.at(edition.questions().stream().anyMatch(one -> one.id().equals(question)),
                            name(edition) + ": question " + question + " tells who takes up no post, which the edition does not ask"));
                });
            });
        }
        return looked;
    }

    /** By which channel reviews are entrusted, held against the words of the clause and against what else the edition has. */
    static Looked entrustment(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            looked.at(edition.entrustment() != null, name(edition) + " answers null to entrustment");
            edition.entrustment().value().ifPresent(one -> {
                looked.at(words(region, one.clause()).contains("委托"), name(edition) + ": reviews are entrusted by " + one.clause() + ", which does not say so");
                var channel = edition.channels().value().orElse(List.of()).stream().filter(some -> some.id().equals(one.channel())).findFirst();
                looked.at(channel.isPresent(), name(edition) + ": reviews are entrusted by channel " + one.channel() + ", which the edition does not have");
                one.consent().value().ifPresent(consent -> {
                    looked.at(words(region, consent.clause()).contains("同意"), name(edition) + ": " + consent.by() + " agrees to an entrustment, which " + consent.clause() + " does not say");
                    looked.at(channel.stream().flatMap(some -> some.chain().stream()).anyMatch(node -> node.kind() == consent.by()), name(edition) + ": " + consent.by() + " agrees to an entrustment, and is not on its channel");
                });
            });
        }
        return looked;
    }

    /** What is said of honesty, held against the words of the clauses that say it. */
    static Looked integrity(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            var said = edition.integrity().value();
            looked.at(edition.integrity() != null, name(edition) + " answers null to integrity");
            for (var ground : said.flatMap(one -> one.grounds().value()).orElse(List.of())) {
                var where = name(edition) + ": ground " + ground.id();
                looked.at(!ground.kinds().isEmpty(), where + " notes nothing");
                ground.years().value().ifPresent(years -> looked.at(words(region, ground.clause()).contains("一二三四五六七八九".charAt(years - 1) + "年"),
                        where + " stands for " + years + " years, which " + ground.clause() + " does not say"));
                looked.at(!ground.seriousOnly() || words(region, ground.clause()).contains("情节严重"), where + " tells serious cases apart, which " + ground.clause() + " does not");
                ground.found().value().ifPresent(found -> looked.at(words(region, found.clause()).contains(found.effect() == Integrity.Effect.CANCELLED ? "取消" : "不予通过"),
                        where + " has an application " + found.effect() + ", which " + found.clause() + " does not say"));
            }
            said.flatMap(one -> one.inquiry().value()).ifPresent(inquiry -> inquiry.report().forEach(part ->
                    looked.at(words(region, inquiry.clause()).contains(part.label().zh()), name(edition) + ": an inquiry reports " + part + ", which " + inquiry.clause() + " does not say")));
        }
        return looked;
    }

    /** What stands in a clause, without white space. */
    private static String words(Region region, Clause clause) {
        return Stream.concat(region.notices().stream(), National.notices().stream()).filter(notice -> notice.prefix().equals(clause.prefix()))
                .flatMap(notice -> notice.sentence(clause).stream()).findFirst().orElse("").replaceAll("\\s+", "");
    }

    static Looked rules(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            var ids = new HashSet<String>();
            for (var rule : Cases.rules(edition)) {
                looked.at(rule.id() != null && !rule.id().isBlank() && rule.clause() != null && rule.what() != null && rule.force() != null && rule.judge() != null,
                        name(edition) + ": rule " + rule.id() + " lacks its id, clause, force, sentence or judge");
                looked.at(ids.add(rule.id()), name(edition) + ": two rules are called " + rule.id() + " (those of the channels count too)");
            }
        }
        return looked;
    }

    static Looked names(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region)) {
            var series = seriesOf(edition);
            var categories = categoriesOf(edition);
            for (var one : edition.series().value().orElse(List.of()))
                looked.at(one.clause().isPresent(), name(edition) + ": local series " + one.code() + " is named by no clause");
            edition.calendar().value().ifPresent(calendar -> calendar.windows().forEach(window ->
                    window.scope().parts().forEach(part -> scope(looked, name(edition) + ": window " + window.id(), part, series, categories))));
            for (var committee : edition.committees().value().orElse(List.of()))
                looked.at(committee.series().map(series::contains).orElse(true), name(edition) + ": committee " + committee.id() + " is of " + committee.series().orElse("") + ", which no catalogue has");
            for (var recognition : edition.recognition().value().orElse(List.of()))
                for (var code : recognition.from())
                    looked.at(code.matches("\\d{6}"), name(edition) + ": recognition " + recognition.id() + " names «" + code + "», which is not a six-digit area code");
            for (var form : edition.forms().value().orElse(List.of()))
                for (var field : form.fields())
                    looked.at(() -> compiles(field), name(edition) + ": field " + form.id() + "." + field.id() + " has a pattern that is none: " + field.pattern().orElse(""));
            looked.at(edition.rules() != null && edition.questions() != null && edition.dispositions() != null, name(edition) + " has null instead of a list");
        }
        return looked;
    }

    private static void scope(Looked looked, String where, Scope.Part part, Set<String> series, Set<String> categories) {
        for (var code : part.series()) looked.at(series.contains(code), where + " is for series " + code + ", which no catalogue has");
        for (var category : Stream.concat(part.categories().stream(), part.notCategories().stream()).toList())
            looked.at(categories.contains(category), where + " is for category " + category + ", which the edition does not have");
    }

    private static boolean compiles(Form.Field field) {
        try {
            field.pattern().ifPresent(Pattern::compile);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    static Looked readings(Region region) {
        var looked = new Looked();
        var byDefault = hashes(region, Readings.byDefault());
        looked.at(!byDefault.isEmpty(), "it has no edition");
        var ids = new HashSet<String>();
        for (var setting : region.settings()) {
            looked.at(ids.add(setting.id()), "two settings are called " + setting.id());
            looked.at(setting.options().size() >= 2, "setting " + setting.id() + " leaves no choice");
            for (var option : setting.options()) {
                var chosen = hashes(region, Readings.of(Map.of(setting.id(), option.id())));
                looked.at(chosen.keySet().equals(byDefault.keySet()), "with " + setting.id() + " = " + option.id() + " it has other editions than by default");
                looked.at(chosen.equals(byDefault) == option.id().equals(setting.byDefault()), "setting " + setting.id() + " = " + option.id()
                        + (option.id().equals(setting.byDefault()) ? " is the default and states other facts than it" : " changes no fact: what a dossier is pinned to must tell how the notice was read"));
            }
        }
        return looked;
    }

    private static Map<String, String> hashes(Region region, Readings readings) {
        return region.editions(readings).stream().collect(Collectors.toMap(Checks::name, edition -> FactSheet.of(edition).hash()));
    }

    static Looked madeByFactories(Region region) {
        var looked = new Looked();
        ClassFiles.of(region.getClass()).forEach(model -> {
            var made = ClassFiles.made(model);
            looked.at(made.isEmpty(), String.join("; ", made));
        });
        return looked;
    }

    static Looked verdicts(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region))
            for (var rule : Cases.rules(edition)) {
                var problems = new TreeSet<String>();
                var random = new RandomCases(region, edition, rule.id().hashCode());
                for (var i = 0; i < CASES_A_RULE; i++) problems.addAll(faults(rule, random.next(), edition));
                looked.at(problems.isEmpty(), name(edition) + ": rule " + rule.id() + " " + String.join("; ", problems));
            }
        return looked;
    }

    private static List<String> faults(Rule rule, RandomCases.Made made, Edition edition) {
        Verdict verdict;
        Verdict knowing;
        try {
            verdict = rule.judge().judge(made.one());
            if (verdict == null) return List.of("answers null");
            if (!verdict.equals(rule.judge().judge(made.one()))) return List.of("judges one case in two ways");
            knowing = rule.judge().judge(made.whole());
            if (knowing == null) return List.of("answers null");
        } catch (RuntimeException e) {
            return List.of("throws " + e + Arrays.stream(e.getStackTrace()).findFirst().map(where -> " at " + where).orElse(""));
        }
        var faults = new ArrayList<String>();
        if (verdict.outcome() == null || verdict.asked() == null || verdict.shown() == null) faults.add("leaves the outcome, what was asked or what was shown null");
        for (var path : verdict.missing())
            if (!tellable(path, edition)) faults.add("misses «" + path + "», which nobody can tell");
            else if (made.told().contains(path) && Case.PATHS.get(path) != List.class) faults.add("misses «" + path + "», which was told"); // to a list more can be added
        var cannotTell = verdict.outcome() == Verdict.Outcome.CANNOT_TELL;
        if (!cannotTell && !verdict.missing().isEmpty()) faults.add("misses something and is " + verdict.outcome() + " all the same");
        if (cannotTell && verdict.missing().isEmpty() && verdict.holdsUp()) faults.add("holds up a submission without naming what is missing");
        if (cannotTell && verdict.missing().isEmpty() && knowing.outcome() != Verdict.Outcome.CANNOT_TELL)
            faults.add("cannot tell and names nothing that is missing, and with more told is " + knowing.outcome());
        if (verdict.outcome() == Verdict.Outcome.FAILED && knowing.outcome() != Verdict.Outcome.FAILED) faults.add("fails, and with more told is " + knowing.outcome());
        if (verdict.outcome() == Verdict.Outcome.SATISFIED && verdict.holdsUp()) faults.add("is satisfied and holds up all the same");
        return faults;
    }

    private static boolean tellable(String path, Edition edition) {
        return Case.PATHS.containsKey(path) || Case.CLAIM_PATHS.contains(path)
                || edition.questions().stream().map(Question::id).anyMatch(id -> path.equals("answers." + id));
    }

    static Looked nothingKnown(Region region) {
        var looked = new Looked();
        for (var edition : editionsOf(region))
            for (var rule : Cases.rules(edition)) {
                var failed = seriesOf(edition).stream().sorted().filter(series -> {
                    var claim = new Claim(edition.year(), series, Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
                    var verdict = rule.judge().judge(Case.of(RandomCases.noon(edition.year()), claim, Map.of()));
                    return verdict != null && verdict.outcome() == Verdict.Outcome.FAILED;
                }).toList();
                looked.at(failed.isEmpty(), name(edition) + ": rule " + rule.id() + " fails a case of which nothing is known, in " + failed);
            }
        return looked;
    }

    static Looked cases(Region region) {
        var looked = new Looked();
        for (var outcome : Cases.of(region).run()) looked.at(outcome.passed(), outcome.toString());
        return looked;
    }

    static Looked casesForEachOutcome(Region region) {
        var looked = new Looked();
        var asked = Cases.of(region).outcomesAsked();
        for (var edition : newestOfEachYear(region).values())
            for (var rule : Cases.rules(edition)) {
                var rows = Set.copyOf(asked.getOrDefault(edition.year() + " " + rule.id(), List.of()));
                looked.at(!rows.isEmpty(), name(edition) + ": rule " + rule.id() + " has no case (cases/" + edition.year() + "/" + rule.clause() + ".csv)");
                var given = new TreeSet<Verdict.Outcome>();
                var random = new RandomCases(region, edition, rule.id().hashCode());
                for (var i = 0; i < CASES_A_RULE; i++) given.add(rule.judge().judge(random.next().one()).outcome());
                given.removeAll(rows);
                if (!rows.isEmpty()) looked.at(given.isEmpty(), name(edition) + ": rule " + rule.id() + " can say " + given + ", and no case shows when");
            }
        return looked;
    }

    static Looked casesCanFail(Region region) {
        var looked = new Looked();
        for (var outcome : Cases.of(region).runWithoutItsClause())
            looked.at(!outcome.passed(), outcome + ": passes without " + outcome.clause() + " as well, and so tests nothing");
        return looked;
    }

    static List<Edition> editionsOf(Region region) {
        return region.editions(Readings.byDefault());
    }

    private static Map<Integer, Edition> newestOfEachYear(Region region) {
        var newest = new HashMap<Integer, Edition>();
        for (var edition : editionsOf(region)) newest.merge(edition.year(), edition, (one, other) -> one.number() > other.number() ? one : other);
        return newest;
    }

    static Set<String> seriesOf(Edition edition) {
        return Stream.concat(National.series().stream(), edition.series().value().orElse(List.of()).stream()).map(Series::code).collect(Collectors.toSet());
    }

    private static boolean has(Edition edition, String channel) {
        return edition.channels().value().orElse(List.of()).stream().anyMatch(known -> known.id().equals(channel));
    }

    static Set<String> categoriesOf(Edition edition) {
        return Stream.concat(Stream.of(Claim.ORDINARY), edition.categories().value().orElse(List.of()).stream().map(category -> category.id())).collect(Collectors.toSet());
    }

    private static List<String> concerns() {
        return Arrays.stream(Edition.class.getMethods()).filter(method -> method.getReturnType() == Said.class).map(method -> method.getName()).sorted().toList();
    }

    private static Object ask(Edition edition, String concern) {
        try {
            return Edition.class.getMethod(concern).invoke(edition);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(name(edition) + ": " + concern, e);
        }
    }

    private static String difference(FactSheet first, FactSheet second) {
        return Stream.concat(first.lines().stream().filter(line -> !second.lines().contains(line)), second.lines().stream().filter(line -> !first.lines().contains(line)))
                .limit(4).toList().toString();
    }

    static String name(Edition edition) {
        return edition.year() + "." + edition.number();
    }
}
