package zhicheng.server.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.Text;

/** What is wrong with a file, all of it at once: with what is said of it, and with what came. Knows no store. */
public final class FileChecks {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LABEL = 200;

    private FileChecks() {}

    /** A name or label as it is kept: without blanks around it, each character in one spelling (NFC). */
    public static String kept(String told) {
        return told == null ? null : Normalizer.normalize(told.strip(), Normalizer.Form.NFC);
    }

    /** What is wrong with a declaration. @param sha256 as it was sent; @param at the path of the input that it stands in, e.g. {@code input} */
    public static List<Finding> declared(String name, String label, long size, String type, String sha256, FileSettings settings, String at) {
        var findings = new ArrayList<Finding>();
        if (!isName(name))
            findings.add(Finding.refusal("file.name", null, Text.of("文件名：1 至 " + LONGEST_NAME + " 个字符，不含路径分隔符和控制字符", "a file name: 1 to " + LONGEST_NAME + " characters, no path separators, no control characters"),
                    shown(name), at + ".name"));
        findings.addAll(label(label, at + ".label"));
        if (size < 1 || size > settings.bytes())
            findings.add(Finding.refusal("file.size", null, Text.of("1 至 " + settings.bytes() + " 字节", "1 to " + settings.bytes() + " bytes"), Text.of(size + " 字节", size + " bytes"), at + ".size"));
        if (!settings.types().contains(type)) findings.add(Finding.refusal("file.type", null, types(settings), shown(type), at + ".type"));
        else if (isName(name) && !Endings.fit(name, type)) {
            var endings = String.join(", ", Endings.of(type));
            findings.add(Finding.refusal("file.ending", null, Text.of("与文件类型 " + type + " 相符的后缀：" + endings, "a name that ends as " + type + " does: " + endings), shown(name), at + ".name")
                    .remedy(Text.of("改名，如 " + Endings.fitting(name, type), "call it e.g. " + Endings.fitting(name, type)), null));
        }
        if (!sha256.matches("[0-9a-fA-F]{64}"))
            findings.add(Finding.refusal("file.sha256", null, Text.of("SHA-256，64 位十六进制", "a SHA-256, 64 hexadecimal digits"), shown(sha256), at + ".sha256"));
        return findings;
    }

    /** What is wrong with a label; null: none was given. */
    public static List<Finding> label(String label, String path) {
        if (label == null || !label.isBlank() && label.codePointCount(0, label.length()) <= LONGEST_LABEL && label.codePoints().noneMatch(FileChecks::isHidden)) return List.of();
        return List.of(Finding.refusal("file.label", null, Text.of("1 至 " + LONGEST_LABEL + " 个字符，不含控制字符", "1 to " + LONGEST_LABEL + " characters, no control characters"), shown(label), path));
    }

    /** Where what came is not what was declared, or is not taken. */
    public static List<Finding> came(FileDescription declared, Content content, FileSettings settings) {
        var findings = new ArrayList<Finding>();
        if (content.size() != declared.size())
            findings.add(Finding.refusal("file.size", null, Text.of("如所申明：" + declared.size() + " 字节", "as declared: " + declared.size() + " bytes"),
                    content.size() > declared.size() ? Text.of("更多", "more than that") : Text.of(content.size() + " 字节", content.size() + " bytes"), null));
        if (!content.sha256().equals(declared.sha256()))
            findings.add(Finding.refusal("file.sha256", null, Text.of("如所申明：" + declared.sha256(), "as declared: " + declared.sha256()), Text.of(content.sha256(), content.sha256()), null));
        if (!settings.types().contains(content.type()))
            findings.add(Finding.refusal("file.type", null, types(settings), Text.of("内容为 " + content.type(), "its bytes are " + content.type()), null));
        else if (!content.type().equals(declared.type()))
            findings.add(Finding.refusal("file.type", null, Text.of("如所申明：" + declared.type(), "as declared: " + declared.type()), Text.of("内容为 " + content.type(), "its bytes are " + content.type()), null));
        return findings;
    }

    /** Of characters that can be seen, and that no system takes for a path. */
    private static boolean isName(String name) {
        return !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST_NAME && !name.matches("\\.+")
                && name.codePoints().noneMatch(one -> one == '/' || one == '\\' || isHidden(one));
    }

    /** Control characters, halves of characters, and marks that turn the direction of writing, so that gpj.exe passes for exe.jpg. */
    private static boolean isHidden(int one) {
        return Character.isISOControl(one) || Character.getType(one) == Character.SURROGATE || one == 0x2028 || one == 0x2029 || one == 0x200E || one == 0x200F
                || one >= 0x202A && one <= 0x202E || one >= 0x2066 && one <= 0x2069;
    }

    private static Text types(FileSettings settings) {
        var types = String.join(", ", settings.types());
        return Text.of("文件类型：" + types, "one of the types " + types);
    }

    private static Text shown(String written) {
        return written.isBlank() ? Text.of("空", "nothing") : Text.of(Finding.cut(written), Finding.cut(written));
    }
}
