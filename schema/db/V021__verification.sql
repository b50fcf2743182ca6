-- What outside platforms say of what an applicant tells: education, social insurance and qualification from government data (B23-2.2), hours from the training
-- platform (B24-4.3), titles from the national look-up (X24-6.2).

create table verification (
    id          uuid        primary key,
    person      uuid        not null references person,
    kind        text        not null constraint verification_kind check (kind in ('EDUCATION', 'SOCIAL_INSURANCE', 'QUALIFICATION', 'TRAINING_HOURS', 'TITLE')),
    achievement uuid        references achievement,
    told        jsonb       not null constraint verification_is_of_an_object check (jsonb_typeof(told) = 'object'),
    told_hash   bytea       not null constraint told_hash_is_sha256 check (octet_length(told_hash) = 32),
    state       text        not null constraint verification_state check (state in ('CANNOT_TELL', 'VERIFIED', 'DIFFERS')),
    account     uuid        not null references account,
    asked_at    timestamptz not null,
    tries       integer     not null default 0 constraint verification_tries_are_not_negative check (tries >= 0),
    next_at     timestamptz,
    source      text,
    answered_at timestamptz,
    valid_until date,
    constraint item_is_asked_about_once unique (person, kind, told_hash),
    constraint qualification_is_an_achievement check ((kind = 'QUALIFICATION') = (achievement is not null)),
    constraint verification_is_tried_until_it_is_answered check ((state = 'CANNOT_TELL') = (next_at is not null)),
    constraint verification_that_was_answered_says_by_whom_and_when check ((state = 'CANNOT_TELL') = (source is null) and (source is null) = (answered_at is null)),
    constraint only_what_is_verified_is_valid check (valid_until is null or state = 'VERIFIED')
);
comment on table verification is 'Of one item that a person tells, whether an outside platform says so (B23-2.2, B24-4.3, X24-6.2). Name and identity number go with the question and stand here in no form.';
comment on column verification.achievement is 'The certificate of the store that a QUALIFICATION is about; null of every other kind.';
comment on column verification.told is 'The item as it was told and asked about. One that is told otherwise is another item.';
comment on column verification.told_hash is 'SHA-256 over kind and item as canonical JSON (RFC 8785).';
comment on column verification.state is 'CANNOT_TELL: no answer yet, and asked again. VERIFIED, DIFFERS: what the platform said.';
comment on column verification.account is 'Who asked for it last.';
comment on column verification.asked_at is 'When he did, by official time.';
comment on column verification.next_at is 'System time at which the platform is asked again.';
comment on column verification.source is 'Which platform answered.';
comment on column verification.answered_at is 'When, by official time.';
comment on column verification.valid_until is 'Last day on which it holds, as the platform said; null: it named none.';
create index verification_to_be_tried on verification (next_at) where state = 'CANNOT_TELL';
create index verification_by_achievement on verification (achievement) where achievement is not null;
grant select, insert, update on verification to zhicheng_writer;
alter table verification enable row level security;
create policy commands_pass on verification to zhicheng_writer using (true) with check (true);
