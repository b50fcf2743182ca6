-- Dossiers (申报材料): drafted, submitted, frozen, pinned to the edition of the notice that they are judged by for ever.

create table notice_edition (
    region          text        not null constraint notice_edition_region check (region ~ '^[a-z]+$'),
    year            integer     not null constraint notice_edition_year check (year between 2000 and 2100),
    edition         integer     not null constraint notice_edition_counts_from_one check (edition >= 1),
    facts_hash      text        not null constraint facts_hash_is_sha256 check (facts_hash ~ '^[0-9a-f]{64}$'),
    readings        jsonb       not null,
    first_pinned_at timestamptz not null,
    constraint notice_edition_key primary key (region, year, edition, facts_hash)
);
comment on table notice_edition is 'Every edition of a region''s notice that a dossier is pinned to. A server that has not loaded one of them does not start.';
comment on column notice_edition.facts_hash is 'SHA-256 over the edition''s fact sheet, hex.';
comment on column notice_edition.readings is 'How the ambiguous places of the notice were read, by setting.';
grant select, insert on notice_edition to zhicheng_writer;

create table dossier (
    id               uuid        primary key,
    region           text        not null constraint dossier_region check (region ~ '^[a-z]+$'),
    year             integer     not null constraint dossier_year check (year between 2000 and 2100),
    series           text        not null constraint dossier_series check (series ~ '^[A-Z][A-Z_]*$'),
    specialty        text,
    level            text        not null constraint dossier_level check (level in (
                                     'FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER')),
    category         text        not null default 'ORDINARY',
    channel          text,
    title            text        not null,
    applicant        uuid        not null references person,
    employer         uuid        references organisation,
    committee        uuid        references committee,
    stage            text        not null default 'DRAFT' constraint dossier_stage check (stage in (
                                     'DRAFT', 'SUBMITTED', 'EMPLOYER_REVIEW', 'RETURNED', 'EMPLOYER_PUBLICITY', 'PUBLICITY_OBJECTION', 'RECOMMENDED',
                                     'UPPER_REVIEW', 'JOINT_REVIEW', 'INTAKE_PENDING', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'PAYMENT_PENDING',
                                     'ELIGIBILITY_REVIEW', 'READY_FOR_REVIEW', 'DEFENCE', 'GROUP_EVALUATION', 'VOTING', 'VOTE_PASSED', 'RESULT_PUBLICITY',
                                     'OBJECTION_INVESTIGATION', 'CONFIRMATION_PENDING', 'CONFIRMED', 'CERTIFIED', 'ARCHIVED', 'REJECTED', 'WITHDRAWN',
                                     'FORFEITED', 'TERMINATED', 'VOTE_FAILED', 'NOT_CONFIRMED', 'DISQUALIFIED', 'REVOKED')),
    stage_since      timestamptz not null,
    education_tenths integer     constraint education_is_not_negative check (education_tenths >= 0),
    draft            jsonb       not null default '{}' constraint draft_is_an_object check (jsonb_typeof(draft) = 'object'),
    version          integer     not null default 1 constraint dossier_version_counts_from_one check (version >= 1),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    submitted_at     timestamptz,
    receipt_at       timestamptz,
    snapshot_hash    bytea       constraint snapshot_hash_is_sha256 check (octet_length(snapshot_hash) = 32),
    edition          integer,
    facts_hash       text,
    intake_at        timestamptz,
    withdrawn_at     timestamptz,
    deleted_at       timestamptz,
    trail_seq        bigint      not null default 0,
    trail_head       bytea       not null default '\x',
    constraint dossier_is_pinned_to_an_edition foreign key (region, year, edition, facts_hash) references notice_edition,
    constraint submitted_dossier_is_frozen_and_pinned check (
        stage in ('DRAFT', 'WITHDRAWN', 'TERMINATED', 'FORFEITED') and submitted_at is null
        or submitted_at is not null and receipt_at is not null and snapshot_hash is not null and edition is not null and facts_hash is not null),
    constraint withdrawn_dossier_says_when check (stage <> 'WITHDRAWN' or withdrawn_at is not null)
);
comment on table dossier is 'One application for one title (申报): region, year, series, specialty, level, category and channel of a person; its stages are those of the review.';
comment on column dossier.category is 'Review category (评审类别) of the edition; ORDINARY where nothing special is asked.';
comment on column dossier.channel is 'Channel (申报渠道) of the edition; null while none is chosen.';
comment on column dossier.title is 'What is applied for, as shown to people, e.g. 高级工程师.';
comment on column dossier.committee is 'The committee that it is meant for or lies with; null where the region''s notice names it later.';
comment on column dossier.stage_since is 'When it reached its stage.';
comment on column dossier.education_tenths is 'Hours of continuing education (学时) of the year as told, in tenths; null: not told (B24-5.4, X24-6.3).';
comment on column dossier.draft is 'What is told of the case, in the shape of the GraphQL input CaseInput; after submission the snapshot counts. Not readable by zhicheng_reader.';
comment on column dossier.receipt_at is 'When it was received, as the receipt says.';
comment on column dossier.snapshot_hash is 'SHA-256 of the latest snapshot, as the receipt says.';
comment on column dossier.edition is 'With region, year and facts_hash: the edition of the notice that it is judged by for ever.';
comment on column dossier.intake_at is 'When it reached its committee (评委会接收); null before, and the committee sees nothing of it.';
comment on column dossier.deleted_at is 'Set aside by the applicant; nothing is ever erased.';
comment on column dossier.trail_head is 'Head of this dossier''s chain in the trail; empty before the first entry.';
create index dossier_by_creation on dossier (created_at desc, id desc);
create index dossier_by_applicant on dossier (applicant, created_at desc, id desc);
create index dossier_by_employer on dossier (employer, created_at desc, id desc);
create index dossier_by_region on dossier (region, created_at desc, id desc);
create index dossier_by_committee on dossier (committee, created_at desc, id desc);
create index dossier_by_edition on dossier (region, year, edition, facts_hash);
grant select (id, region, year, series, specialty, level, category, channel, title, applicant, employer, committee, stage, stage_since, education_tenths,
        version, created_at, updated_at, submitted_at, receipt_at, snapshot_hash, edition, facts_hash, intake_at, withdrawn_at, deleted_at)
    on dossier to zhicheng_reader;
