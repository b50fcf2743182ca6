-- Certificates (职称证书) and achievements (业绩). Read-only until the acts that issue them are built.

create table certificate (
    id           uuid        primary key,
    number       text        not null constraint certificate_number_is_taken unique,
    holder       text        not null,
    person       uuid        references person,
    dossier      uuid        references dossier,
    committee    uuid        references committee,
    region       text        not null constraint certificate_region check (region ~ '^[a-z]+$'),
    series       text        not null constraint certificate_series check (series ~ '^[A-Z][A-Z_]*$'),
    specialty    text,
    level        text        not null constraint certificate_level check (level in ('FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER')),
    title        text        not null,
    document     text,
    obtained_on  date        not null,
    issued_at    timestamptz not null,
    revoked_at   timestamptz,
    revoked_why  text,
    made_up      boolean     not null default false,
    constraint certificate_is_issued_before_it_is_revoked check (issued_at < revoked_at),
    constraint revocation_says_why check ((revoked_at is null) = (revoked_why is null))
);
comment on table certificate is 'A title that was confirmed (职称证书): J24-3.7, X24-annex4; revoked where falsehood is proved (MOHRSS40, X24-5.1).';
comment on column certificate.holder is 'The name as it stands on the certificate.';
comment on column certificate.document is 'Number of the confirming document (批准文号).';
comment on column certificate.obtained_on is 'The day from which the title counts (取得资格时间).';
create index certificate_by_person on certificate (person, issued_at, id);
create index certificate_by_region on certificate (region, issued_at desc, id desc);
create index certificate_by_committee on certificate (committee, issued_at desc, id desc);
create index certificate_by_issue on certificate (issued_at desc, id desc);
create index certificate_by_dossier on certificate (dossier);
grant select (id, number, holder, person, dossier, committee, region, series, specialty, level, title, document, obtained_on, issued_at, revoked_at,
        revoked_why, made_up)
    on certificate to zhicheng_reader;
grant select, insert, update on certificate to zhicheng_writer;

create table achievement (
    id          uuid        primary key,
    person      uuid        not null references person,
    kind        text        not null constraint achievement_kind check (kind in ('PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'OTHER')),
    title       text        not null constraint achievement_has_a_title check (title <> ''),
    achieved_on date,
    made_up     boolean     not null default false,
    created_at  timestamptz not null
);
comment on table achievement is 'One achievement in the store that an applicant keeps for life (业绩档案库, B23-2.2, B24-3.1).';
create index achievement_by_person on achievement (person, achieved_on, id);
grant select (id, person, kind, title, achieved_on, made_up) on achievement to zhicheng_reader;
grant select, insert, update, delete on achievement to zhicheng_writer;
