-- The data set of `tools/zhicheng bench read`: {rows} dossiers and what belongs to them, all made up, all decided by a hash of the number: the
-- same rows give the same data everywhere. Run as owner in one transaction, with triggers, foreign keys and indexes put aside. A step begins with
-- `-- step: NAME`; {…} is filled in.
--
-- Skewed like life: half of it in one region; few big employers (a power of the hash); people file once, twice or three times; most submissions in
-- the last days before the close; most of an earlier year is through, the last one is everywhere between intake and certificate.

-- step: words
create function pg_temp.u(i bigint, salt integer) returns double precision language sql immutable
    return (hashint8extended(i, salt) & 9007199254740991)::double precision / 9007199254740992;
create function pg_temp.one(list text[], u double precision) returns text language sql immutable
    return list[1 + floor(u * cardinality(list))::integer];
create temp table part (region text, dossiers_from bigint, dossiers_to bigint, years integer[], places text[], areas text[]);
insert into part values
    ('bijie', 1, {rows} * 50 / 100, {bijie}, '{毕节,七星关,大方,黔西,金沙,织金,纳雍,威宁,赫章,百里杜鹃}',
        '{520500,520502,520521,520522,520523,520524,520525,520526,520527,520500}'),
    ('xianning', {rows} * 50 / 100 + 1, {rows} * 85 / 100, {xianning}, '{咸宁,咸安,嘉鱼,通城,崇阳,通山,赤壁}', '{421200,421202,421221,421222,421223,421224,421281}'),
    ('jiayuguan', {rows} * 85 / 100 + 1, {rows}, {jiayuguan}, '{嘉峪关,雄关,长城,镜铁}', '{620200,620201,620201,620201}');
create temp table serie (n integer, upto double precision, series text, titles text[], specialties text[]);
insert into serie values -- titles: MEMBER, ASSISTANT, INTERMEDIATE, ASSOCIATE_SENIOR, FULL_SENIOR
    (1, 0.28, 'ENGINEERING', '{技术员,助理工程师,工程师,高级工程师,正高级工程师}',
        '{建筑工程,土木工程,道路与桥梁,采矿工程,机械制造,电力工程,水利水电,给水排水,测绘工程,环境工程,材料工程,信息与通信}'),
    (2, 0.50, 'HEALTH', '{医士,医师,主治医师,副主任医师,主任医师}', '{内科,外科,妇产科,儿科,护理学,全科医学,中医内科,麻醉,口腔医学,影像诊断}'),
    (3, 0.72, 'SCHOOL', '{三级教师,二级教师,一级教师,高级教师,正高级教师}', '{语文,数学,英语,物理,化学,生物,历史,地理,体育,音乐}'),
    (4, 0.82, 'AGRICULTURE', '{农业技术员,助理农艺师,农艺师,高级农艺师,正高级农艺师}', '{农学,园艺,植物保护,土壤肥料,畜牧,农业机械}'),
    (5, 0.88, 'ECONOMICS', '{助理经济师,助理经济师,经济师,高级经济师,正高级经济师}', '{工商管理,人力资源,财政税收,金融,建筑与房地产}'),
    (6, 0.93, 'ACCOUNTING', '{助理会计师,助理会计师,会计师,高级会计师,正高级会计师}', '{会计}'),
    (7, 0.97, 'VOCATIONAL_SCHOOL', '{助理讲师,助理讲师,讲师,高级讲师,正高级讲师}', '{汽车维修,电子商务,学前教育,烹饪,机电技术}'),
    (8, 1.00, 'ARCHIVES', '{管理员,助理馆员,馆员,副研究馆员,研究馆员}', '{档案}');

-- step: organisations
insert into organisation (id, name, kind, region, area_code, made_up, created_at)
select md5('bureau ' || region)::uuid, places[1] || '市人社局（虚构）', 'HRSS', region, areas[1], true, timestamptz '2020-01-01Z' from part
union all
select md5('office ' || region || n)::uuid, places[1] || '市第' || n || '评委会办公室（虚构）', 'COMMITTEE_OFFICE', region, areas[1], true, timestamptz '2020-01-01Z'
from part, generate_series(1, 3) n;
create temp table employer as -- by region, the big ones first
select region, n, md5('employer ' || region || n)::uuid as id, pg_temp.one(places, pg_temp.u(n, 1)) || pg_temp.one(
           '{乌江,赤水河,草海,韭菜坪,奢香,夜郎,归化,碧阳,倒天河,杜鹃,潜山,淦水,陆水,温泉,双鹤,星星竹,隽水,净堡,讨赖河,祁连,戈壁,悬壁,黑山,文殊,安远,兴隆,永丰,恒达,宏远,金桥,明德,同心,新民,东风,红旗,长征}',
           pg_temp.u(n, 2)) || kind.ending as name, kind.kind, areas[1 + floor(pg_temp.u(n, 1) * cardinality(places))::integer] as area_code
