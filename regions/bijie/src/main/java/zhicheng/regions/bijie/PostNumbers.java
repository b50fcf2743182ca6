package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Posts;
import zhicheng.spi.Posts.Band;
import zhicheng.spi.Posts.By;
import zhicheng.spi.Posts.Opinion;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** The posts of institutions and the form on which they are told (按岗推荐评聘职称审核情况表, B23-3.1, B24-annex2). Neither notice says what becomes of a recommendation beyond the vacant ones. */
final class PostNumbers {
    private static final Text ASKED = Text.of("事业单位推荐专业技术人员参加评聘时，提交按岗推荐评聘职称审核情况表", "an institution that recommends somebody hands in the check of recommendations by post");
    private static final List<Band> BANDS = List.of(
            Band.of("SENIOR", Text.of("高级岗位", "senior posts"), List.of(Level.FULL_SENIOR, Level.ASSOCIATE_SENIOR)),
            Band.of("INTERMEDIATE", Text.of("中级岗位", "intermediate posts"), List.of(Level.INTERMEDIATE)));

    static final Posts OF_2024 = Posts.of(Clause.of("B24-annex2"), ASKED, BANDS, List.of(Opinion.of(Clause.of("B24-annex2"), By.DEPARTMENT)), Said.notSaid(Clause.of("B24-annex2"),
            Text.of("附件2列核定、已聘、空岗和申请使用岗位数，未写推荐人数超过空岗的如何处理", "annex 2 lists posts approved, filled, vacant and asked for, and does not say what becomes of recommendations beyond the vacant ones")));

    /** The annex of 2023 is not in the text: whose opinion it asks for is not known. */
    static final Posts OF_2023 = Posts.of(Clause.of("B23-3.1"), ASKED, BANDS, List.of(), Said.notSaid(Clause.of("B23-3.1"),
            Text.of("三（一）要求提交审核情况表，未写推荐人数超过空岗的如何处理", "B23-3.1 asks for the form and does not say what becomes of recommendations beyond the vacant posts")));

    private PostNumbers() {}
}
