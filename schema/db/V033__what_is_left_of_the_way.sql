-- What finance sees of payments, a committee's own date for its intake, and since when somebody has worked.

-- Payments as a bureau's finance sees them (财务, 非税): what was asked for and paid in its region, and what is to be given back, by the number and the receipt under which the
-- fiscal platform knows it; of whose application it was, nothing. So a payment has its region itself, and finance a way of its own through the second wall.

alter table payment add column region text;
update payment p set region = d.region from dossier d where d.id = p.dossier;
alter table payment alter column region set not null;
alter table payment add constraint payment_region check (region ~ '^[a-z]+$');
update payment p set closed_at = null -- forfeited, paid for in time as it turned out, and going on
where p.closed_at is not null and p.paid_at is not null
    and exists (select from trail t where t.subject = p.dossier and t.act = 'PAY' and convert_from(t.entry, 'UTF8')::jsonb -> 'stage' ->> 'after' = 'ELIGIBILITY_REVIEW');
alter table payment add column refund text generated always as (case
    when paid_at >= due_at and opened_at < due_at then 'PAID_LATE'
    when paid_at is not null and closed_at is not null then 'ENDED'
    when other_fen is not null then 'BESIDES' end) stored;
alter table payment add column refund_fen integer generated always as (case
    when paid_at >= due_at and opened_at < due_at or paid_at is not null and closed_at is not null then fen + coalesce(other_fen, 0)
    else other_fen end) stored;
comment on column payment.region is 'As its dossier''s: whoever sees the payments of a region need see none of its dossiers.';
comment on column payment.closed_at is 'When nobody waited for it any more: unpaid at its deadline, or the application ended otherwise; null again where it was paid in time all the same, and the application goes on.';
comment on column payment.refund is 'Why a person looks at giving money back, which no notice speaks of. PAID_LATE: paid after the deadline. ENDED: paid in time for an application that had ended otherwise. BESIDES: paid besides what was asked for. Null: nothing is.';
comment on column payment.refund_fen is 'How much of it, in hundredths of a yuan; null: nothing.';
create index payment_by_region on payment (region, asked_at desc, id desc);
grant select (region, refund, refund_fen) on payment to zhicheng_reader;

create function viewer_finance() returns text language sql stable parallel safe
    return nullif(current_setting('zhicheng.finance', true), '');
comment on function viewer_finance is 'The region of the bureau whose payments who looks keeps the books of (FINANCE); null: of none.';

alter policy seen on payment using (nullif(
    region = (select viewer_finance())
    or (select true from dossier d where d.id = payment.dossier) is not null, false) is not null);
comment on policy seen on payment is 'With the dossier; and those of its region by its bureau''s finance, who sees nothing of the dossier.';

-- Since when somebody has worked (参加工作时间): the summary form of Jiayuguan asks for it (J24-annex2). As all that a dossier tells it is made of the draft: of a returned one as it
-- was handed in, and what is mended shows when it is handed in again. No notice lists it among the particulars of a publication (J24-3.3), and none shows it.

create function told_day(one jsonb, name text) returns date language sql immutable strict parallel safe
    return case when one ->> name ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
        then make_date(left(one ->> name, 4)::integer, substr(one ->> name, 6, 2)::integer, right(one ->> name, 2)::integer) end;
comment on function told_day is 'A day that was told; null: not told.';
alter table dossier add column work_since date generated always as (told_day(draft, 'workSince')) stored;
comment on column dossier.work_since is 'Since when the applicant has worked (参加工作时间, J24-annex2), as dossier.draft tells it; null: not told.';
grant select (work_since) on dossier to zhicheng_reader;

-- A committee's own date for the end of its intake, never later than the province's (B24-5.1): by its notice, whose number is kept.

alter table committee_notice add column document text constraint committee_notice_document check (document <> '');
comment on column committee_notice.document is 'Number of the document (文号); null: none was told.';
comment on table committee_notice is 'A committee''s own notice of when it takes applications (评委会申报通知, X24-4, J24-2.3): where the region gives no window, this is the window; where it gives an end of the intake and permits an earlier one, this ends it (B24-5.1).';
grant select (document) on committee_notice to zhicheng_reader;
