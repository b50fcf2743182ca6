package zhicheng.yesterday;

import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Calendar;
import zhicheng.spi.CapabilityTest;
import zhicheng.spi.Category;
import zhicheng.spi.Channel;
import zhicheng.spi.Clause;
import zhicheng.spi.Contact;
import zhicheng.spi.ContinuingEducation;
import zhicheng.spi.Disposition;
import zhicheng.spi.Edition;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.Form;
import zhicheng.spi.Notice;
import zhicheng.spi.Payment;
import zhicheng.spi.Pledge;
import zhicheng.spi.Provision;
import zhicheng.spi.Publication;
import zhicheng.spi.Question;
import zhicheng.spi.Readings;
import zhicheng.spi.Recognition;
import zhicheng.spi.ReferenceCommittee;
import zhicheng.spi.Region;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Scope;
import zhicheng.spi.Series;
import zhicheng.spi.Setting;
import zhicheng.spi.Spi;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;
import zhicheng.spi.YearsOfService;

/** 昨日县, a made-up region as it was written for SPI 1.0; it is kept as the jar that was built then. */
public final class Yesterday implements Region {
    private static final Text NAME = Text.of("昨日县", "Yesterday");

    @Override public String id() { return "yesterday"; }

    @Override public String spi() { return Spi.VERSION; }

    @Override public Text name() { return NAME; }

    @Override public String areaCode() { return "990200"; }

    @Override public Text province() { return Text.of("乌有省", "Province of Nowhere"); }

    @Override public List<Notice> notices() {
        return List.of(Notice.of("YD23", Text.of("关于做好2023年昨日县职称工作的通知（虚构）", "Notice on Title Work in Yesterday in 2023 (made up)"), "昨日县职改办〔2023〕1号",
                Text.of("昨日县职改办（虚构）", "Title Reform Office of Yesterday (made up)"), LocalDate.of(2023, 4, 1), Yesterday.class, "YD23.txt",
                "50c6d22f6d913c42a05127b30dc798624f93bd6ad5dc25892252789c1f8481c9", List.of()));
    }

    @Override public List<Setting> settings() { return List.of(); }

    @Override public List<Edition> editions(Readings readings) { return List.of(new Year2023()); }

    @Override public List<String> cases() { return List.of(); }

    private static final class Year2023 implements Edition {
        @Override public int year() { return 2023; }

        @Override public int number() { return 1; }

        @Override public List<String> notices() { return List.of("YD23"); }

        @Override public Said<Calendar> calendar() {
            return Said.says(Calendar.of(Calendar.Window.of("application", Clause.of("YD23-1"), Step.APPLICATION, Scope.all(),
                    When.days(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 31), "5月1日至5月31日", null))));
        }

        @Override public List<Rule> rules() {
            var asked = Text.of("未离退休", "not retired");
            return List.of(Rule.binding("not-retired", Clause.of("YD23-2"), Text.of("离退休人员不得申报", "retired persons may not apply"), one -> one.retired()
                    .map(retired -> retired ? Verdict.failed(asked, Text.of("已离退休", "retired")) : Verdict.satisfied(asked, Text.of("未离退休", "not retired")))
                    .orElseGet(() -> Verdict.missing(asked, "retired"))));
        }

        private static <T> Said<T> silent() { return Said.notSaid(Text.of("通知未提及", "the notice does not mention it")); }

        @Override public Said<List<Contact>> contacts() { return silent(); }

        @Override public Said<List<Channel>> channels() { return silent(); }

        @Override public Said<List<Category>> categories() { return silent(); }

        @Override public Said<List<Form>> forms() { return silent(); }

        @Override public Said<CapabilityTest> capabilityTest() { return silent(); }

        @Override public Said<ContinuingEducation> continuingEducation() { return silent(); }

        @Override public Said<YearsOfService> yearsOfService() { return silent(); }

        @Override public Said<List<Provision>> transfer() { return silent(); }

        @Override public Said<List<Recognition>> recognition() { return silent(); }

        @Override public Said<List<Provision>> conditions() { return silent(); }

        @Override public Said<List<Provision>> accounts() { return silent(); }

        @Override public Said<List<Publication>> publications() { return silent(); }

        @Override public Said<List<Provision>> returns() { return silent(); }

        @Override public Said<Payment> payment() { return silent(); }

        @Override public Said<Pledge> pledge() { return silent(); }

        @Override public Said<List<ExclusionKey>> exclusive() { return silent(); }

        @Override public Said<List<ReferenceCommittee>> committees() { return silent(); }

        @Override public Said<List<Provision>> review() { return silent(); }

        @Override public Said<List<Provision>> provisions() { return silent(); }

        @Override public Said<List<Series>> series() { return silent(); }

        @Override public List<Question> questions() { return List.of(); }

        @Override public List<Disposition> dispositions() { return List.of(); }
    }
}
