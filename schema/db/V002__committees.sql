-- Review committees (评审委员会), their filing, their notices of intake and their meetings. Read-only until the acts that change them are built.

create table committee (
    id         uuid        primary key,
    name       text        not null constraint committee_has_a_name check (name <> ''),
    region     text        not null constraint committee_region check (region ~ '^[a-z]+$'),
    kind       text        not null constraint committee_kind check (kind in ('SENIOR', 'INTERMEDIATE', 'JUNIOR', 'AUTONOMOUS')),
    founder    uuid        not null references organisation,
    office     uuid        not null references organisation,
    series     text[]      not null constraint committee_reviews_some_series check (cardinality(series) > 0),
    levels     text[]      not null constraint committee_levels check (cardinality(levels) > 0 and levels <@ array[
                               'FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER']),
    phone      text,
    address    text,
    made_up    boolean     not null default false,
    remark     text,
    created_at timestamptz not null
);
comment on table committee is 'A committee that reviews titles of certain series and levels (评委会): MOHRSS40, X24-7.1, X24-annex3, J24-annex1.';
comment on column committee.kind is 'AUTONOMOUS: a unit that reviews its own people (自主评审单位, X24-4, X24-6.4).';
comment on column committee.founder is 'The body that set it up and answers for it (组建单位).';
comment on column committee.office is 'The body that does its daily work (办事机构).';
create index committee_by_name on committee (name collate "C", id);
create index committee_by_region on committee (region, name collate "C", id);
create index committee_by_founder on committee (founder);
create index committee_by_office on committee (office);
grant select (id, name, region, kind, founder, office, series, levels, phone, address, made_up, remark) on committee to zhicheng_reader;
grant select, insert, update on committee to zhicheng_writer;

create table committee_filing (
    id         uuid        primary key,
    committee  uuid        not null references committee,
    filed_with uuid        not null references organisation,
    from_day   date        not null,
    until_day  date        not null,
    status     text        not null constraint committee_filing_status check (status in ('APPLIED', 'FILED', 'EXPIRED', 'SUSPENDED', 'WITHDRAWN')),
    document   text,
    made_up    boolean     not null default false,
    created_at timestamptz not null,
    constraint filing_ends_after_it_began check (from_day < until_day),
    constraint filing_lasts_three_years_at_most check (until_day <= (from_day + interval '3 years')::date)
);
comment on table committee_filing is 'The filing without which a committee may not review (备案), for three years at most (X24-7.1, MOHRSS40).';
comment on column committee_filing.until_day is 'First day on which it is no longer valid.';
create index committee_filing_by_committee on committee_filing (committee, from_day, id);
grant select (id, committee, filed_with, from_day, until_day, status, document, made_up) on committee_filing to zhicheng_reader;
grant select, insert, update on committee_filing to zhicheng_writer;

create table committee_notice (
    id           uuid        primary key,
    committee    uuid        not null references committee,
    region       text        not null constraint committee_notice_region check (region ~ '^[a-z]+$'),
    year         integer     not null constraint committee_notice_year check (year between 2000 and 2100),
    series       text[]      constraint committee_notice_series check (cardinality(series) > 0),
    levels       text[]      constraint committee_notice_levels check (cardinality(levels) > 0 and levels <@ array[
                                 'FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER']),
    categories   text[]      constraint committee_notice_categories check (cardinality(categories) > 0),
    intake_from  timestamptz not null,
    intake_until timestamptz not null,
    published_at timestamptz not null,
    link         text,
    made_up      boolean     not null default false,
    remark       text,
    constraint intake_ends_after_it_begins check (intake_from < intake_until),
    constraint notice_precedes_intake check (published_at <= intake_from)
);
comment on table committee_notice is 'A committee''s own notice of when it takes applications (评委会申报通知, X24-4, J24-2.3): where the region gives no window, this is the window.';
comment on column committee_notice.series is 'For which series; null: every series that the committee reviews.';
comment on column committee_notice.levels is 'For which levels; null: every level that the committee reviews.';
comment on column committee_notice.categories is 'For which review categories; null: every one.';
comment on column committee_notice.intake_until is 'Exclusive: "7月10日24时" is July 11th, 00:00.';
create index committee_notice_by_committee on committee_notice (committee, intake_from, id);
create index committee_notice_by_region on committee_notice (region, year, intake_from, id);
grant select (id, committee, region, year, series, levels, categories, intake_from, intake_until, published_at, link, made_up, remark)
    on committee_notice to zhicheng_reader;
grant select, insert, update on committee_notice to zhicheng_writer;

create table meeting (
    id             uuid        primary key,
    committee      uuid        not null references committee,
    year           integer     not null constraint meeting_year check (year between 2000 and 2100),
    status         text        not null constraint meeting_status check (status in (
                                   'PLANNED', 'FILED', 'DRAWN', 'IN_SESSION', 'TALLIED', 'SIGNED', 'REPORTED', 'CANCELLED')),
    plan_filed_at  timestamptz,
    starts_at      timestamptz not null,
    ends_at        timestamptz,
    place          text,
    made_up        boolean     not null default false,
    created_at     timestamptz not null,
    constraint meeting_ends_after_it_began check (starts_at < ends_at),
    constraint plan_is_filed_before_the_meeting check (plan_filed_at < starts_at)
);
comment on table meeting is 'A meeting in which a committee votes (评审会议); its plan is filed beforehand (评审工作方案, X24-5.3).';
create index meeting_by_committee on meeting (committee, starts_at, id);
create index meeting_by_start on meeting (starts_at, id);
grant select (id, committee, year, status, plan_filed_at, starts_at, ends_at, place, made_up) on meeting to zhicheng_reader;
grant select, insert, update on meeting to zhicheng_writer;