from part, generate_series(1, greatest(20, (dossiers_to - dossiers_from + 1) / 400)) n, lateral (
    select (array['STATE_INSTITUTION', 'STATE_INSTITUTION', 'STATE_INSTITUTION', 'PRIVATE_ENTERPRISE', 'PRIVATE_ENTERPRISE', 'PRIVATE_ENTERPRISE', 'STATE_ENTERPRISE', 'STATE_INSTITUTION'])[c] as kind,
           (array['医院', '中学', '农业技术推广站', '建设工程有限公司', '矿业有限公司', '机械制造有限公司', '电力集团', '职业技术学校'])[c] as ending
    from (select 1 + floor(8 * pg_temp.u(n, 3))::integer as c) choice) kind;
insert into organisation (id, name, kind, region, area_code, made_up, created_at)
select id, name, kind, region, area_code, true, timestamptz '2020-01-01Z' from employer;
create unique index on employer (region, n);
analyze employer;
insert into committee (id, name, region, kind, founder, office, series, levels, made_up, created_at)
select md5('committee ' || region || n)::uuid, places[1] || '市第' || n || '评审委员会（虚构）', region, 'INTERMEDIATE', md5('bureau ' || region)::uuid,
       md5('office ' || region || n)::uuid, array(select series from serie), '{INTERMEDIATE,ASSISTANT,MEMBER}', true, timestamptz '2020-01-01Z'
from part, generate_series(1, 3) n;
-- who asks is a person too, as every account of a bureau that the API makes: his own dossiers, of which there are none, are seen beside the bureau's
insert into person (id, name, birth_date, gender, residence, region, employer, made_up, created_at)
select md5('clerk ' || region)::uuid, '经办人（虚构）', date '1985-05-05', 'FEMALE', 'MAINLAND', region, md5('bureau ' || region)::uuid, true, timestamptz '2020-01-01Z' from part;
insert into account (id, name, organisation, person, roles, made_up, created_at)
select md5('account ' || region)::uuid, region || '-bureau', md5('bureau ' || region)::uuid, md5('clerk ' || region)::uuid, '{HRSS_CITY}', true,
       timestamptz '2020-01-01Z' from part;

-- step: people
create temp table human as
select p, md5('person ' || p)::uuid as id, chosen.region, pg_temp.one('{surnames}', power(pg_temp.u(p, 11), 1.7)) || pg_temp.one('{given}', pg_temp.u(p, 12))
           || case when pg_temp.u(p, 13) < 0.2 then pg_temp.one('{华,明,平,英,文,国,红,军}', pg_temp.u(p, 14)) else '' end as name,
       employer.id as employer
from (
    select p, region, 1 + floor(power(pg_temp.u(p, 15), 3) * greatest(20, (dossiers_to - dossiers_from + 1) / 400))::integer as n
    from part cross join lateral generate_series(ceil(dossiers_from * 0.6)::bigint, ceil(dossiers_to * 0.6)::bigint) p
    where p > ceil((dossiers_from - 1) * 0.6)
    offset 0) chosen
join employer on employer.region = chosen.region and employer.n = chosen.n;
insert into person (id, name, birth_date, gender, residence, region, employer, made_up, created_at)
select id, name, date '1964-01-01' + floor(pg_temp.u(p, 16) * 13000)::integer, case when pg_temp.u(p, 17) < 0.52 then 'FEMALE' else 'MALE' end, 'MAINLAND', region, employer,
       true, timestamptz '2020-01-01Z' + interval '3 years' * pg_temp.u(p, 18)
from human order by pg_temp.u(p, 18);
create unique index on human (p);
analyze human;

-- step: parties
insert into party (id, kind)
select id, 'PERSON' from person union all select id, 'ORGANISATION' from organisation union all select id, 'COMMITTEE' from committee;

