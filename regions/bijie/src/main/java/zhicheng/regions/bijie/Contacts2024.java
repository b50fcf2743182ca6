package zhicheng.regions.bijie;

import java.net.URI;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Contact;
import zhicheng.spi.Text;

/** The systems and telephone numbers that B24 names, as printed. */
final class Contacts2024 {
    private static final Text SLIP = Text.of("网址原文印作“httq”，系“http”之误，链接已更正", "the address is printed \"httq\", a slip for \"http\"; the link is mended");

    static final List<Contact> CONTACTS = List.of(
            Contact.phone("office", Clause.of("B24-contacts"), Text.of("毕节市人力资源和社会保障局专业技术人员管理科（业务咨询）", "Bijie bureau, section for professionals (questions)"), "0857-8222283"),
            Contact.link("training", Clause.of("B24-4.3"), Text.of("贵州省专业技术人员继续教育平台", "Guizhou continuing-education platform"), URI.create("http://www.gzjxjy.gzsrs.cn/"))
                    .note(SLIP),
            Contact.link("accounting", Clause.of("B24-annex1"), Text.of("贵州省财政会计网", "the finance and accounting site of Guizhou"), URI.create("http://czkj.guizhou.gov.cn/"))
                    .note(SLIP),
            Contact.link("audit", Clause.of("B24-annex1"), Text.of("贵州省审计厅", "the Audit Office of Guizhou"), URI.create("http://sjt.guizhou.gov.cn/"))
                    .note(SLIP),
            Contact.named("fees", Clause.of("B24-5.5"), Text.of("贵州省财政电子票据及非税收入收缴电子化一体化管理系统", "Guizhou system for electronic receipts and non-tax revenue")));

    private Contacts2024() {}
}
