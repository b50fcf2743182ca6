-- Who agreed that a body makes an account in his name sees it, takes it back, and has agreed for some days only; and whoever comes in by an account of his own is told of the others that stand in his name (J24-4.3, B24-3.2).

alter table account_consent
    add column until timestamptz,
    add column withdrawn_at timestamptz,
    add column lapsed boolean not null default false,
    add column made_up boolean not null default false;
update account_consent set until = given_at + interval '14 days';
alter table account_consent
    alter column until set not null,
    add constraint consent_ends_after_it_was_given check (until > given_at);
comment on column account_consent.until is 'First instant at which it stands no more (zhicheng.accounts.where-silent.consent).';
comment on column account_consent.withdrawn_at is 'When he took it back (withdrawConsent); null: he did not.';
comment on column account_consent.lapsed is 'Whether it was found to be over unused, when he agreed again or was found to be a person who is known: it stands in the way of no other one.';
drop index account_consent_stands_once;
create unique index account_consent_stands_once on account_consent (person, organisation) where used_at is null and withdrawn_at is null and not lapsed;
create index account_consent_by_person on account_consent (person, given_at desc, id desc);
grant select (id, person, organisation, given_at, until, used_at, withdrawn_at, made_up) on account_consent to zhicheng_reader;
create policy seen on account_consent for select to zhicheng_reader using (nullif(
    person = (select viewer_applicant()), false) is not null);

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RETURN_EXTENDED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED',
        'REFUNDED', 'BINDING_ENDED', 'OBJECTION_RAISED', 'OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN', 'ORIGINALS_ASKED', 'ARRIVED', 'WITHDRAWN', 'ENTRUSTMENT_FILED', 'ENTRUSTMENT_DECIDED', 'INTEGRITY_ENTERED',
        'INTEGRITY_ENDED', 'ACCOUNT_MADE', 'ACCOUNT_STANDS', 'ACCOUNT_CLOSED'));
