-- What a dossier carries, in rows that can be filtered, sorted and grouped: what its draft tells, the achievements that were picked, why it was
-- refused, how long before the close it was handed in, and the trail as a noun.
--
-- What a draft tells (dossier.draft) and the rows below are the same thing twice, so nobody writes the second: the database makes it of the first,
-- here for what exists already and by a trigger from now on, and nobody else may insert. The draft of a submitted dossier does not change, so its
-- rows do not either.

create function told(one jsonb, name text) returns text language sql immutable strict parallel safe
    return nullif(btrim(one ->> name, E' \t\n\r\u3000'), '');
comment on function told(jsonb, text) is 'A text that was told, without the blanks around it; null: not told.';

create function carried_id(dossier uuid, what text, place bigint) returns uuid language sql immutable strict parallel safe
    return encode(substr(sha256(uuid_send(dossier) || convert_to(what, 'UTF8') || int8send(place)), 1, 16), 'hex')::uuid;
comment on function carried_id is 'The id of what a dossier tells at a place of one of its lists: the same whenever it is told again.';

create table dossier_hours (
    id                 uuid    primary key,
    dossier            uuid    not null references dossier,
    year               integer not null constraint hours_year check (year between 1900 and 2199),
    tenths             integer not null constraint hours_are_not_negative check (tenths >= 0),
    specialised_tenths integer constraint specialised_hours_are_part_of_the_hours check (specialised_tenths between 0 and tenths),
    province           text    constraint hours_province check (province ~ '^[1-9][0-9]0000$')
);
comment on table dossier_hours is 'Continuing education (继续教育学时) of one calendar year as a dossier tells it: B24-4.1, B23-4.2, X24-6.3. Made of dossier.draft.';
comment on column dossier_hours.tenths is 'All hours of the year, in tenths.';
comment on column dossier_hours.specialised_tenths is 'Of these in specialised subjects (专业科目), in tenths; null: not told.';
comment on column dossier_hours.province is 'GB/T 2260 code of the province where they were earned, e.g. 520000; null: not told.';
create index dossier_hours_by_dossier on dossier_hours (dossier, year desc, id desc);
grant select (id, dossier, year, tenths, specialised_tenths, province) on dossier_hours to zhicheng_reader;
grant select on dossier_hours to zhicheng_writer;

create table dossier_title (
    id          uuid    primary key,
    dossier     uuid    not null references dossier,
    series      text    not null,
    specialty   text,
    level       text    not null constraint title_level check (level in ('FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER')),
    obtained_on date,
    province    text    constraint title_province check (province ~ '^[1-9][0-9]0000$'),
    aid_months  integer constraint aid_months_are_not_negative check (aid_months >= 0)
);
comment on table dossier_title is 'A title that the applicant holds already (已取得职称) as a dossier tells it: B24-5.4, X24-6.1, X24-6.3. Made of dossier.draft.';
comment on column dossier_title.series is 'Code of its series, as told.';
comment on column dossier_title.obtained_on is 'When it was won (取得资格时间, J24-annex2); null: not told.';
comment on column dossier_title.province is 'GB/T 2260 code of the province where it was won, e.g. 520000; null: not told.';
comment on column dossier_title.aid_months is 'Months of an aid posting (援派) during which it was won (X24-6.1); null: not told.';
create index dossier_title_by_dossier on dossier_title (dossier, obtained_on desc nulls last, id desc);
grant select (id, dossier, series, specialty, level, obtained_on, province, aid_months) on dossier_title to zhicheng_reader;
grant select on dossier_title to zhicheng_writer;

create table dossier_degree (
    id          uuid primary key,
    dossier     uuid not null references dossier,
    level       text not null,
    obtained_on date
);
comment on table dossier_degree is 'A degree or level of education (学历学位) as a dossier tells it: J24-annex2, B23-2.2. Made of dossier.draft.';
comment on column dossier_degree.level is 'As told, e.g. 本科.';
create index dossier_degree_by_dossier on dossier_degree (dossier, obtained_on desc nulls last, id desc);
grant select (id, dossier, level, obtained_on) on dossier_degree to zhicheng_reader;
grant select on dossier_degree to zhicheng_writer;

create table dossier_assessment (
    id      uuid    primary key,
    dossier uuid    not null references dossier,
    year    integer not null constraint assessment_year check (year between 1900 and 2199),
    grade   text    not null
);
comment on table dossier_assessment is 'A yearly assessment (年度考核) as a dossier tells it: J24-3.3, J24-annex2, B24-5.4. Made of dossier.draft.';
comment on column dossier_assessment.grade is 'As told, e.g. 合格.';
create index dossier_assessment_by_dossier on dossier_assessment (dossier, year desc, id desc);
grant select (id, dossier, year, grade) on dossier_assessment to zhicheng_reader;
grant select on dossier_assessment to zhicheng_writer;

