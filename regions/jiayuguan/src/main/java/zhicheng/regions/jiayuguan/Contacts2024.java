package zhicheng.regions.jiayuguan;

import java.net.URI;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Contact;
import zhicheng.spi.Text;

/** The online system and the telephone numbers; those of the committees stand in {@link Committees2024}. */
final class Contacts2024 {
    static final List<Contact> CONTACTS = List.of(
            Contact.link("system", Clause.of("J24-2"), Text.of("甘肃省职称申报和评审信息系统", "Gansu title application and review system"),
                    URI.create("https://gszcxt.rst.gansu.gov.cn/zcfwpt/home"))
                    .note(Text.of("同一通知另称“全省职称申报评审管理信息系统”（二（三））、“甘肃省职称申报评审管理系统”（附件2填表说明），未说明是否同一系统。",
                            "The notice also writes 全省职称申报评审管理信息系统 (J24-2.3) and 甘肃省职称申报评审管理系统 (J24-annex2); it does not say that they are one system.")),
            Contact.phone("title-office", Clause.of("J24-contacts"), Text.of("市人社局（职称改革办公室）", "City HRSS bureau (title-reform office)"), "0937-6789790"),
            Contact.phone("cnki", Clause.of("J24-annex1.note3"), Text.of("中国知网", "CNKI"), "18310277805")
                    .note(Text.of("附件1备注3只列咨询电话，未说明用途。", "Note 3 of annex 1 prints the number for enquiries only; it does not say what for.")));

    private Contacts2024() {}
}
