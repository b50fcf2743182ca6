package zhicheng.regions.xianning;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Entrustment;
import zhicheng.spi.Level;
import zhicheng.spi.Posts;
import zhicheng.spi.Posts.Band;
import zhicheng.spi.Posts.By;
import zhicheng.spi.Posts.Opinion;
import zhicheng.spi.Posts.Within;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** Posts of institutions (X24-3.1.1, X24-annex1), and the review that a unit from outside entrusts to the city (X24-3.1.4). */
final class Posts2024 {
    private static final Clause FORM = Clause.of("X24-annex1");

    /** Annex 1 knows two kinds of application, for a vacant post and taking up none: what is not of the second is of the first, and there are no more of those than vacant posts. X24-3.1.1 is of state units alone: a unit that entrusts the review (X24-3.1.4) keeps its posts by the rules of whoever manages them; one to whose numbers somebody here has agreed is held to them all the same (X24-8.2). */
    static final Posts POSTS = Posts.of(Clause.of("X24-3.1.1"), Text.of("实行岗位管理的事业单位一般应在岗位结构比例内按岗申报，推荐时同步提供申报情况核定表（附件1）",
                    "an institution that manages by posts applies within its post ratio as a rule, and gives the check of annex 1 with its recommendations"),
            List.of(Band.of(Level.INTERMEDIATE), Band.of(Level.ASSOCIATE_SENIOR), Band.of(Level.FULL_SENIOR)),
            List.of(Opinion.of(FORM, By.DEPARTMENT), Opinion.of(FORM, By.PERSONNEL)), Said.says(Within.of(Clause.of("X24-3.1.1")).butFor("post-not-needed"))).through("state-unit");

    static final Entrustment ENTRUSTMENT = Entrustment.of("entrusted", Clause.of("X24-3.1.4"), "entrusted",
            Text.of("中央、鄂在咸等单位或外省委托我市代为评审的，按鄂人社规〔2021〕4号第十四条执行",
                    "units of the central government or of the province in Xianning, or of another province, entrust the review to the city by article 14 of 鄂人社规〔2021〕4号"),
            Said.elsewhere(Clause.of("X24-3.1.4"), Text.of("《湖北省评委会管理暂行办法》（鄂人社规〔2021〕4号）第十四条", "article 14 of Hubei's interim measures on committees, 鄂人社规〔2021〕4号"), null),
            Entrustment.Reach.REGION);

    private Posts2024() {}
}