create table dossier_test_pass (
    id        uuid primary key,
    dossier   uuid not null references dossier,
    specialty text not null,
    level     text not null constraint test_pass_level check (level in ('FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER')),
    passed_on date
);
comment on table dossier_test_pass is 'A capability test that was passed (水平能力测试合格) as a dossier tells it: X24-6.5. Made of dossier.draft.';
create index dossier_test_pass_by_dossier on dossier_test_pass (dossier, passed_on desc nulls last, id desc);
grant select (id, dossier, specialty, level, passed_on) on dossier_test_pass to zhicheng_reader;
grant select on dossier_test_pass to zhicheng_writer;

create function carry_what_is_told(which uuid, draft jsonb) returns void language sql security definer set search_path = public, pg_temp as $$
    delete from dossier_hours where dossier = which;
    delete from dossier_title where dossier = which;
    delete from dossier_degree where dossier = which;
    delete from dossier_assessment where dossier = which;
    delete from dossier_test_pass where dossier = which;
    insert into dossier_hours (id, dossier, year, tenths, specialised_tenths, province)
        select carried_id(which, 'hours', place), which, (one ->> 'year')::integer, ((one ->> 'total')::numeric * 10)::integer,
               ((one ->> 'specialised')::numeric * 10)::integer, left(told(one, 'province'), 2) || '0000'
        from jsonb_path_query(draft, '$.hours[*] ? (@.type() == "object")') with ordinality list (one, place);
    insert into dossier_title (id, dossier, series, specialty, level, obtained_on, province, aid_months)
        select carried_id(which, 'title', place), which, told(one, 'series'), told(one, 'specialty'), one ->> 'level', (one ->> 'date')::date,
               left(told(one, 'province'), 2) || '0000', (one ->> 'aidMonths')::integer
        from jsonb_path_query(draft, '$.titles[*] ? (@.type() == "object")') with ordinality list (one, place);
    insert into dossier_degree (id, dossier, level, obtained_on)
        select carried_id(which, 'degree', place), which, told(one, 'level'), (one ->> 'date')::date
        from jsonb_path_query(draft, '$.degrees[*] ? (@.type() == "object")') with ordinality list (one, place);
    insert into dossier_assessment (id, dossier, year, grade)
        select carried_id(which, 'assessment', place), which, (one ->> 'year')::integer, told(one, 'grade')
        from jsonb_path_query(draft, '$.assessments[*] ? (@.type() == "object")') with ordinality list (one, place);
    insert into dossier_test_pass (id, dossier, specialty, level, passed_on)
        select carried_id(which, 'testPass', place), which, told(one, 'specialty'), one ->> 'level', (one ->> 'date')::date
        from jsonb_path_query(draft, '$.testPasses[*] ? (@.type() == "object")') with ordinality list (one, place);
$$;
comment on function carry_what_is_told is 'Makes the rows of a dossier of what its draft tells, in place of those that were made before.';
revoke execute on function carry_what_is_told from public;

create function dossier_carries_what_it_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.draft = new.draft then
        return null;
    elsif tg_op = 'UPDATE' and old.submitted_at is not null then
        raise exception 'dossier % was submitted: what it tells does not change', new.id
            using errcode = 'check_violation', table = tg_table_name, constraint = 'submitted_dossier_tells_the_same';
    end if;
    perform carry_what_is_told(new.id, new.draft);
    return null;
end $$;
comment on function dossier_carries_what_it_tells is 'Keeps dossier_hours, dossier_title, dossier_degree, dossier_assessment and dossier_test_pass the same as dossier.draft, and both as they are once it was submitted.';
select carry_what_is_told(id, draft) from dossier;
create trigger dossier_carries_what_it_tells after insert or update of draft on dossier for each row execute function dossier_carries_what_it_tells();
alter table dossier enable always trigger dossier_carries_what_it_tells;

-- The store of achievements (业绩档案库, B24-3.1), and what was picked of it.

alter table achievement drop constraint achievement_kind;
alter table achievement add constraint achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER'));
alter table achievement
    add column ended_on   date,
    add column number     text,
    add column granted    boolean,
    add column rank       integer     constraint achievement_rank_counts_from_one check (rank >= 1),
    add column grade      text,
    add column issued_by  text,
    add column area_code  text        constraint achievement_area_code_is_gb_2260 check (area_code ~ '^[1-9][0-9]{5}$'),
    add column quality    text,
    add column use        text,
    add column benefit    text,
    add column version    integer     not null default 1 constraint achievement_version_counts_from_one check (version >= 1),
    add column removed_at timestamptz,
    add constraint only_a_patent_is_granted check (granted is null or kind = 'PATENT'),
    add constraint achievement_ends_after_it_began check (ended_on >= achieved_on);