-- step: dossiers
create temp table made as
select i, md5(i::text)::uuid as id, region, year, series, pg_temp.one(specialties, pg_temp.u(i, 24)) as specialty, level,
       titles[array_position('{MEMBER,ASSISTANT,INTERMEDIATE,ASSOCIATE_SENIOR,FULL_SENIOR}', level)] as title, applicant, employer, stage, handed_in, closes,
       closes - interval '45 days' * power(pg_temp.u(i, 25), 4) as submitted_at, interval '30 days' * pg_temp.u(i, 26) as drafted,
       600 + floor(pg_temp.u(i, 27) * 700)::integer as tenths
from (
    select i, part.region, y.year, serie.series, serie.titles, serie.specialties, human.id as applicant, human.employer,
           pg_temp.one('{INTERMEDIATE,INTERMEDIATE,INTERMEDIATE,INTERMEDIATE,ASSOCIATE_SENIOR,ASSOCIATE_SENIOR,ASSOCIATE_SENIOR,ASSISTANT,MEMBER,FULL_SENIOR}', pg_temp.u(i, 23)) as level,
           i - dossiers_from < (dossiers_to - dossiers_from) * 94 / 100 as handed_in,
           make_timestamptz(y.year, 9, 30, 18, 0, 0, 'Asia/Shanghai') as closes,
           case when i - dossiers_from >= (dossiers_to - dossiers_from) * 94 / 100 then 'DRAFT'
                when y.year < part.years[cardinality(part.years)]
                then pg_temp.one('{CERTIFIED,CERTIFIED,CERTIFIED,CERTIFIED,CERTIFIED,CERTIFIED,CERTIFIED,ARCHIVED,ARCHIVED,REJECTED,REJECTED,VOTE_FAILED,NOT_CONFIRMED}', pg_temp.u(i, 22))
                else pg_temp.one('{CERTIFIED,CERTIFIED,CERTIFIED,CERTIFIED,CERTIFIED,CERTIFIED,RESULT_PUBLICITY,RESULT_PUBLICITY,READY_FOR_REVIEW,READY_FOR_REVIEW,ELIGIBILITY_REVIEW,ACCEPTED,ACCEPTED,EMPLOYER_REVIEW,EMPLOYER_PUBLICITY,UPPER_REVIEW,REJECTED,VOTE_FAILED}', pg_temp.u(i, 22))
           end as stage
    from part
    cross join lateral generate_series(dossiers_from, dossiers_to) i
    cross join lateral (select part.years[1 + floor(pg_temp.u(i, 20) * cardinality(part.years))::integer] as year) y
    cross join lateral (select * from serie where pg_temp.u(i, 21) < upto order by n limit 1) serie
    join human on human.p = ceil(i * 0.6)::bigint
) dossier;
analyze made;
insert into dossier (id, region, year, series, specialty, level, title, applicant, employer, committee, stage, stage_since, education_tenths, draft, created_at, updated_at,
    submitted_at, receipt_at, snapshot_hash, edition, facts_hash, intake_at, window_until)
select m.id, m.region, m.year, series, specialty, level, title, applicant, employer,
       case when stage in ('DRAFT', 'EMPLOYER_REVIEW', 'EMPLOYER_PUBLICITY', 'UPPER_REVIEW') then null else md5('committee ' || m.region || (1 + i % 3))::uuid end,
       stage, submitted_at + interval '40 days' * pg_temp.u(i, 31), tenths,
       json_build_object(
           'hours', (select json_agg(json_build_object('year', m.year - back, 'total', (tenths + floor(400 * pg_temp.u(i, 60 + back)) - 200) / 10, 'specialised', 30)) from generate_series(1, 3) back),
           'titles', json_build_array(json_build_object('series', series, 'level', 'ASSISTANT', 'date', (m.year - 6)::text || '-12-01', 'province', '520000')),
           'degrees', json_build_array(json_build_object('level', case when pg_temp.u(i, 32) < 0.2 then '硕士研究生' else '本科' end, 'date', (m.year - 9)::text || '-07-01')),
           'assessments', (select json_agg(json_build_object('year', m.year - back, 'grade', '合格')) from generate_series(1, 3) back))::jsonb,
       submitted_at - drafted, submitted_at,
       case when handed_in then submitted_at end, case when handed_in then submitted_at end, case when handed_in then sha256(uuid_send(m.id)) end,
       case when handed_in then pinned.edition end, case when handed_in then pinned.facts_hash end,
       case when stage not in ('DRAFT', 'EMPLOYER_REVIEW', 'EMPLOYER_PUBLICITY', 'UPPER_REVIEW') then submitted_at + interval '15 days' end,
       case when handed_in then closes end
