-- Nobody is given an account in the name of somebody who can say himself whether he wants it: who has one by which he logs in agrees by it to another, one body and one account at a time, and is told of each that is made
-- (J24-4.3, B24-3.2).

create table account_consent (
    id           uuid        primary key,
    person       uuid        not null references person,
    organisation uuid        not null references organisation,
    given_at     timestamptz not null,
    used_at      timestamptz
);
comment on table account_consent is 'A person agrees that a body makes one account in his name (agreeToAccount). Nothing is erased.';
comment on column account_consent.organisation is 'The body that makes it, not the one for which the account acts.';
comment on column account_consent.used_at is 'When the account was made; null: it was not yet.';
create unique index account_consent_stands_once on account_consent (person, organisation) where used_at is null;
grant select, insert, update on account_consent to zhicheng_writer;
alter table account_consent enable row level security;
create policy commands_pass on account_consent to zhicheng_writer using (true) with check (true);

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RETURN_EXTENDED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED',
        'REFUNDED', 'BINDING_ENDED', 'OBJECTION_RAISED', 'OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN', 'ORIGINALS_ASKED', 'ARRIVED', 'WITHDRAWN', 'ENTRUSTMENT_FILED', 'ENTRUSTMENT_DECIDED', 'INTEGRITY_ENTERED',
        'INTEGRITY_ENDED', 'ACCOUNT_MADE', 'ACCOUNT_CLOSED'));
