package zhicheng.regions.bijie;

/** Codes of the series and review categories that Bijie's facts and rules name. */
final class Catalogue {
    static final String ENGINEERING = "ENGINEERING";
    static final String AGRICULTURE = "AGRICULTURE";
    static final String LIBRARY = "LIBRARY";
    static final String MUSEUM = "MUSEUM";
    static final String ARTS = "ARTS";
    static final String SCHOOL = "SCHOOL";
    static final String HEALTH = "HEALTH";

    /** 律师, a series of annex 1 beside the national catalogue. */
    static final String LAWYER = "LAWYER";
    /** 党校、行政学院（校）系统教师, a series of annex 1 beside the national catalogue. */
    static final String PARTY_SCHOOL = "PARTY_SCHOOL";

    /** 高层次（紧缺）急需人才“绿色通道”. */
    static final String GREEN_CHANNEL = "GREEN_CHANNEL";
    /** “定向评价定向使用”. */
    static final String TARGETED_USE = "TARGETED_USE";
    /** 副高级基层评审认定. */
    static final String GRASSROOTS_ASSOCIATE = "GRASSROOTS_ASSOCIATE";
    /** 民营经济（组织）专项. */
    static final String PRIVATE_ECONOMY = "PRIVATE_ECONOMY";
    /** “专精特新”专项. */
    static final String LITTLE_GIANT = "LITTLE_GIANT";
    /** “一事一议”“一人一策”. */
    static final String CASE_BY_CASE = "CASE_BY_CASE";

    private Catalogue() {}
}
