-- The unit that concludes it is told what was objected (J24-3.3, X24-5.2a), and an applicant for which originals he is asked (J24-3.4). What was entered by mistake ends with the day on which it began.

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED', 'REFUNDED',
        'BINDING_ENDED', 'OBJECTION_RAISED', 'OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN', 'ORIGINALS_ASKED', 'ARRIVED', 'WITHDRAWN'));

alter table integrity_entry
    drop constraint integrity_entry_ends_after_it_began,
    add constraint integrity_entry_ends_after_it_began check (until_day > from_day or until_day = from_day and ended_at is not null);
