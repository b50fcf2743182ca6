-- The register of integrity (诚信档案、失信黑名单) as it is kept: by which document an entry is made, and that it is ended early and why. What the register says is put before
-- the rules of a dossier's own edition when it is handed in, and again at each step on its way: there is no second copy of a rule here.

alter table integrity_entry
    add column document  text constraint integrity_document_is_not_empty check (document <> ''),
    add column ended_at  timestamptz,
    add column ended_why text,
    add constraint entry_that_was_ended_says_why check ((ended_at is null) = (ended_why is null) and (ended_at is null or until_day is not null));
comment on column integrity_entry.document is 'Number of the decision, or what else it rests on; null: of an entry that was made before documents were asked for.';
comment on column integrity_entry.ended_at is 'When somebody ended it early; null: nobody did.';
comment on column integrity_entry.ended_why is 'Why it was ended early.';
create unique index integrity_entry_is_made_once on integrity_entry (person, region, kind, clause, from_day);
create index integrity_entry_by_decision on integrity_entry (decided_by, from_day desc, id desc);
grant select (document, created_at, ended_at, ended_why) on integrity_entry to zhicheng_reader;

-- besides the person and the bureau of the city, the bureau or department that decided

alter policy seen on integrity_entry using (nullif(
    person = (select viewer_person())
    or region = (select viewer_region())
    or decided_by = (select viewer_above()), false) is not null);

-- an application that is cancelled ends the visit at which it lies (X24-5.1, J24-4.3)

alter table dossier_step
    drop constraint step_outcome,
    add constraint step_outcome check (outcome in ('FORWARDED', 'RETURNED', 'REFUSED', 'WITHDRAWN', 'TERMINATED', 'DISQUALIFIED'));

-- Complaints (信访、举报投诉): what somebody brings forward against an applicant, and how it was looked into (X24-8.5, J24-4.3). One that is not concluded holds what it
-- concerns. Whom it is about never sees it, in whatever role: no notice has him told who complained, or of what.

create table complaint (
    id                 uuid        primary key,
    region             text        not null constraint complaint_region check (region ~ '^[a-z]+$'),
    about              uuid        not null references person,
    dossier            uuid        references dossier,
    unit               uuid        not null references organisation,
    by_name            text        constraint complaint_by_nobody_is_null check (by_name <> ''),
    says               text        not null constraint complaint_says_something check (says <> ''),
    received_at        timestamptz not null,
    looked_from        date,
    looked_until       date,
    persons            text[]      constraint complaint_is_looked_into_by_somebody check (cardinality(persons) > 0),
    manner             text,
    course             text,
    conclusion         text,
    founded            boolean,
    handling_applicant text,
    handling_reviewers text,
    evidence           text[]      constraint complaint_evidence_is_some check (cardinality(evidence) > 0),
    concluded_at       timestamptz,
    made_up            boolean     not null default false,
    trail_seq          bigint      not null default 0,
    trail_head         bytea       not null default '\x',
    constraint concluded_complaint_says_how check ((concluded_at is null) = (founded is null) and (concluded_at is null) = (conclusion is null)),
    constraint complaint_is_looked_into_in_order check (looked_from <= looked_until)
);
comment on table complaint is 'A complaint (信访、举报投诉) about an applicant, and the report of the inquiry: X24-8.5, J24-4.3. Open while it is not concluded; then, and where it is founded, nothing that it concerns is recommended or handed on.';
comment on column complaint.about is 'Whom it is about; he does not see it.';
comment on column complaint.dossier is 'The application that it concerns; null: every one of his in the region that is on its way.';
comment on column complaint.unit is 'Who received it and looks into it.';
comment on column complaint.by_name is 'Who complained; null: nobody gave his name.';
comment on column complaint.looked_from is 'First day of the inquiry (核查时间).';
comment on column complaint.looked_until is 'Last day of the inquiry, the day itself included.';
comment on column complaint.persons is 'Who looked into it (核查人员).';
comment on column complaint.manner is 'In which manner (核查方式).';
comment on column complaint.course is 'Its course (核查过程).';
comment on column complaint.conclusion is 'The conclusion (结论性意见).';
comment on column complaint.founded is 'Whether what was brought forward is so (是否属实).';
comment on column complaint.handling_applicant is 'How it is handled with the applicant (处理意见, X24-8.5).';
comment on column complaint.handling_reviewers is 'How it is handled with those who audited and recommended him (处理意见, X24-8.5).';
comment on column complaint.evidence is 'What proves it, one line each (佐证材料).';
comment on column complaint.trail_head is 'Head of this complaint''s own chain in the trail: an applicant sees the chain of his dossier, and this is none of it.';
create index complaint_by_time on complaint (received_at desc, id desc);
create index complaint_about on complaint (about, region);
create index complaint_by_dossier on complaint (dossier, received_at desc, id desc);
grant select (id, region, about, dossier, unit, by_name, says, received_at, looked_from, looked_until, persons, manner, course, conclusion, founded, handling_applicant,
        handling_reviewers, evidence, concluded_at, made_up)
    on complaint to zhicheng_reader;
grant select, insert, update on complaint to zhicheng_writer;
alter table complaint enable row level security;
create policy commands_pass on complaint to zhicheng_writer using (true) with check (true);

create function viewer_inquiry() returns uuid language sql stable parallel safe
    return nullif(current_setting('zhicheng.inquiry', true), '')::uuid;
