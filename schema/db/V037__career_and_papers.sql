-- Where an applicant has worked (工作经历, J24-3.3, X24-5.1), and papers on that, on yearly assessments and on capability tests (B24-3.1).

create table dossier_job (
    id         uuid    primary key,
    dossier    uuid    not null references dossier,
    employer   text    not null,
    position   text,
    began_on   date    not null,
    ended_on   date    constraint job_ends_after_it_began check (ended_on >= began_on),
    area_code  text    constraint job_area_code_is_gb_2260 check (area_code ~ '^[1-9][0-9]{5}$'),
    grassroots boolean
);
comment on table dossier_job is 'Where the applicant has worked (工作经历) as a dossier tells it: J24-3.3, X24-5.1. Made of dossier.draft.';
comment on column dossier_job.employer is 'The employer, as told.';
comment on column dossier_job.position is 'As what, as told, e.g. 主治医师; null: not told.';
comment on column dossier_job.began_on is 'Its first day.';
comment on column dossier_job.ended_on is 'Its last day; null: it goes on.';
comment on column dossier_job.area_code is 'GB/T 2260 code of the place; null: not told.';
comment on column dossier_job.grassroots is 'Whether it is at the grass roots (基层, B23-1.1), as told; null: not told.';
create index dossier_job_by_dossier on dossier_job (dossier, began_on desc, id desc);
grant select (id, dossier, employer, position, began_on, ended_on, area_code, grassroots) on dossier_job to zhicheng_reader;
grant select on dossier_job to zhicheng_writer;
alter table dossier_job enable row level security;
create policy commands_pass on dossier_job to zhicheng_writer using (true) with check (true);
create policy seen on dossier_job for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_job.dossier) is not null);

create or replace function carry_what_is_told(which uuid, draft jsonb) returns void language sql security definer set search_path = public, pg_temp as $$
    delete from dossier_hours where dossier = which;
    delete from dossier_title where dossier = which;
    delete from dossier_degree where dossier = which;
    delete from dossier_assessment where dossier = which;
    delete from dossier_test_pass where dossier = which;
    delete from dossier_job where dossier = which;
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
    insert into dossier_job (id, dossier, employer, position, began_on, ended_on, area_code, grassroots)
        select carried_id(which, 'job', place), which, told(one, 'employer'), told(one, 'position'), (one ->> 'beganOn')::date, (one ->> 'endedOn')::date,
               told(one, 'areaCode'), (one ->> 'grassroots')::boolean
        from jsonb_path_query(draft, '$.jobs[*] ? (@.type() == "object")') with ordinality list (one, place);
$$;
comment on function dossier_carries_what_it_tells is 'Keeps dossier_hours, dossier_title, dossier_degree, dossier_assessment, dossier_test_pass and dossier_job the same as dossier.draft, and both as they are once it was submitted, until it is returned and handed in again.';

-- Papers on jobs, assessments and tests stand in the store beside those of V032.

alter table achievement drop constraint achievement_kind;
alter table achievement add constraint achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER',
    'EDUCATION', 'SOCIAL_INSURANCE', 'TITLE', 'TRAINING_HOURS', 'EMPLOYMENT', 'ASSESSMENT', 'TEST_PASS'));
alter table dossier_achievement drop constraint picked_achievement_kind;
alter table dossier_achievement add constraint picked_achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER',
    'EDUCATION', 'SOCIAL_INSURANCE', 'TITLE', 'TRAINING_HOURS', 'EMPLOYMENT', 'ASSESSMENT', 'TEST_PASS'));
alter table mending_achievement drop constraint picked_achievement_kind;
alter table mending_achievement add constraint picked_achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER',
    'EDUCATION', 'SOCIAL_INSURANCE', 'TITLE', 'TRAINING_HOURS', 'EMPLOYMENT', 'ASSESSMENT', 'TEST_PASS'));
comment on column achievement.kind is 'REPORT 专题报告, CASE_REPORT 病案报告, RESEARCH 科研成果 (B23-1.2), GRASSROOTS_SERVICE 服务基层 (B23-1.1, J24-3.3), AID_POSTING 援派 (X24-6.1), CERTIFICATE e.g. 数字技术工程师 (B23-4.1). No achievement but a paper on what the profile tells: EDUCATION 学历学位证书, SOCIAL_INSURANCE 社保证明, TITLE 职称证书, TRAINING_HOURS 学时证明 (J24-4.2, B23-2.2), EMPLOYMENT 工作经历证明, ASSESSMENT 年度考核表 (J24-3.3), TEST_PASS 水平能力测试合格证明 (X24-6.5).';