comment on column achievement.kind is 'REPORT 专题报告, CASE_REPORT 病案报告, RESEARCH 科研成果 (B23-1.2), GRASSROOTS_SERVICE 服务基层 (B23-1.1, J24-3.3), AID_POSTING 援派 (X24-6.1), CERTIFICATE e.g. 数字技术工程师 (B23-4.1).';
comment on column achievement.achieved_on is 'When; of a service or posting its first day.';
comment on column achievement.ended_on is 'Last day of a service or posting (X24-6.1: a year at least); null: not told.';
comment on column achievement.number is 'Of a patent, certificate, award or project, as printed.';
comment on column achievement.granted is 'Whether a patent is granted (授权), not only applied for; null: not told, or no patent.';
comment on column achievement.rank is 'His place among the authors, inventors or members (排名); null: not told.';
comment on column achievement.grade is 'Grade of the journal, award or project (级别, J24-annex2), as told.';
comment on column achievement.issued_by is 'Journal, publisher or awarding body (B23-2.1), as told.';
comment on column achievement.area_code is 'GB/T 2260 code of the place of a service or posting.';
comment on column achievement.quality is 'Quality of a patent (专利质量, B24-5.7), in words.';
comment on column achievement.use is 'Conversion and use (转化运用, B24-5.7), in words.';
comment on column achievement.benefit is 'Benefit (转化效益, B24-5.7), in words.';
comment on column achievement.version is 'Grows by one with each change; to be named when it is changed.';
comment on column achievement.removed_at is 'Put away by its owner; nothing is erased, and saving it again brings it back.';
grant select (ended_on, number, granted, rank, grade, issued_by, area_code, quality, use, benefit, version, removed_at) on achievement to zhicheng_reader;
revoke delete on achievement from zhicheng_writer;

create table dossier_achievement (
    id          uuid        primary key,
    dossier     uuid        not null references dossier deferrable initially deferred,
    achievement uuid        not null references achievement,
    version     integer     not null,
    picked_at   timestamptz not null,
    kind        text        not null constraint picked_achievement_kind check (kind in (
                                'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING',
                                'CERTIFICATE', 'OTHER')),
    title       text        not null,
    achieved_on date,
    ended_on    date,
    number      text,
    granted     boolean,
    rank        integer,
    grade       text,
    issued_by   text,
    area_code   text,
    quality     text,
    use         text,
    benefit     text,
    made_up     boolean     not null default false,
    constraint achievement_is_picked_once unique (dossier, achievement)
);
comment on table dossier_achievement is 'An achievement as it was when it was picked into a dossier (B24-3.1): later changes in the store do not reach it, and of a submitted dossier none comes or goes.';
comment on column dossier_achievement.achievement is 'What was picked.';
comment on column dossier_achievement.version is 'The version of it that was picked.';
create index dossier_achievement_by_dossier on dossier_achievement (dossier, achieved_on desc nulls last, id desc);
create index dossier_achievement_by_achievement on dossier_achievement (achievement);
grant select (id, dossier, achievement, version, picked_at, kind, title, achieved_on, ended_on, number, granted, rank, grade, issued_by, area_code, quality, use, benefit, made_up)
    on dossier_achievement to zhicheng_reader;
grant select, insert, delete on dossier_achievement to zhicheng_writer;

create function picked_achievements_are_frozen() returns trigger language plpgsql as $$
begin
    if exists (select from dossier d where d.id in (old.dossier, new.dossier) and d.submitted_at is not null) then
        raise exception 'a submitted dossier keeps the achievements that were picked: % refused', lower(tg_op)
            using errcode = 'check_violation', table = tg_table_name, constraint = 'picked_achievements_are_frozen';
    end if;
    return coalesce(new, old);
end $$;
comment on function picked_achievements_are_frozen is 'Refuses every change to what a submitted dossier has picked. Rows written before their dossier, in one transaction with it, come with it.';
create trigger picked_achievements_are_frozen before insert or update or delete on dossier_achievement for each row execute function picked_achievements_are_frozen();
alter table dossier_achievement enable always trigger picked_achievements_are_frozen;

-- When the window closes by which a submission was judged, and how long before that it came.

alter table dossier
    add column window_until timestamptz,
    add column minutes_before_close integer generated always as (floor(extract(epoch from window_until - submitted_at) / 60)::integer) stored;
comment on column dossier.window_until is 'When the application window closed by which the submission was judged, first instant outside; null: not submitted, or the notice gives no end (X24-4, J24-2.3, B24-annex1).';
comment on column dossier.minutes_before_close is 'Whole minutes from submission to that close; null where either is.';
create index dossier_by_time_left on dossier (minutes_before_close, id);
grant select (window_until, minutes_before_close) on dossier to zhicheng_reader;

-- Why the last submission was refused, without the words: a rule, its clause, how it came out, where it lies.

