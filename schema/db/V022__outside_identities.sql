-- Logging in beside the password: by an identity that another provider knows (OIDC), of which whose it is he says himself, signed in, and nobody says it for him; and by
-- scanning with the social-security card (B24-3.2).

create table outside_identity (
    id       uuid        primary key,
    account  uuid        not null references account,
    provider text        not null constraint outside_identity_has_a_provider check (provider ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    subject  bytea       not null constraint subject_is_kept_as_hmac check (octet_length(subject) = 32),
    bound_at timestamptz not null,
    ended_at timestamptz,
    constraint outside_identity_ends_after_it_began check (ended_at >= bound_at)
);
comment on table outside_identity is 'An identity of an outside provider (OIDC) by which an account is logged in to. Bound by whoever is signed in to the account, never by a name or an address that is alike. Nothing is erased.';
comment on column outside_identity.provider is 'As the configuration calls it.';
comment on column outside_identity.subject is 'HMAC of what the provider calls him (sub): for equality only.';
create unique index outside_identity_is_one_accounts on outside_identity (provider, subject) where ended_at is null;
create unique index account_has_one_identity_of_a_provider on outside_identity (account, provider) where ended_at is null;
grant select, insert, update on outside_identity to zhicheng_writer;
alter table outside_identity enable row level security;
create policy commands_pass on outside_identity to zhicheng_writer using (true) with check (true);

alter table session drop constraint session_way, add constraint session_way check (way in ('PASSWORD', 'CODE', 'OUTSIDE', 'CARD'));
create index session_by_asking on session (asked_by) where way in ('OUTSIDE', 'CARD');
