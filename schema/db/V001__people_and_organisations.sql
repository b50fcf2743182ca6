-- People, their organisations and accounts, what stands against a person, and the official clock.
--
-- Three roles exist before the first migration: zhicheng_owner runs this file and nothing else, zhicheng_writer is what commands
-- write through, zhicheng_reader is what the read compiler reads through. Rules that all migrations keep:
--   zhicheng_reader is granted the columns that a noun of the read side or a predicate of its visibility names, column by column, and nothing
--   else (GrantsTest holds both sides together);
--   text with a named check instead of an enum, tenths of an hour as integer instead of numeric (both have leakproof operators, enum and
--   numeric have none); instants as timestamptz; no now() here or in any statement, since official time is handed in;
--   a constraint that is a rule bears the rule's name.

create table official_clock (
    id        boolean primary key default true constraint one_official_clock check (id),
    offset_ms bigint  not null
);
comment on table official_clock is 'How far official time runs ahead of (or behind) the system clock, for every server on this database; never set back while it serves. No row: official time is the system''s.';
comment on column official_clock.offset_ms is 'Milliseconds to add to the system clock; negative in a demonstration of a year that has passed.';
grant select on official_clock to zhicheng_writer;

create table organisation (
    id          uuid        primary key,
    parent      uuid        references organisation,
    name        text        not null constraint organisation_has_a_name check (name <> ''),
    credit_code text        constraint organisation_credit_code unique
                            constraint credit_code_is_gb_32100 check (credit_code ~ '^[1-9AJNY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
    kind        text        not null constraint organisation_kind check (kind in (
                                'STATE_INSTITUTION', 'STATE_ENTERPRISE', 'PRIVATE_ENTERPRISE', 'SOCIAL_ORGANISATION', 'SOLE_TRADER',
                                'AGENCY', 'SUPERIOR_DEPT', 'HRSS', 'COMMITTEE_OFFICE')),
    region      text        not null constraint organisation_region check (region ~ '^[a-z]+$'),
    area_code   text        not null constraint area_code_is_gb_2260 check (area_code ~ '^[1-9][0-9]{5}$'),
    made_up     boolean     not null default false,
    created_at  timestamptz not null
);
comment on table organisation is 'An employer (用人单位), agency (人事代理), department (主管部门), human-resources bureau (人社部门) or committee office (评委会办事机构); a tree by parent (X24-3.1, J24-2.2a, B24-3.2).';
comment on column organisation.credit_code is '统一社会信用代码, 18 characters (GB 32100); the check character is held by the application.';
comment on column organisation.region is 'Id of the region plug-in in whose area it lies.';
comment on column organisation.area_code is 'GB/T 2260 code of the place, six digits; zones without a code stand under their city.';
comment on column organisation.made_up is 'Belongs to the demonstration and exists nowhere.';
create index organisation_by_name on organisation (name collate "C", id);
create index organisation_by_parent on organisation (parent);
create index organisation_by_region on organisation (region, name collate "C", id);
grant select (id, parent, name, credit_code, kind, region, area_code, made_up, created_at) on organisation to zhicheng_reader;
grant select, insert, update on organisation to zhicheng_writer;

create table person (
    id              uuid        primary key,
    name            text        not null constraint person_has_a_name check (name <> ''),
    birth_date      date,
    gender          text        constraint person_gender check (gender in ('FEMALE', 'MALE')),
    residence       text        not null default 'MAINLAND' constraint person_residence check (residence in (
                                    'MAINLAND', 'HK_MACAO_TAIWAN', 'FOREIGN_WORK_PERMIT', 'FOREIGN_PERMANENT', 'HUBEI_TALENT_CARD', 'FOREIGN_OTHER')),
    region          text        not null constraint person_region check (region ~ '^[a-z]+$'),
    employer        uuid        references organisation,
    identity_masked text,
    identity_cipher bytea,
    identity_index  bytea       constraint identity_number_is_known_already unique,
    made_up         boolean     not null default false,
    created_at      timestamptz not null,
    trail_seq       bigint      not null default 0,
    trail_head      bytea       not null default '\x',
    constraint identity_number_is_never_plain check (identity_masked ~ '^[1-9][0-9]{3}[*]{14}$'),
    constraint identity_number_is_kept_whole_or_not_at_all check (
        (identity_masked is null) = (identity_cipher is null) and (identity_masked is null) = (identity_index is null))
);
comment on table person is 'A natural person: applicant (申报人), clerk, officer or holder of a certificate.';
comment on column person.residence is 'On which paper he works here (X24-1).';
comment on column person.employer is 'The unit to which he is bound (绑定用人单位, B24-3.2); null for freelancers.';
comment on column person.identity_masked is 'The identity number, all but its first four characters hidden, e.g. 4212**************: all that a read can ever show. More would give it away together with birth_date, by the check character.';
comment on column person.identity_cipher is 'The whole number, AES-GCM under a key that is kept outside the database. Not readable by zhicheng_reader.';
comment on column person.identity_index is 'HMAC of the number under a second key: for equality only. Not readable by zhicheng_reader.';
comment on column person.trail_head is 'Head of this person''s chain in the trail; empty before the first entry.';
create index person_by_name on person (name collate "C", id);
create index person_by_employer on person (employer);
create index person_by_region on person (region);
grant select (id, name, birth_date, gender, residence, region, employer, identity_masked, made_up, created_at) on person to zhicheng_reader;
grant select, insert, update on person to zhicheng_writer;

create table profile (
    person     uuid        primary key references person,
    version    integer     not null default 1 constraint profile_version_counts_from_one check (version >= 1),
    facts      jsonb       not null constraint profile_is_an_object check (jsonb_typeof(facts) = 'object'),
    updated_at timestamptz not null
);
comment on table profile is 'What an applicant tells of himself once, for any number of eligibility questions and dossiers (业绩档案库, B24-3.1).';
comment on column profile.facts is 'In the shape of the GraphQL input CaseInput; a path that is absent was not told.';
grant select, insert, update on profile to zhicheng_writer;

create table account (
    id           uuid        primary key,
    name         text        not null constraint account_name_is_taken unique constraint account_has_a_name check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    person       uuid        references person,
    organisation uuid        references organisation,
    roles        text[]      not null constraint account_roles check (cardinality(roles) > 0 and roles <@ array[
                                 'APPLICANT', 'EMPLOYER_CLERK', 'EMPLOYER_APPROVER', 'AGENCY', 'SUPERIOR_DEPT', 'RELAY', 'HRSS_COUNTY', 'HRSS_CITY',
                                 'HRSS_PROVINCE', 'COMMITTEE_ORGANISER', 'COMMITTEE_OFFICE', 'EXPERT', 'CHAIR', 'GROUP_LEAD', 'SUPERVISOR', 'FINANCE',
                                 'TEST_AUTHORITY', 'CE_PLATFORM', 'SYS_ADMIN', 'AUDITOR']),
    disabled     boolean     not null default false,
    made_up      boolean     not null default false,
    created_at   timestamptz not null,
    trail_seq    bigint      not null default 0,
    trail_head   bytea       not null default '\x',
    constraint applicant_is_a_person check (not roles @> array['APPLICANT'] or person is not null),
    constraint officer_has_an_organisation check (roles = array['APPLICANT'] or organisation is not null or roles && array['SYS_ADMIN', 'AUDITOR'])
);
comment on table account is 'Who may sign in (账号), as which person, for which organisation, in which roles.';
comment on column account.name is 'What a token is asked for by, e.g. zhang-wei.';
create index account_by_person on account (person);
grant select (id, name, person, organisation, roles, made_up, created_at) on account to zhicheng_reader;
grant select, insert, update on account to zhicheng_writer;

create table integrity_entry (
    id         uuid        primary key,
    person     uuid        not null references person,
    region     text        not null constraint integrity_entry_region check (region ~ '^[a-z]+$'),
    kind       text        not null constraint integrity_entry_kind check (kind in (
                               'CRIMINAL', 'GOVERNMENT', 'PARTY', 'ADMINISTRATIVE', 'INVESTIGATION', 'BLACKLIST', 'FALSE_MATERIAL', 'ACADEMIC_MISCONDUCT')),
    reason     text        not null constraint integrity_entry_has_a_reason check (reason <> ''),
    clause     text        not null constraint integrity_entry_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    from_day   date        not null,
    until_day  date,
    decided_by uuid        not null references organisation,
    made_up    boolean     not null default false,
    created_at timestamptz not null,
    constraint integrity_entry_ends_after_it_began check (until_day > from_day)
);
comment on table integrity_entry is 'What stands against a person in the register of integrity (诚信档案, 职称失信黑名单): X24-1.3, X24-1.4, X24-5.1, X24-annex2, B23-3.3, J24-4.3. Checked on every submission.';
comment on column integrity_entry.until_day is 'First day on which it no longer stands; null while it goes on.';
create index integrity_entry_by_person on integrity_entry (person, from_day);
create index integrity_entry_by_region on integrity_entry (region, from_day);
grant select (id, person, region, kind, reason, clause, from_day, until_day, decided_by, made_up) on integrity_entry to zhicheng_reader;
grant select, insert, update on integrity_entry to zhicheng_writer;
