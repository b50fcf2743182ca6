package zhicheng.regions.bijie;

import java.net.URI;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Contact;
import zhicheng.spi.Text;

/** The systems and telephone numbers that the notices name, as printed. */
final class Contacts {
    private static final Text OFFICE = Text.of("毕节市人力资源和社会保障局专业技术人员管理科（业务咨询）", "Bijie bureau, section for professionals (questions)");
    private static final Text TRAINING = Text.of("贵州省专业技术人员继续教育平台", "Guizhou continuing-education platform");
    private static final URI TRAINING_SITE = URI.create("http://www.gzjxjy.gzsrs.cn/");

    static final List<Contact> OF_2024 = List.of(
            Contact.phone("office", Clause.of("B24-contacts"), OFFICE, "0857-8222283"),
            Contact.link("training", Clause.of("B24-4.3"), TRAINING, TRAINING_SITE)
                    .note(Text.of("网址原文印作“httq”，系“http”之误，链接已更正", "the address is printed \"httq\", a slip for \"http\"; the link is mended")),
            Contact.link("accounting", Clause.of("B24-annex1"), Text.of("贵州省财政会计网", "the finance and accounting site of Guizhou"), URI.create("http://czkj.guizhou.gov.cn/"))
                    .note(Text.of("网址原文印作“httq”，系“http”之误，链接已更正", "the address is printed \"httq\", a slip for \"http\"; the link is mended")),
            Contact.link("audit", Clause.of("B24-annex1"), Text.of("贵州省审计厅", "the Audit Office of Guizhou"), URI.create("http://sjt.guizhou.gov.cn/"))
                    .note(Text.of("网址原文印作“httq”，系“http”之误，链接已更正", "the address is printed \"httq\", a slip for \"http\"; the link is mended")),
            Contact.named("fees", Clause.of("B24-5.5"), Text.of("贵州省财政电子票据及非税收入收缴电子化一体化管理系统", "Guizhou system for electronic receipts and non-tax revenue")));

    static final List<Contact> OF_2023 = List.of(
            Contact.phone("office", Clause.of("B23-contacts"), OFFICE, "0857-8222283"),
            Contact.link("system", Clause.of("B23-2.2"), Text.of("贵州省人才人事综合业务管理服务平台职称评审子系统", "Guizhou talent platform, title-review subsystem"),
                    URI.create("http://rcrs.gzsrs.cn:8888/ips/")),
            Contact.link("training", Clause.of("B23-4.2"), TRAINING, TRAINING_SITE),
            Contact.link("base-guizhou-engineering", Clause.of("B23-4.3"),
                    Text.of("贵州工程应用技术学院国家级专业技术人员继续教育基地（网上学习平台）", "national continuing-education base, Guizhou University of Engineering Science (online platform)"),
                    URI.create("http://www.ggcjxjy.cn/")),
            Contact.link("base-bijie-preschool", Clause.of("B23-4.3"),
                    Text.of("毕节幼儿师范高等专科学校省级专业技术人员继续教育基地（网上学习平台）", "provincial continuing-education base, Bijie Preschool Teachers College (online platform)"),
                    URI.create("http://www.gzbjyzjxjy.cn/")));

    private Contacts() {}
}
