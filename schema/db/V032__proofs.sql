-- What proves what an applicant tells (佐证材料), what platforms said of it when it was handed in, transfers from before this system, and the order of marks.

-- Papers on what a profile tells stand in the store beside achievements (业绩档案库, B24-3.1), with their files, and are picked as those are.

alter table achievement drop constraint achievement_kind;
alter table achievement add constraint achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER',
    'EDUCATION', 'SOCIAL_INSURANCE', 'TITLE', 'TRAINING_HOURS'));
alter table dossier_achievement drop constraint picked_achievement_kind;
alter table dossier_achievement add constraint picked_achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER',
    'EDUCATION', 'SOCIAL_INSURANCE', 'TITLE', 'TRAINING_HOURS'));
alter table mending_achievement drop constraint picked_achievement_kind;
alter table mending_achievement add constraint picked_achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER',
    'EDUCATION', 'SOCIAL_INSURANCE', 'TITLE', 'TRAINING_HOURS'));
comment on column achievement.kind is 'REPORT 专题报告, CASE_REPORT 病案报告, RESEARCH 科研成果 (B23-1.2), GRASSROOTS_SERVICE 服务基层 (B23-1.1, J24-3.3), AID_POSTING 援派 (X24-6.1), CERTIFICATE e.g. 数字技术工程师 (B23-4.1). No achievement but a paper on what the profile tells: EDUCATION 学历学位证书, SOCIAL_INSURANCE 社保证明, TITLE 职称证书, TRAINING_HOURS 学时证明 (J24-4.2, B23-2.2).';

-- What platforms said of a dossier's items, as it stood on the day on which it was handed in, or handed in again.

create table dossier_verification (
    id          uuid        primary key,
    dossier     uuid        not null references dossier,
    kind        text        not null constraint carried_verification_kind check (kind in ('EDUCATION', 'SOCIAL_INSURANCE', 'QUALIFICATION', 'TRAINING_HOURS', 'TITLE')),
    path        text        not null constraint verification_lies_somewhere check (path <> ''),
    state       text        not null constraint carried_verification_state check (state in ('CANNOT_TELL', 'VERIFIED', 'DIFFERS')),
    source      text,
    at          timestamptz not null,
    valid_until date,
    clause      text        not null constraint carried_verification_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    made_up     boolean     not null default false
);
comment on table dossier_verification is 'What a platform said of one item of a dossier, by the day on which it was handed in (B23-2.2, B24-4.3, X24-6.2). Neither an identity number nor anything else of the platform''s answer is in it.';
comment on column dossier_verification.path is 'Which item: degrees.N, hours.N, titles.N of what is told, N from 0; achievements.ID of what was picked, as dossier_achievement.id; employer.';
comment on column dossier_verification.state is 'VERIFIED, DIFFERS: what the platform said. CANNOT_TELL: it was asked and had not answered.';
comment on column dossier_verification.source is 'Which platform answered; null: none had.';
comment on column dossier_verification.at is 'When it answered, by official time; while none had, when it was asked for.';
comment on column dossier_verification.valid_until is 'Last day on which it holds, as the platform said; null: it named none.';
create index dossier_verification_by_dossier on dossier_verification (dossier, at desc, id desc);
grant select (id, dossier, kind, path, state, source, at, valid_until, clause, made_up) on dossier_verification to zhicheng_reader;
grant select, insert, delete on dossier_verification to zhicheng_writer;
alter table dossier_verification enable row level security;
create policy commands_pass on dossier_verification to zhicheng_writer using (true) with check (true);
create policy seen on dossier_verification for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_verification.dossier) is not null);

-- A transfer between series from before this system has no dossier here; what served it is named by whoever enters it (B24-5.6).

alter table title_transfer alter column dossier drop not null;
create unique index older_transfer_is_entered_once on title_transfer (person, region, series, level) where dossier is null;
comment on column title_transfer.dossier is 'The dossier by which it was; null: it was before this system.';

-- Marks that were made at one instant have an order: in which they were made.

alter table dossier_mark add column place integer constraint mark_place_counts_from_one check (place >= 1);
update dossier_mark m set place = numbered.place from (select id, row_number() over (partition by dossier order by at, id) as place from dossier_mark) numbered where numbered.id = m.id;
alter table dossier_mark alter column place set not null;
comment on column dossier_mark.place is 'Which of the dossier''s marks it is, in the order in which they were made; one that is made anew is the last.';
drop index dossier_mark_by_dossier;
create index dossier_mark_by_dossier on dossier_mark (dossier, place desc, id desc);
grant select (place) on dossier_mark to zhicheng_reader;
