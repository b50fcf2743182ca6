-- The review fee (职称评审费, B24-5.5): what is to be paid for a dossier that its committee accepted, where the region's notice asks for it, until when, and what the
-- fiscal platform says of it. Amounts come from the configuration of the server; what somebody was asked for stands here.

alter table dossier_step
    drop constraint step_outcome,
    add constraint step_outcome check (outcome in ('FORWARDED', 'RETURNED', 'REFUSED', 'WITHDRAWN', 'TERMINATED', 'DISQUALIFIED', 'ACCEPTED'));
alter table dossier
    drop constraint dossier_ended_reason,
    add constraint dossier_ended_reason check (ended_reason in ('LATE_SUPPLEMENT', 'YEAR_END', 'UNPAID'));
comment on column dossier.ended_reason is 'Why it ended by itself: not mended in time, unfinished when its year was cleared (B24-5.3, B23-5.4), or not paid for in time (B24-5.5); null: it did not.';
alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE'));

create table payment (
    id        uuid        primary key,
    dossier   uuid        not null references dossier constraint dossier_is_paid_for_once unique,
    number    text        not null constraint payment_number_is_one unique,
    fen       integer     not null constraint payment_is_of_something check (fen > 0),
    clause    text        not null constraint payment_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    asked_at  timestamptz not null,
    due_at    timestamptz,
    due_says  text,
    tries     integer     not null default 0 constraint payment_tries_are_not_negative check (tries >= 0),
    next_at   timestamptz,
    opened_at timestamptz,
    address   text,
    closed_at timestamptz,
    paid_at   timestamptz,
    told_at   timestamptz,
    receipt   text,
    other_fen integer,
    made_up   boolean     not null default false,
    state     text        not null generated always as (case
                              when paid_at >= due_at and opened_at < due_at then 'PAID_LATE'
                              when paid_at is not null then 'PAID'
                              when closed_at is not null then 'UNPAID'
                              when opened_at is not null then 'OPEN'
                              else 'ASKED' end) stored,
    constraint open_payment_says_where check ((opened_at is null) = (address is null)),
    constraint paid_payment_has_a_receipt check ((paid_at is null) = (receipt is null) and (paid_at is null) = (told_at is null))
);
comment on table payment is 'The review fee of a dossier (缴费, B24-5.5): asked for when its committee accepted it, paid through the fiscal platform, with the number of the electronic receipt (非税票据).';
comment on column payment.number is 'Under which the platform knows the order: opened twice, it is one.';
comment on column payment.fen is 'In hundredths of a yuan, as the server''s configuration had it that day.';
comment on column payment.due_at is 'By when it is to be paid, first instant too late; null: the notice leaves that to another body, or gives none, and nothing ends by it.';
comment on column payment.due_says is 'What the notice prints of it, to the letter; null: nothing.';
comment on column payment.next_at is 'System time at which the platform is asked again to open the order; null: it need not be.';
comment on column payment.opened_at is 'Since when it can be paid; null: the platform has not opened the order yet. Who could not pay before the deadline is not late by it.';
comment on column payment.address is 'Where it is paid.';
comment on column payment.closed_at is 'When nobody waited for it any more: unpaid at its deadline, or the application ended otherwise.';
comment on column payment.paid_at is 'When it was paid, by the platform''s word.';
comment on column payment.told_at is 'When the platform said so, by official time.';
comment on column payment.receipt is 'Number of the electronic receipt.';
comment on column payment.other_fen is 'Money besides, as the platform said it: another amount than was asked for, or paid once more. Counts for nothing, and is for a person to give back; null: none.';
comment on column payment.state is 'ASKED: the platform has not opened the order. OPEN: to be paid. PAID. PAID_LATE: after the deadline, to be given back by a person. UNPAID: nobody waits for it any more.';
create index payment_by_asking on payment (asked_at desc, id desc);
create index payment_to_be_opened on payment (next_at) where next_at is not null;
create index payment_by_deadline on payment (due_at) where closed_at is null;
grant select (id, dossier, number, fen, clause, asked_at, due_at, due_says, opened_at, address, closed_at, paid_at, told_at, receipt, other_fen, made_up, state) on payment to zhicheng_reader;
grant select, insert, update on payment to zhicheng_writer;

create table payment_call (
    hash    bytea       primary key constraint payment_call_hash_is_sha256 check (octet_length(hash) = 32),
    number  text        not null,
    fen     integer     not null,
    paid_at timestamptz not null,
    receipt text        not null,
    at      timestamptz not null,
    outcome text        not null constraint payment_call_outcome check (outcome in ('PAID', 'PAID_LATE', 'TWICE', 'OTHER_AMOUNT', 'UNKNOWN_NUMBER'))
);
comment on table payment_call is 'What the fiscal platform said of payments, under its signature, each once however often it is said: also what nobody had asked for, so that no money is lost sight of.';
comment on column payment_call.hash is 'SHA-256 over number, amount, time and receipt.';
comment on column payment_call.outcome is 'What came of it.';
grant select, insert on payment_call to zhicheng_writer;

-- The second wall

alter table payment enable row level security;
alter table payment_call enable row level security;
create policy commands_pass on payment to zhicheng_writer using (true) with check (true);
create policy commands_pass on payment_call to zhicheng_writer using (true) with check (true);
create policy seen on payment for select to zhicheng_reader using ((select true from dossier d where d.id = payment.dossier) is not null);
