-- Who objected to a publication, and whoever concludes that, is told when the application ends first (J24-3.3, X24-5.2a).

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED', 'REFUNDED',
        'BINDING_ENDED', 'OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN', 'ARRIVED', 'WITHDRAWN'));