grant select, insert, update on dossier to zhicheng_writer;

create table dossier_snapshot (
    dossier  uuid        not null references dossier,
    seq      integer     not null constraint snapshot_counts_from_one check (seq >= 1),
    content  bytea       not null,
    sha256   bytea       not null,
    taken_at timestamptz not null,
    primary key (dossier, seq),
    constraint snapshot_is_what_was_hashed check (sha256 = sha256(content))
);
comment on table dossier_snapshot is 'What was submitted, as canonical JSON (RFC 8785) in bytes, once per submission. Append-only.';
grant select, insert on dossier_snapshot to zhicheng_writer;

-- X24-1.5, B24-5.3: what one application excludes; the keys are the region's, the guarantee the database's
create table dossier_exclusion (
    region    text    not null,
    applicant uuid    not null references person,
    year      integer not null,
    key       text    not null,
    dossier   uuid    not null references dossier,
    clause    text    not null constraint exclusion_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    constraint dossier_excludes_another primary key (region, applicant, year, key)
);
comment on table dossier_exclusion is 'What a submitted dossier excludes for the same person and year (X24-1.5, B24-5.3); released only where the region says so.';
create index dossier_exclusion_by_dossier on dossier_exclusion (dossier);
grant select, insert, delete on dossier_exclusion to zhicheng_writer;

create table pledge_signature (
    dossier    uuid        not null references dossier,
    version    integer     not null constraint pledge_version_counts_from_one check (version >= 1),
    clause     text        constraint pledge_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    words      text        not null constraint pledge_has_words check (words <> ''),
    words_hash bytea       not null,
    signed_at  timestamptz not null,
    account    uuid        not null references account,
    primary key (dossier, version),
    constraint pledge_is_what_was_signed check (words_hash = sha256(convert_to(words, 'UTF8')))
);
comment on table pledge_signature is 'The applicant''s signature under the pledge (诚信承诺书): X24-annex2, X24-5.1, J24-4.1; a neutral text of the core''s where the notices have none. Append-only.';
comment on column pledge_signature.version is 'The dossier''s version that was signed.';
comment on column pledge_signature.clause is 'Where the words stand; null: the core''s neutral text.';
comment on column pledge_signature.words is 'The words as signed, blanks filled in.';
grant select, insert on pledge_signature to zhicheng_writer;

create table dossier_finding (
    dossier uuid        not null references dossier,
    place   integer     not null constraint finding_counts_from_one check (place >= 1),
    at      timestamptz not null,
    rule    text        not null,
    clause  text,
    outcome jsonb       not null,
    primary key (dossier, place)
);
comment on table dossier_finding is 'Why the last submission of a dossier was refused: all findings, in their order. Replaced by the next attempt; the trail keeps every one.';
grant select, insert, update, delete on dossier_finding to zhicheng_writer;
