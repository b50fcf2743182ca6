-- Posts that public institutions manage (岗位管理): how many of a band are approved, filled, vacant (B24-annex2, B23-3.1, J24-4.1, X24-annex1), and which a
-- recommendation takes. What is told anew is a new row; the earlier one stays, and does not count. Which levels make a band, whose opinion is asked for, and whether
-- a recommendation beyond the vacant posts is refused, is the edition's to say (Posts).

create table post_count (
    id                uuid        primary key,
    organisation      uuid        not null references organisation,
    region            text        not null constraint post_count_region check (region ~ '^[a-z]+$'),
    year              integer     not null,
    band              text        not null constraint post_count_is_of_a_band check (band <> ''),
    as_of             date        not null,
    approved          integer     not null constraint posts_approved_are_no_fewer_than_none check (approved >= 0),
    filled            integer     not null constraint posts_filled_are_no_fewer_than_none check (filled >= 0),
    vacant            integer     not null constraint posts_vacant_are_no_fewer_than_none check (vacant >= 0),
    waiting           integer     constraint those_waiting_are_no_fewer_than_none check (waiting >= 0),
    requested         integer     constraint posts_requested_are_no_fewer_than_none check (requested >= 0),
    supported         integer     constraint posts_supported_are_no_fewer_than_none check (supported >= 0),
    clause            text        not null constraint post_count_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    superior          uuid        references organisation,
    recorded_at       timestamptz not null,
    superseded_at     timestamptz,
    department        uuid        references organisation,
    department_agrees boolean,
    department_says   text,
    department_at     timestamptz,
    personnel         uuid        references organisation,
    personnel_agrees  boolean,
    personnel_says    text,
    personnel_at      timestamptz,
    made_up           boolean     not null default false,
    constraint opinion_of_the_department_has_a_time check ((department_at is null) = (department_agrees is null)),
    constraint opinion_of_the_personnel_department_has_a_time check ((personnel_at is null) = (personnel_agrees is null))
);
comment on table post_count is 'The posts of one band of a public institution in a year, as it tells them: B24-annex2, B23-3.1, J24-4.1, X24-annex1.';
comment on column post_count.band is 'Levels that are counted together, as the region calls them: SENIOR and INTERMEDIATE (B24-annex2), or a level by itself (X24-annex1).';
comment on column post_count.as_of is 'Of which day the numbers are (年月末).';
comment on column post_count.approved is 'Posts approved (核定、设岗情况).';
comment on column post_count.filled is 'Staff appointed to them (已聘).';
comment on column post_count.vacant is 'Posts really vacant (空岗).';
comment on column post_count.waiting is 'Who holds the title and is not appointed (待聘情况, X24-annex1); null: not told.';
comment on column post_count.requested is 'How many are asked for in the year (申请使用岗位, B24-annex2); null: not told.';
comment on column post_count.supported is 'How many of those by the post-support policy (使用岗位支持政策, B24-annex2, B23-3.1); null: not told.';
comment on column post_count.superior is 'The nearest department or bureau above the unit when it told them; null: there was none.';
comment on column post_count.superseded_at is 'Since when others count in its place; null: it counts.';
comment on column post_count.department_agrees is 'The opinion of the department in charge (主管部门审核意见, B24-annex2, X24-annex1); null: not given.';
comment on column post_count.personnel_agrees is 'The opinion of the institutions'' personnel department (事业单位人事管理部门审核意见, X24-annex1); null: not given.';
create unique index post_count_stands_alone on post_count (organisation, region, year, band) where superseded_at is null;
create index post_count_by_time on post_count (recorded_at desc, id desc);
grant select (id, organisation, region, year, band, as_of, approved, filled, vacant, waiting, requested, supported, clause, superior, recorded_at, superseded_at, department,
        department_agrees, department_says, department_at, personnel, personnel_agrees, personnel_says, personnel_at, made_up)
    on post_count to zhicheng_reader;
grant select, insert, update on post_count to zhicheng_writer;

create table dossier_post (
    id           uuid        primary key,
    dossier      uuid        not null references dossier,
    organisation uuid        not null references organisation,
    region       text        not null,
    year         integer     not null,
    band         text        not null,
    place        integer     constraint post_is_counted_from_one check (place >= 1),
    vacant       integer     not null,
    clause       text        not null constraint dossier_post_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    at           timestamptz not null,
    given_up_at  timestamptz,
    made_up      boolean     not null default false
);
comment on table dossier_post is 'The post for which a dossier was recommended (空岗申报), or that it takes up none (不占岗位申报, X24-annex1). Given up where the dossier came to nothing.';
comment on column dossier_post.place is 'Which of the band''s posts of the year it takes, from 1; null: none, by the rules (不占岗位申报, X24-annex1).';
comment on column dossier_post.vacant is 'How many were vacant when it was recommended, as the unit told them (是否有空岗情况, J24-annex2).';
comment on column dossier_post.clause is 'By which it is counted.';
comment on column dossier_post.given_up_at is 'When the post was free again, its dossier having come to nothing; null: it has it.';
create unique index dossier_has_one_post on dossier_post (dossier) where given_up_at is null;
create unique index post_is_taken on dossier_post (organisation, region, year, band, place) where given_up_at is null;
create index dossier_post_by_dossier on dossier_post (dossier, at desc, id desc);
grant select (id, dossier, year, band, place, vacant, clause, at, given_up_at, made_up) on dossier_post to zhicheng_reader;
grant select, insert, update on dossier_post to zhicheng_writer;

