-- The order of a search hangs on what was typed and on the rows that are shown, on nothing else.
--
-- V007 came by what is common in another way than by what is rare, and put it in another order, by what autovacuum had last counted over everybody's rows. Whoever
-- paged through a search could tell from the order that thousands of rows match which he does not see, and between two pages the order could change.
-- From here on these are two decisions.
--
--   The order is decided by a list of words that stands in this file: what is made of such words only says little by where it stands, and comes in the
--   usual order of the list (dossiers: newest first); everything else comes best first. For the same words it is the same for everybody, in every
--   installation, at any time. A later migration may change the list; then, and only then, a search in the course of being paged may change its order.
--
--   How rows are come by is decided by what was counted, as before (search_often). It shows in the time that a search takes and in nothing else:
--                            often                                  seldom
--     words of the list      asked along the index of the order     collected, put into the usual order
--     any other              collected and ranked                   collected and ranked
--   Where an order was asked for, the list is of no account: what is often is asked along the index of that order.
--
-- The words are general knowledge and no legal fact: the titles of the national catalogue (series.csv of the SPI: 《职称系列（专业）各层级名称》, 2021-11-02); what
-- specialties are usually called (engineering's in review notices, the subjects of schools, the departments of hospitals); what employers' names end with
-- (the kinds of companies, schools, hospitals, offices); what papers, patents and projects are usually entitled with. Names of people and places are not among
-- them: no list of those would be right everywhere.
--
-- What costs what, a page of 20 of the larger half of 300,000 made-up dossiers, in memory, on two processors that others used as well:
--                                              matching     time
--     工程 (list, often)                         107,845     10 ms
--     工程师 (list, often)                        75,573      5 ms
--     采矿工程 (list, seldom)                       7,011    120 ms
--     a name of three characters                     134      5 ms
--     毕节, the worst kind: often, and of no list   12,737    200 ms
--     工程, if it were of no list                 107,845  1,000 ms
-- Ten microseconds for every row that is found, whoever may see it, a third of which are for the rank. A place or a large employer that stands in a third of a
-- million dossiers takes three seconds then, and may meet the statement's time-out (zhicheng.read.statement-timeout). Whoever meets it says another word,
-- or an order: 毕节 newest first takes 18 ms.
--
-- What remains to be seen of hidden rows is time: a search takes as long as there are rows that match, and whether one meets the time-out tells that there
-- are many. Of a single row it tells next to nothing; which of the columns above holds changes when autovacuum counts.

create table plain_word (
    noun  text not null,
    kind  text not null,
    words text not null,
    constraint plain_words_of_a_kind primary key (noun, kind)
);
comment on table plain_word is 'Words that say little by where they stand, of dossiers by series: what is searched for is plain when all its words of two characters and more are pieces of these, within one kind. Only search_plain looks at it.';
alter table plain_word enable row level security;
insert into plain_word (noun, kind, words) values
    ('Dossier', 'HIGHER_EDUCATION', '教授 副教授 讲师 助教 大学 职业技术学院 学院'),
    ('Dossier', 'SOCIAL_SCIENCE', '研究员 副研究员 助理研究员 研究实习员'),
    ('Dossier', 'NATURAL_SCIENCE', '研究员 副研究员 助理研究员 研究实习员'),
    ('Dossier', 'HEALTH', '主任医师 副主任医师 主治(主管)医师 医师 医士 主任药师 副主任药师 主管药师 药师 药士 主任护师 副主任护师 主管护师 护师 护士 主任技师
        副主任技师 主管技师 技师 技士 主治医师 主管医师 内科 外科 妇产科 儿科 中医内科 全科医学 麻醉 口腔医学 影像诊断 放射医学 临床检验 公共卫生
        疾病控制 护理学 药学 医院 人民医院 中医医院 中心医院 妇幼保健院 卫生院 中心卫生院 乡镇卫生院 社区卫生服务中心 疾病预防控制中心 卫生健康局'),
    ('Dossier', 'ENGINEERING', '正高级工程师 高级工程师 工程师 助理工程师 技术员 建筑工程 土木工程 市政工程 道路与桥梁 公路工程 交通工程 采矿工程 地质工程 测绘工程 机械工程
        机械制造 电气工程 电力工程 水利工程 水利水电 给水排水 环境工程 化学工程 化工工程 冶金工程 材料工程 信息与通信 通信工程 计算机 安全工程
        林业工程 质量工程 有限公司 有限责任公司 股份有限公司 科技有限公司 建设工程有限公司 建筑工程有限公司 矿业有限公司 煤业有限公司 机械制造有限公司
        建设集团 电力集团 集团有限公司 建筑设计院 设计研究院 公路局 公路管理局 公路养护段 水利局 自然资源局 住房和城乡建设局 质量监督站 服务中心'),
    ('Dossier', 'AGRICULTURE', '正高级农艺师 高级农艺师 农艺师 助理农艺师 农业技术员 正高级畜牧师 高级畜牧师 畜牧师 助理畜牧师 正高级兽医师 高级兽医师 兽医师 助理兽医师
        农业技术推广研究员 农学 园艺 植物保护 土壤肥料 畜牧 兽医 水产 农业机械 农业技术推广站 农业技术推广中心 农业农村局 农业服务中心 畜牧站'),
    ('Dossier', 'JOURNALISM', '高级记者 主任记者 记者 助理记者 高级编辑 主任编辑 编辑 助理编辑'),
    ('Dossier', 'PUBLISHING', '编审 副编审 编辑 助理编辑'),
    ('Dossier', 'LIBRARY', '研究馆员 副研究馆员 馆员 助理馆员 管理员 图书馆'),
    ('Dossier', 'MUSEUM', '研究馆员 副研究馆员 馆员 助理馆员 博物馆'),
    ('Dossier', 'ARCHIVES', '研究馆员 副研究馆员 馆员 助理馆员 管理员 档案 档案馆 档案局'),
    ('Dossier', 'ARTS_AND_CRAFTS', '正高级工艺美术师 高级工艺美术师 工艺美术师 助理工艺美术师 工艺美术员'),
    ('Dossier', 'TECHNICAL_SCHOOL', '正高级讲师 高级讲师 讲师 助理讲师 正高级实习指导教师 高级实习指导教师 一级实习指导教师 二级实习指导教师 三级实习指导教师 技工学校 技师学院'),
    ('Dossier', 'SPORTS', '国家级教练 高级教练 中级教练 初级教练 正高级运动防护师 高级运动防护师 中级运动防护师 初级运动防护师'),
    ('Dossier', 'TRANSLATION', '译审 一级翻译 二级翻译 三级翻译'),
    ('Dossier', 'BROADCASTING', '播音指导 主任播音员主持人 一级播音员主持人 二级播音员主持人'),
    ('Dossier', 'ACCOUNTING', '正高级会计师 高级会计师 会计师 助理会计师 会计 有限公司 有限责任公司 股份有限公司 集团有限公司 会计师事务所 财政局'),
    ('Dossier', 'STATISTICS', '正高级统计师 高级统计师 统计师 助理统计师 统计局'),
    ('Dossier', 'ECONOMICS', '正高级经济师 高级经济师 经济师 助理经济师 正高级人力资源管理师 高级人力资源管理师 人力资源管理师 助理人力资源管理师 正高级知识产权师 高级知识产权师
        知识产权师 助理知识产权师 工商管理 人力资源 财政税收 金融 建筑与房地产 有限公司 有限责任公司 股份有限公司 集团有限公司'),
    ('Dossier', 'LABORATORY', '正高级实验师 高级实验师 实验师 助理实验师 实验员'),
    ('Dossier', 'VOCATIONAL_SCHOOL', '正高级讲师 高级讲师 讲师 助理讲师 正高级实习指导教师 三级实习指导教师 汽车维修 电子商务 学前教育 烹饪 机电技术 职业技术学校 中等职业学校
        职业教育中心'),
    ('Dossier', 'SCHOOL', '正高级教师 高级教师 一级教师 二级教师 三级教师 语文 数学 英语 物理 化学 生物 历史 地理 政治 道德与法治 音乐 体育 美术 信息技术 科学
        心理健康 学前教育 小学 中心小学 实验小学 初级中学 高级中学 中学 实验中学 学校 幼儿园 教育局'),
    ('Dossier', 'ARTS', '一级演员 二级演员 三级演员 四级演员 一级演奏员 二级演奏员 三级演奏员 四级演奏员 一级编剧 二级编剧 三级编剧 四级编剧 一级导演 二级导演 三级导演
        四级导演 一级指挥 二级指挥 三级指挥 四级指挥 一级作曲 二级作曲 三级作曲 四级作曲'),
    ('Dossier', 'PUBLIC_LEGAL_SERVICE', '一级公证员 二级公证员 三级公证员 四级公证员'),
    ('Dossier', 'CIVIL_AVIATION', '正高级飞行员 一级飞行员 二级飞行员 三级飞行员'),
    ('Dossier', 'AUDIT', '正高级审计师 高级审计师 审计师 助理审计师 审计局'),
    ('Organisation', 'KINDS', '有限公司 有限责任公司 股份有限公司 科技有限公司 建设工程有限公司 建筑工程有限公司 矿业有限公司 煤业有限公司 机械制造有限公司 建设集团 电力集团
        集团有限公司 建筑设计院 设计研究院 医院 人民医院 中医医院 中心医院 妇幼保健院 卫生院 中心卫生院 疾病预防控制中心 小学 中心小学 初级中学
        高级中学 中学 学校 幼儿园 职业技术学校 职业技术学院 大学 农业技术推广站 图书馆 博物馆 档案馆 人力资源和社会保障局 人社局 教育局 卫生健康局
        农业农村局 水利局 公路局 财政局 审计局 统计局 人民政府 服务中心'),
    ('Achievement', 'KINDS', '一种 基于 关于 研究 分析 探讨 探索 应用 实践 思考 影响 对策 方法 技术 装置 系统 设备 结构 设计 工程 项目 施工 监测 护理 治疗 临床
        教学 课堂 管理 技术规程 报告 中的应用 的研究 应用研究 效果分析');

create function search_plain(noun text, words text[]) returns boolean language sql stable parallel safe
    return exists (select from plain_word p where p.noun = search_plain.noun
        and not exists (select from unnest(search_plain.words) word where length(word) > 1 and strpos(p.words, word) = 0));
comment on function search_plain is 'Whether what is searched for says little by where it stands: all its words are pieces of what is listed of one kind. A word of one character narrows down and is of no account. The same for everybody, always.';

alter function search_common rename to search_often;
comment on function search_often is 'Whether more rows have all words than are worth collecting: 10,000, by what autovacuum last counted of each pair, words taken as independent. False where nothing was counted yet. Moves, and hangs on rows that nobody may see: it decides how rows are come by, never in which order.';

create function search_common(noun text, words text[]) returns boolean
    language plpgsql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform search_place(noun, null);
    return search_plain(noun, words) and search_often(noun, words);
end $$;
comment on function search_common is 'Whether a page that is in the order of search_ranked is come by along the index of the order behind the rank: what is plain has none.';

create or replace function search_ranked(noun text, words text[]) returns table (id uuid, rank integer)
    language plpgsql stable parallel safe security definer rows 100
    set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set enable_indexscan = off set jit = off as $$
declare
    pairs text[] := search_pairs(words);
    place integer := search_place(noun, null);
begin
    if search_plain(noun, words) then
        return query select one, 0 from search_ids(noun, words) one;
        return;
    end if;
    return query
        select found.id, found.rank from (
            select s.id, search_rank(s.text, words, place) from search_text s
            where s.noun = search_ranked.noun and bigrams(s.text) @> pairs offset 0) found (id, rank) -- offset 0: ranked once
        where found.rank is not null;
end $$;
comment on function search_ranked is 'As search_ids, with how well each fits: the smaller, the better (search_rank); 0 of every row where what is searched for is plain.';

revoke execute on function search_plain, search_often, search_common from public;
grant execute on function search_often, search_common to zhicheng_reader;
