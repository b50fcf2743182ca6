-- An account of somebody who left his unit is closed, and he is told (J24-4.3, X24-6.6); who is known is told that an account was made in his name.

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RETURN_EXTENDED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED',
        'REFUNDED', 'BINDING_ENDED', 'OBJECTION_RAISED', 'OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN', 'ORIGINALS_ASKED', 'ARRIVED', 'WITHDRAWN', 'ENTRUSTMENT_FILED', 'ENTRUSTMENT_DECIDED', 'INTEGRITY_ENTERED',
        'INTEGRITY_ENDED', 'ACCOUNT_MADE', 'ACCOUNT_CLOSED'));

comment on column account.disabled is 'Whether it is closed: nobody comes in by it, and what was done in it stays.';