-- Letters by which a unit entrusts reviews to a committee (委托函): J24-2.2d, with the consent of the province's title-reform office; X24-3.1.4, by 鄂人社规〔2021〕4号.
-- Without one nothing comes to the committee by that channel.

create table entrustment (
    id           uuid        primary key,
    region       text        not null constraint entrustment_region check (region ~ '^[a-z]+$'),
    year         integer     not null,
    unit         uuid        not null references organisation,
    addressed_to uuid        references organisation,
    committee    uuid        not null references committee,
    series       text        not null constraint entrustment_series check (series ~ '^[A-Z][A-Z_]*$'),
    specialty    text        constraint entrustment_specialty_is_not_empty check (specialty <> ''),
    document     text        not null constraint entrustment_has_a_document check (document <> ''),
    dated        date        not null,
    clause       text        not null constraint entrustment_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    filed_at     timestamptz not null,
    agreed       boolean,
    decided_by   uuid        references organisation,
    decision     text,
    decided_at   timestamptz,
    made_up      boolean     not null default false,
    constraint entrustment_is_filed_once unique (unit, document),
    constraint decided_entrustment_says_how check ((decided_at is null) = (agreed is null))
);
comment on table entrustment is 'A letter (委托函) by which a unit entrusts the review of its people to a committee: J24-2.2d, X24-3.1.4.';
comment on column entrustment.region is 'The region by whose notice its people apply.';
comment on column entrustment.unit is 'Who entrusts.';
comment on column entrustment.addressed_to is 'To whom the letter is written: the province''s title-reform office (J24-2.2d); null: the notice names nobody.';
comment on column entrustment.specialty is 'Only this specialty; null: all of the series.';
comment on column entrustment.document is 'The number of the letter.';
comment on column entrustment.dated is 'The day that it bears.';
comment on column entrustment.agreed is 'Whether the office agreed (经省职改办审核同意, J24-2.2d); null: not decided, or nobody is asked.';
comment on column entrustment.decision is 'By which document it decided, or why not.';
create index entrustment_by_time on entrustment (filed_at desc, id desc);
grant select (id, region, year, unit, addressed_to, committee, series, specialty, document, dated, clause, filed_at, agreed, decided_by, decision, decided_at, made_up)
    on entrustment to zhicheng_reader;
grant select, insert, update on entrustment to zhicheng_writer;

-- Since when somebody is appointed to a title that he holds (聘任时间): the summary form asks for it (J24-annex2), and the publication shows it (J24-3.3).

alter table dossier_title add column appointed_on date;
comment on column dossier_title.appointed_on is 'Since when the applicant is appointed to it (聘任时间, J24-3.3, J24-annex2); null: not told.';
grant select (appointed_on) on dossier_title to zhicheng_reader;

create or replace function carry_what_is_told(which uuid, draft jsonb) returns void language sql security definer set search_path = public, pg_temp as $$
    delete from dossier_hours where dossier = which;
    delete from dossier_title where dossier = which;
    delete from dossier_degree where dossier = which;
    delete from dossier_assessment where dossier = which;
    delete from dossier_test_pass where dossier = which;
    insert into dossier_hours (id, dossier, year, tenths, specialised_tenths, province)
        select carried_id(which, 'hours', place), which, (one ->> 'year')::integer, ((one ->> 'total')::numeric * 10)::integer,
               ((one ->> 'specialised')::numeric * 10)::integer, left(told(one, 'province'), 2) || '0000'
        from jsonb_path_query(draft, '$.hours[*] ? (@.type() == "object")') with ordinality list (one, place);
    insert into dossier_title (id, dossier, series, specialty, level, obtained_on, province, aid_months, appointed_on)
        select carried_id(which, 'title', place), which, told(one, 'series'), told(one, 'specialty'), one ->> 'level', (one ->> 'date')::date,
               left(told(one, 'province'), 2) || '0000', (one ->> 'aidMonths')::integer, (one ->> 'appointedOn')::date
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

-- The second wall

alter table post_count enable row level security;
alter table dossier_post enable row level security;
alter table entrustment enable row level security;
create policy commands_pass on post_count to zhicheng_writer using (true) with check (true);
create policy commands_pass on dossier_post to zhicheng_writer using (true) with check (true);
create policy commands_pass on entrustment to zhicheng_writer using (true) with check (true);
create policy seen on post_count for select to zhicheng_reader using (nullif(
    region = (select viewer_region())
    or array[organisation] && (select viewer_ids())
    or superior = (select viewer_above()), false) is not null);
comment on policy seen on post_count is 'The unit''s own, its superior''s, and those of the bureau''s region. && as on dossier.';
create policy seen on dossier_post for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_post.dossier) is not null);
create policy seen on entrustment for select to zhicheng_reader using (nullif(
    region = (select viewer_region())
    or array[unit, committee] && (select viewer_ids())
    or addressed_to = (select viewer_above()), false) is not null);
comment on policy seen on entrustment is 'The unit''s own, the committee''s, the office''s to which it is written, and those of the bureau''s region. && as on dossier.';