comment on function viewer_inquiry is 'The unit that looks into complaints for which who looks acts (SUPERIOR_DEPT, HRSS_COUNTY, HRSS_PROVINCE, COMMITTEE_ORGANISER, COMMITTEE_OFFICE, SUPERVISOR); null: for none.';

create policy seen on complaint for select to zhicheng_reader using (nullif(
    (region = (select viewer_region()) or unit = (select viewer_inquiry()))
    and about <> coalesce((select viewer_person()), '00000000-0000-0000-0000-000000000000'), false) is not null);

create or replace function kind_of_subject(subject uuid) returns text language sql stable strict
    return case when exists (select from dossier where id = subject) then 'DOSSIER'
                when exists (select from person where id = subject) then 'PERSON'
                when exists (select from account where id = subject) then 'ACCOUNT'
                when exists (select from organisation where id = subject) then 'ORGANISATION'
                when exists (select from committee where id = subject) then 'COMMITTEE'
                when exists (select from complaint where id = subject) then 'COMPLAINT' end;
alter table trail
    drop constraint trail_subject_kind,
    add constraint trail_subject_kind check (subject_kind in ('DOSSIER', 'PERSON', 'ACCOUNT', 'ORGANISATION', 'COMMITTEE', 'COMPLAINT'));

-- Nominations (举荐, B23-2.3): which enterprise may nominate and as what, and which places of a year are taken. A recommendation under such a category takes a place; two at
-- once wait for each other, and the key holds what the count could not.

create table nominator (
    id           uuid        primary key,
    organisation uuid        not null references organisation,
    region       text        not null constraint nominator_region check (region ~ '^[a-z]+$'),
    category     text        not null constraint nominator_category check (category <> ''),
    grade        text        not null constraint nominator_grade check (grade <> ''),
    document     text        not null constraint nominator_has_a_document check (document <> ''),
    clause       text        not null constraint nominator_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    from_day     date        not null,
    lost_at      timestamptz,
    lost_why     text,
    lost_by      text,
    decided_by   uuid        not null references organisation,
    made_up      boolean     not null default false,
    created_at   timestamptz not null,
    constraint nominator_is_recognised_once unique (organisation, category, from_day),
    constraint lost_right_says_why check ((lost_at is null) = (lost_why is null) and (lost_at is null) = (lost_by is null))
);
comment on table nominator is 'An enterprise that may nominate its own people (举荐资格, B23-2.3), of which grade, by which document; lost where it nominated falsely. The latest of a category counts.';
comment on column nominator.grade is 'As the region calls it: NATIONAL, PROVINCIAL.';
comment on column nominator.lost_by is 'The document by which the right was taken away.';
grant select, insert, update on nominator to zhicheng_writer;

create table nomination (
    region       text        not null,
    organisation uuid        not null references organisation,
    year         integer     not null,
    category     text        not null,
    place        integer     not null constraint nomination_place_counts_from_one check (place >= 1),
    dossier      uuid        not null references dossier constraint dossier_is_nominated_once unique,
    at           timestamptz not null,
    made_up      boolean     not null default false,
    constraint nomination_place_is_taken primary key (region, organisation, year, category, place)
);
comment on table nomination is 'A place of an enterprise''s nominations in a year (举荐名额, B23-2.3), taken by the recommendation. Never given back: no notice says when it would be.';
grant select, insert on nomination to zhicheng_writer;

alter table nominator enable row level security;
alter table nomination enable row level security;
create policy commands_pass on nominator to zhicheng_writer using (true) with check (true);
create policy commands_pass on nomination to zhicheng_writer using (true) with check (true);

-- The reuse ledger (B24-5.6): who came into a series by a transfer (转评), of which level, and which achievements served it. They do not serve the next level there.

create table title_transfer (
    id          uuid        primary key,
    person      uuid        not null references person,
    region      text        not null constraint title_transfer_region check (region ~ '^[a-z]+$'),
    dossier     uuid        not null references dossier constraint dossier_transfers_once unique,
    from_series text        not null constraint title_transfer_from_series check (from_series ~ '^[A-Z][A-Z_]*$'),
    series      text        not null constraint title_transfer_series check (series ~ '^[A-Z][A-Z_]*$'),
    level       text        not null constraint title_transfer_level check (level in ('FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER')),
    level_since date        not null,
    document    text        not null constraint title_transfer_has_a_document check (document <> ''),
    clause      text        not null constraint title_transfer_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    decided_by  uuid        not null references organisation,
    made_up     boolean     not null default false,
    created_at  timestamptz not null,
    constraint transfer_goes_into_another_series check (from_series <> series)
);
comment on table title_transfer is 'A confirmed transfer between series (转评): the dossier by which, the level that was kept, since when the person has it (B24-5.6).';
comment on column title_transfer.level_since is 'First day of the period of this level: what was achieved before does not serve the next one.';
create index title_transfer_by_person on title_transfer (person, region);
grant select, insert, update (person) on title_transfer to zhicheng_writer;

create table spent_achievement (
    transfer    uuid not null references title_transfer,
    achievement uuid not null references achievement,
    constraint achievement_is_spent_once_by_a_transfer primary key (transfer, achievement)
);
comment on table spent_achievement is 'An achievement that served a transfer, as its dossier had picked it: it does not serve the next level in that series (B24-5.6).';
grant select, insert on spent_achievement to zhicheng_writer;

alter table title_transfer enable row level security;
alter table spent_achievement enable row level security;
create policy commands_pass on title_transfer to zhicheng_writer using (true) with check (true);
create policy commands_pass on spent_achievement to zhicheng_writer using (true) with check (true);
