-- Who registers himself (B24-3.2): what he says of himself, and how the real-name check of it stands.

alter table account
    add column real_name text not null default 'VOUCHED' constraint account_real_name check (real_name in ('VOUCHED', 'UNCHECKED', 'PASSED'));
comment on column account.real_name is 'Whether the real name is known: VOUCHED by whoever made the account (J24-2.1), UNCHECKED of one that registered itself, PASSED by the real-name check (实名制验证).';

create table registration (
    account  uuid        primary key references account,
    asked_by bytea       not null constraint registration_asked_by_is_sha256 check (octet_length(asked_by) = 32),
    number   bytea       not null,
    state    text        not null constraint registration_state check (state in ('REGISTERED', 'PENDING', 'PASSED', 'DIFFERS', 'HAS_ACCOUNT')),
    proof    bytea,
    tries    integer     not null default 0 constraint tries_are_not_negative check (tries >= 0),
    next_at  timestamptz,
    made_at  timestamptz not null,
    constraint pending_check_is_tried_again check (state <> 'PENDING' or proof is not null and next_at is not null)
);
comment on table registration is 'What somebody who registered himself says, until the real-name check: no number here is anybody''s yet, so one that is known elsewhere registers like any other, and nobody learns which are.';
comment on column registration.number is 'The identity number as he says it, AES-GCM under a key that is kept outside the database.';
comment on column registration.proof is 'What the real-name platform gave him for this check, sealed in the same way; null: none came yet, or it was used up.';
comment on column registration.next_at is 'System time at which a check that nobody could answer is asked again.';
create index registration_to_be_tried on registration (next_at) where state = 'PENDING';
grant select, insert, update on registration to zhicheng_writer;
alter table registration enable row level security;
create policy commands_pass on registration to zhicheng_writer using (true) with check (true);
