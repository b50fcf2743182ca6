-- Ways back in (B24-3.2, J24-2.1): who has another account is told its name, one that nobody ever opened gives way to another, and where no real-name platform is there the administrator restores access by the identity paper.

alter table registration
    add column other_account uuid references account,
    add constraint other_account_is_told_to_whoever_has_one check (other_account is null or state = 'HAS_ACCOUNT');
comment on column registration.other_account is 'By which he applies already, where he has another account: its name is told to him. Null also where that was found before it was kept here: it is when he has his name checked again.';

comment on column account.disabled is 'Whether it is closed, or void since nobody ever opened it and another took its place: nobody comes in by it, and what was done in it stays.';

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RETURN_EXTENDED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED',
        'REFUNDED', 'BINDING_ENDED', 'OBJECTION_RAISED', 'OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN', 'ORIGINALS_ASKED', 'ARRIVED', 'WITHDRAWN', 'ENTRUSTMENT_FILED', 'ENTRUSTMENT_DECIDED', 'INTEGRITY_ENTERED',
        'INTEGRITY_ENDED', 'ACCOUNT_MADE', 'ACCOUNT_STANDS', 'ACCOUNT_CLOSED', 'ACCESS_RESTORED'));
