-- What ends by an act says by which clause too, as what ends by itself does; and who is told that his application was cancelled (X24-5.1, J24-4.3) is told so by a message of a kind of its own.

comment on column dossier.ended_clause is 'By which clause it ended: refused, cancelled (X24-5.1, J24-4.3), or by itself; null: it did not, or no notice rules it.';

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED', 'REFUNDED',
        'BINDING_ENDED', 'OBJECTION_CONCLUDED'));