from made m join notice_edition pinned on pinned.region = m.region and pinned.year = m.year
order by submitted_at - drafted;

-- step: what the drafts tell
insert into dossier_hours (id, dossier, year, tenths, specialised_tenths)
select carried_id(d.id, 'hours', place), d.id, (one ->> 'year')::integer, ((one ->> 'total')::numeric * 10)::integer, ((one ->> 'specialised')::numeric * 10)::integer
from dossier d, jsonb_path_query(draft, '$.hours[*]') with ordinality list (one, place);
insert into dossier_title (id, dossier, series, level, obtained_on, province)
select carried_id(d.id, 'title', place), d.id, one ->> 'series', one ->> 'level', (one ->> 'date')::date, one ->> 'province'
from dossier d, jsonb_path_query(draft, '$.titles[*]') with ordinality list (one, place);
insert into dossier_degree (id, dossier, level, obtained_on)
select carried_id(d.id, 'degree', place), d.id, one ->> 'level', (one ->> 'date')::date
from dossier d, jsonb_path_query(draft, '$.degrees[*]') with ordinality list (one, place);
insert into dossier_assessment (id, dossier, year, grade)
select carried_id(d.id, 'assessment', place), d.id, (one ->> 'year')::integer, one ->> 'grade'
from dossier d, jsonb_path_query(draft, '$.assessments[*]') with ordinality list (one, place);

-- step: achievements
create temp table won as -- one to five of each dossier, three on average
select md5('achievement ' || i || '.' || k)::uuid as id, md5('picked ' || i || '.' || k)::uuid as picked, m.id as dossier, applicant, submitted_at - drafted as picked_at, kind,
       case kind when 'PATENT' then '一种' else '' end || case when pg_temp.u(n, 41) < 0.4 then pg_temp.one('{山区,高寒地区,城镇,校园,县域,矿区,河西走廊,鄂南}', pg_temp.u(n, 42)) else '' end
           || pg_temp.one('{道路路基,桥梁伸缩缝,边坡监测,井下通风,炉渣余热,装配式节点,供水管网,变电站,水稻育秧,茶园病虫害,肉牛养殖,马铃薯贮藏,急诊护理,慢性病随访,妇幼保健,课堂提问,作文教学,实验教学,档案整理,成本核算,电子商务,学前游戏}', pg_temp.u(n, 43))
           || case kind when 'PATENT' then '装置' when 'PROJECT' then '工程' when 'PAPER' then pg_temp.one('{研究,分析,探讨,应用,实践}', pg_temp.u(n, 44)) when 'AWARD' then '奖' when 'STANDARD' then '技术规程' else '报告' end
           || '（虚构）' as title,
       make_date(m.year, 1, 1) - floor(pg_temp.u(n, 45) * 2500)::integer as achieved_on, case when kind = 'PATENT' then pg_temp.u(n, 46) < 0.6 end as granted,
       1 + floor(power(pg_temp.u(n, 47), 2) * 6)::integer as rank, case when kind = 'PATENT' then 'ZL' || m.year || lpad((n % 10000000)::text, 8, '0') end as number
from made m, lateral generate_series(1, 1 + floor(5 * pg_temp.u(i, 40))::integer) k, lateral (select i * 8 + k as n) number,
     lateral (select pg_temp.one('{PAPER,PAPER,PAPER,PAPER,PROJECT,PROJECT,AWARD,PATENT,STANDARD,REPORT}', pg_temp.u(n, 48)) as kind) what
order by submitted_at - drafted;
insert into achievement (id, person, kind, title, achieved_on, made_up, created_at, number, granted, rank)
select id, applicant, kind, title, achieved_on, true, picked_at, number, granted, rank from won;
insert into dossier_achievement (id, dossier, achievement, version, picked_at, kind, title, achieved_on, number, granted, rank, made_up)
select picked, dossier, id, 1, picked_at, kind, title, achieved_on, number, granted, rank, true from won;
drop table won, made, human;

-- step: search
insert into search_text select noun, id, text from search_source s where not exists (select from search_text kept where kept.noun = s.noun and kept.id = s.id);
