-- Review fees that were given back (退费): who keeps the books of a bureau records what was given back of what payment.refund_fen names, on which day and under which document. No clause demands it.

alter table payment
    add column refunded_fen integer,
    add column refunded_on date,
    add column refund_document text constraint refund_document_says_something check (refund_document <> ''),
    add constraint refund_is_recorded_whole check ((refunded_fen is null) = (refunded_on is null) and (refunded_fen is null) = (refund_document is null)),
    add constraint refund_is_of_what_was_paid check (refunded_fen between 1 and coalesce(refund_fen, 0));
comment on column payment.refunded_fen is 'How much was given back, in hundredths of a yuan, by whoever keeps the books; less than refund_fen where more was paid besides after that; null: nothing is recorded.';
comment on column payment.refunded_on is 'On which day, the latest where there were several.';
comment on column payment.refund_document is 'Number of the document or receipt under which it was given back (退付凭证号), the latest.';
grant select (refunded_fen, refunded_on, refund_document) on payment to zhicheng_reader;

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED', 'REFUNDED'));
