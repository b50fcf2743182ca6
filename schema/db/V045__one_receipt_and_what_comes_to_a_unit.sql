-- A receipt of the fiscal platform is one payment's: said of another order it counts for nothing there, and is kept all the same.

alter table payment_call
    drop constraint payment_call_outcome,
    add constraint payment_call_outcome check (outcome in ('PAID', 'PAID_LATE', 'TWICE', 'OTHER_AMOUNT', 'OTHER_ORDER', 'UNKNOWN_NUMBER'));
create index payment_call_by_receipt on payment_call (receipt);
create index payment_by_receipt on payment (receipt) where receipt is not null;

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED', 'REFUNDED',
        'BINDING_ENDED', 'OBJECTION_CONCLUDED', 'ARRIVED', 'WITHDRAWN'));