alter table dossier_finding
    add column id      uuid not null default gen_random_uuid(),
    add column verdict text not null generated always as (outcome ->> 'outcome') stored constraint finding_verdict check (verdict in ('FAILED', 'CANNOT_TELL')),
    add column path    text generated always as (outcome ->> 'path') stored;
create unique index dossier_finding_by_id on dossier_finding (id);
comment on column dossier_finding.outcome is 'The whole finding as JSON, with its words. Not readable by zhicheng_reader.';
comment on column dossier_finding.verdict is 'FAILED, or CANNOT_TELL where something was not told.';
comment on column dossier_finding.path is 'Where in the input it lies; null where it lies nowhere in it.';
grant select (id, dossier, place, at, rule, clause, verdict, path) on dossier_finding to zhicheng_reader;

-- The trail as a noun: what can be read without the entry is derived from the entry, which is what was hashed, so that the two cannot differ.
-- The table is append-only for its owner too; the columns of entries that exist are filled by making the table anew (alter), not by changing a row.

create function entry_says(entry bytea, name text) returns text language sql immutable strict parallel safe
    return convert_from(entry, 'UTF8')::jsonb ->> name;
comment on function entry_says is 'A member of an entry of the trail; null where it has none.';

create function entry_lists(entry bytea, name text) returns text language sql immutable strict parallel safe
    return (select string_agg(one, ' ' order by one collate "C") from jsonb_array_elements_text(convert_from(entry, 'UTF8')::jsonb -> name) one);
comment on function entry_lists is 'The texts of a list in an entry of the trail, in order, with a space between them; null where it has none.';

create function kind_of_subject(subject uuid) returns text language sql stable strict
    return case when exists (select from dossier where id = subject) then 'DOSSIER'
                when exists (select from person where id = subject) then 'PERSON'
                when exists (select from account where id = subject) then 'ACCOUNT'
                when exists (select from organisation where id = subject) then 'ORGANISATION'
                when exists (select from committee where id = subject) then 'COMMITTEE' end;
comment on function kind_of_subject is 'Which table an entry of the trail is about; an id is one table''s only. Another kind of subject is added here, by the migration that brings it.';

alter table trail
    add column id           uuid    not null generated always as (encode(substr(sha256(uuid_send(subject) || int8send(seq)), 1, 16), 'hex')::uuid) stored,
    add column place        integer not null generated always as (seq::integer) stored,
    add column act          text    not null generated always as (entry_says(entry, 'act')) stored,
    add column actor        uuid    generated always as (entry_says(entry, 'actor')::uuid) stored,
    add column organisation uuid    generated always as (entry_says(entry, 'organisation')::uuid) stored,
    add column capacity     text    generated always as (entry_lists(entry, 'capacity')) stored,
    add column clause       text    generated always as (entry_lists(entry, 'clauses')) stored,
    add column by_expert    boolean not null generated always as (
                                coalesce(' ' || entry_lists(entry, 'capacity') || ' ' ~ ' (EXPERT|CHAIR|GROUP_LEAD) ', false)) stored,
    add column subject_kind text;
alter table trail
    alter column subject_kind type text using kind_of_subject(subject),
    alter column subject_kind set not null,
    add constraint trail_subject_kind check (subject_kind in ('DOSSIER', 'PERSON', 'ACCOUNT', 'ORGANISATION', 'COMMITTEE'));
comment on column trail.id is 'Made of subject and seq.';
comment on column trail.place is 'As seq.';
comment on column trail.act is 'What was done, e.g. SUBMIT.';
comment on column trail.actor is 'The account that did it; null: none.';
comment on column trail.organisation is 'For which organisation; null: for himself.';
comment on column trail.capacity is 'In which roles, with a space between them.';
comment on column trail.clause is 'By which clauses or notices, with a space between them; null: the entry cites none.';
comment on column trail.by_expert is 'Done by a reviewing expert: experts are not made public (MOHRSS40), so an applicant does not see it.';
comment on column trail.subject_kind is 'Which table the subject is in.';

create function trail_says_what_it_is_about() returns trigger language plpgsql as $$
begin
    new.subject_kind := kind_of_subject(new.subject);
    return new;
end $$;
comment on function trail_says_what_it_is_about is 'Fills trail.subject_kind; an entry about nothing that there is, is refused by the column.';
create trigger trail_says_what_it_is_about before insert on trail for each row execute function trail_says_what_it_is_about();
alter table trail enable always trigger trail_says_what_it_is_about;
create unique index trail_by_id on trail (id);
create index trail_by_time on trail (at desc, place desc, id desc);
create index trail_by_subject on trail (subject, at desc, place desc, id desc);
grant select (id, subject, subject_kind, place, at, act, actor, organisation, capacity, clause, by_expert) on trail to zhicheng_reader;
