-- How people come in (B24-3.2, J24-2.1): passwords, sessions, what is counted against whoever guesses; and for whom a unit may act (J24-4.3, X24-3.1.2).
--
-- Of what opens an account only hashes are kept: of a password Argon2id with its parameters, of a code and of a refresh token, which are random and long, SHA-256.
-- Sessions, codes and attempts go by the system's time; what is done to a binding by official time.

alter table account
    add column tokens_from timestamptz;
comment on column account.tokens_from is 'System time: a token issued before is refused, whoever signed it. Null: none is refused for its age.';

alter table organisation
    add column trail_seq  bigint not null default 0,
    add column trail_head bytea  not null default '\x';
comment on column organisation.trail_head is 'Head of this organisation''s chain in the trail; empty before the first entry.';

create table credential (
    account    uuid        primary key references account,
    password   text        constraint password_is_kept_as_argon2id check (password like '$argon2id$%'),
    code       bytea       constraint code_is_kept_as_sha256 check (octet_length(code) = 32),
    code_until timestamptz,
    changed_at timestamptz not null,
    constraint credential_opens_something check (password is not null or code is not null),
    constraint code_ends check ((code is null) = (code_until is null))
);
comment on table credential is 'By what an account is opened here. An account without one is opened by tokens from elsewhere, or not at all.';
comment on column credential.password is 'Argon2id with its parameters and salt, as in the PHC string format; made anew at a log-in where the parameters have been raised.';
comment on column credential.code is 'SHA-256 of the code by which whoever the account was made for sets his first password, once.';
grant select, insert, update on credential to zhicheng_writer;

create table session (
    id        uuid        primary key,
    account   uuid        not null references account,
    way       text        not null constraint session_way check (way in ('PASSWORD', 'CODE')),
    asked_by  bytea       not null constraint session_asked_by_is_sha256 check (octet_length(asked_by) = 32),
    made_at   timestamptz not null,
    until     timestamptz not null constraint session_ends_after_it_began check (until > made_at),
    ended_at  timestamptz,
    ended_why text        constraint session_ended_why check (ended_why in ('LOGGED_OUT', 'REVOKED', 'PASSWORD_CHANGED', 'TOKEN_REUSED')),
    constraint session_is_asked_for_once unique (account, asked_by),
    constraint session_that_ended_says_why check ((ended_at is null) = (ended_why is null))
);
comment on table session is 'A log-in and everything that was refreshed from it.';
comment on column session.asked_by is 'SHA-256 of the idempotency key of the log-in: asked again by the same key it is the same session.';
comment on column session.until is 'When it ends at the latest, however often it is refreshed.';
create index session_by_account on session (account) where ended_at is null;
grant select, insert, update on session to zhicheng_writer;

create table refresh_token (
    hash     bytea       primary key constraint refresh_token_is_kept_as_sha256 check (octet_length(hash) = 32),
    session  uuid        not null references session,
    place    integer     not null constraint refresh_token_counts_from_one check (place >= 1),
    asked_by bytea       not null constraint refresh_asked_by_is_sha256 check (octet_length(asked_by) = 32),
    until    timestamptz not null,
    used_at  timestamptz,
    constraint refresh_tokens_are_one_chain unique (session, place)
);
comment on table refresh_token is 'The refresh tokens of a session, each good once. One that comes a second time is in two hands, and the session ends.';
comment on column refresh_token.asked_by is 'SHA-256 of the idempotency key of the act that made it: that act may be asked again, where its answer was lost.';
grant select, insert, update on refresh_token to zhicheng_writer;

create table log_in_attempt (
    what       bytea       primary key constraint attempt_is_keyed_by_hmac check (octet_length(what) = 32),
    failures   integer     not null constraint failures_are_not_negative check (failures >= 0),
    last_at    timestamptz not null,
    held_until timestamptz
);
comment on table log_in_attempt is 'What failed in a row, by account name and by address, for every server on this database; names that no account has are counted too, so that nobody learns which have.';
comment on column log_in_attempt.what is 'HMAC of the name or address: neither stands here.';
create index log_in_attempt_by_age on log_in_attempt (last_at);
grant select, insert, update, delete on log_in_attempt to zhicheng_writer;

create table binding (
    id           uuid        primary key,
    person       uuid        not null references person,
    organisation uuid        not null references organisation,
    region       text        not null constraint binding_region check (region ~ '^[a-z]+$'),
    ground       text        not null constraint binding_ground check (ground in ('EMPLOYMENT', 'LABOUR_RELATION', 'FILE_KEEPING', 'AGENCY')),
    state        text        not null constraint binding_state check (state in ('REQUESTED', 'CONFIRMED', 'REFUSED', 'ENDED')),
    name         text        not null constraint binding_has_a_name check (name <> ''),
    reason       text,
    asked_at     timestamptz not null,
    decided_at   timestamptz,
    ended_at     timestamptz,
    version      integer     not null default 1 constraint binding_version_counts_from_one check (version >= 1),
    made_up      boolean     not null default false,
    constraint binding_that_was_decided_says_when check (state = 'REQUESTED' or decided_at is not null),
    constraint binding_that_ended_says_when check (state <> 'ENDED' or ended_at is not null)
);
comment on table binding is 'On what ground a unit may act for a person (绑定, B24-3.2; 劳动关系, X24-3.1.2; 档案托管, J24-2.2b): asked for by the person, confirmed or refused by the unit, ended by either. Nothing is erased.';
comment on column binding.region is 'Of the organisation.';
comment on column binding.name is 'The person''s name when it was asked for: the unit sees it before it may see the person.';
comment on column binding.reason is 'Why it was refused or ended; null: not said.';
create unique index binding_stands_once on binding (person, organisation, ground) where state in ('REQUESTED', 'CONFIRMED');
create unique index one_employer_at_a_time on binding (person) where state = 'CONFIRMED' and ground in ('EMPLOYMENT', 'LABOUR_RELATION');
create index binding_by_organisation on binding (organisation, asked_at desc, id desc);
create index binding_by_region on binding (region, asked_at desc, id desc);
grant select (id, person, organisation, region, ground, state, name, reason, asked_at, decided_at, ended_at, version, made_up) on binding to zhicheng_reader;
grant select, insert, update on binding to zhicheng_writer;

-- who was bound before there were grounds
insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at, made_up)
select md5('binding ' || p.id)::uuid, p.id, o.id, o.region, 'EMPLOYMENT', 'CONFIRMED', p.name, p.created_at, p.created_at, p.made_up
from person p join organisation o on o.id = p.employer;

-- Who sees what. Of the first four nobody reads a row; a binding is the person's, the unit's and the bureau's of the unit's region.

do $$
declare
    one regclass;
begin
    foreach one in array array['credential', 'session', 'refresh_token', 'log_in_attempt', 'binding']::regclass[] loop
        execute format('alter table %s enable row level security', one);
        execute format('create policy commands_pass on %s to zhicheng_writer using (true) with check (true)', one);
    end loop;
end $$;

create policy seen on binding for select to zhicheng_reader using (nullif(
    region = (select viewer_region())
    or array[person, organisation] && (select viewer_ids()), false) is not null);
