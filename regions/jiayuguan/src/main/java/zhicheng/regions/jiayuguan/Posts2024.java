package zhicheng.regions.jiayuguan;

import java.util.List;
import java.util.stream.Stream;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Clause;
import zhicheng.spi.Entrustment;
import zhicheng.spi.Level;
import zhicheng.spi.Posts;
import zhicheng.spi.Posts.Band;
import zhicheng.spi.Posts.Within;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** Posts of institutions (J24-4.1), and the review that a central unit entrusts by letter (J24-2.2d). */
final class Posts2024 {
    private static final Clause RATIO = Clause.of("J24-4.1");

    /** The notice names no bands: each level is counted by itself. Annex 2 has a column for the vacancy and no place for an opinion on the numbers. */
    static final Posts POSTS = Posts.of(RATIO, Text.of("实行岗位管理的事业单位按照“评聘一致”的原则在岗位结构比例内开展推荐工作",
                    "an institution that manages by posts recommends within its ratio of posts, review and appointment agreeing"),
            Stream.of(Level.values()).map(Band::of).toList(), List.of(), Said.says(Within.of(RATIO)));

    static final Entrustment ENTRUSTMENT = Entrustment.of("central", Clause.of("J24-2.2d"), "central",
            Text.of("本单位人事（人力资源）部门向省职改办出具委托函，经省职改办审核同意后，委托我省相关专业职称评审委员会进行评审",
                    "the unit's HR department writes a letter of entrustment to the provincial title-reform office; when that has agreed, a committee of the province reviews"),
            Said.says(Entrustment.Consent.of(Clause.of("J24-2.2d"), Kind.TITLE_OFFICE)), Entrustment.Reach.PROVINCE);

    private Posts2024() {}
}
