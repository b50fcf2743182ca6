package zhicheng.regions.bijie;

import java.net.URI;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Contact;
import zhicheng.spi.Text;

/** The systems and telephone numbers that B23 names, as printed. */
final class Contacts2023 {
    static final List<Contact> CONTACTS = List.of(
            Contact.phone("office", Clause.of("B23-contacts"), Text.of("毕节市人力资源和社会保障局专业技术人员管理科（业务咨询）", "Bijie bureau, section for professionals (questions)"), "0857-8222283"),
            Contact.link("system", Clause.of("B23-2.2"), Text.of("贵州省人才人事综合业务管理服务平台职称评审子系统", "Guizhou talent platform, title-review subsystem"),
                    URI.create("http://rcrs.gzsrs.cn:8888/ips/")),
            Contact.link("training", Clause.of("B23-4.2"), Text.of("贵州省专业技术人员继续教育平台", "Guizhou continuing-education platform"), URI.create("http://www.gzjxjy.gzsrs.cn/")),
            Contact.link("base-guizhou-engineering", Clause.of("B23-4.3"),
                    Text.of("贵州工程应用技术学院国家级专业技术人员继续教育基地（网上学习平台）", "national continuing-education base, Guizhou University of Engineering Science (online platform)"),
                    URI.create("http://www.ggcjxjy.cn/")),
            Contact.link("base-bijie-preschool", Clause.of("B23-4.3"),
                    Text.of("毕节幼儿师范高等专科学校省级专业技术人员继续教育基地（网上学习平台）", "provincial continuing-education base, Bijie Preschool Teachers College (online platform)"),
                    URI.create("http://www.gzbjyzjxjy.cn/")));

    private Contacts2023() {}
}
