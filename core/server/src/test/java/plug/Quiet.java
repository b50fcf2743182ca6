package plug;

import java.util.List;
import zhicheng.spi.Calendar;
import zhicheng.spi.CapabilityTest;
import zhicheng.spi.Category;
import zhicheng.spi.Channel;
import zhicheng.spi.Contact;
import zhicheng.spi.ContinuingEducation;
import zhicheng.spi.Disposition;
import zhicheng.spi.Edition;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.Form;
import zhicheng.spi.Payment;
import zhicheng.spi.Pledge;
import zhicheng.spi.Provision;
import zhicheng.spi.Publication;
import zhicheng.spi.Question;
import zhicheng.spi.Recognition;
import zhicheng.spi.ReferenceCommittee;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Series;
import zhicheng.spi.Text;
import zhicheng.spi.YearsOfService;

/** An edition of 2024 that says nothing: compiled into the jars of {@code PlugInJars}, and what editions made for a test go on from. It sees nothing but the SPI. */
public class Quiet implements Edition {
    private final String prefix;

    /** @param prefix of the one notice that it rests on */
    public Quiet(String prefix) { this.prefix = prefix; }

    public static <T> Said<T> silent() {
        return Said.notSaid(Text.of("通知未提及", "the notice does not mention it"));
    }

    @Override public int year() { return 2024; }

    @Override public int number() { return 1; }

    @Override public List<String> notices() { return List.of(prefix); }

    @Override public Said<Calendar> calendar() { return silent(); }

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

    @Override public Said<List<Provision>> responsibilities() { return silent(); }

    @Override public List<Question> questions() { return List.of(); }

    @Override public List<Rule> rules() { return List.of(); }

    @Override public List<Disposition> dispositions() { return List.of(); }
}
