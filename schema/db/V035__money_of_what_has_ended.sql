-- Money for an application that has ended: its payer is told so by a message of its own kind, and a payment for which an application went on after all is not one that was closed.

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED'));
comment on column payment.closed_at is 'When nobody waited for it any more: unpaid at its deadline, or the application ended otherwise; null again where it was paid in time all the same, and the application goes on.';
update payment p set closed_at = null
where p.closed_at is not null and p.paid_at is not null
  and exists (select from trail t where t.subject = p.dossier and t.act = 'PAY' and convert_from(t.entry, 'UTF8')::jsonb -> 'stage' ->> 'after' = 'ELIGIBILITY_REVIEW');
