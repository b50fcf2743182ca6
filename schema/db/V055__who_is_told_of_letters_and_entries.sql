-- A letter of entrustment is told to the office that decides it, and the decision to its unit (J24-2.2d); an entry of the register to the person (X24-8.5, J24-4.3, B23-3.3). What was ended for nothing
-- hinders no entry of the same from the same day on.

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED', 'REFUNDED',
        'BINDING_ENDED', 'OBJECTION_RAISED', 'OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN', 'ORIGINALS_ASKED', 'ARRIVED', 'WITHDRAWN', 'ENTRUSTMENT_FILED', 'ENTRUSTMENT_DECIDED', 'INTEGRITY_ENTERED',
        'INTEGRITY_ENDED'));

drop index integrity_entry_is_made_once;
create unique index integrity_entry_is_made_once on integrity_entry (person, region, kind, clause, from_day) where until_day is distinct from from_day;
