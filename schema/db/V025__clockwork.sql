-- What happens by itself (到期自动处理): dossiers that end at a day, messages to people, and the table by which one of several servers does it.
-- Nothing is done without an entry of the trail; it has no account, since nobody did it, and the clause by which it came about.

-- db-scheduler's own table, column for column as its version 16 asks for it; instants of the system's time, and not of the official one

create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    constraint task_is_scheduled_once primary key (task_name, task_instance)
);
comment on table scheduled_tasks is 'What the clockwork does next, and which server has it in hand: kept by db-scheduler, read by nobody else.';
comment on column scheduled_tasks.execution_time is 'When it is due, by the system''s time.';
comment on column scheduled_tasks.picked is 'Whether a server has it in hand.';
comment on column scheduled_tasks.last_heartbeat is 'When that server was last heard of: one that died is not waited for.';
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to zhicheng_writer;

-- Dossiers that ended by themselves

alter table dossier
    add column ended_reason text constraint dossier_ended_reason check (ended_reason in ('LATE_SUPPLEMENT', 'YEAR_END')),
    add column ended_clause text constraint dossier_ending_cites check (ended_clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$');
comment on column dossier.ended_reason is 'Why it ended by itself: not mended in time (MOHRSS40, read alike for every reviewer), or unfinished when its year was cleared (B24-5.3, B23-5.4); null: it did not.';
comment on column dossier.ended_clause is 'By which clause it ended so; null: it did not.';
grant select (ended_reason, ended_clause) on dossier to zhicheng_reader;
create index dossier_return_to_be_mended on dossier_return (due_at) where answered_at is null and back_to = 'APPLICANT';
create index dossier_step_by_end on dossier_step (due_at) where done_at is null;

-- How late a step was done (B24-3.3: late steps are a measure of an employer; B24-5.3: who is late answers for it)

alter table dossier_step add column minutes_late integer
    generated always as (greatest(0, floor(extract(epoch from done_at - due_at) / 60))::integer) stored;
comment on column dossier_step.minutes_late is 'Whole minutes from its end to when it was done, 0 where it was done in time; null: it lies there, or the notice gives no end.';
grant select (minutes_late) on dossier_step to zhicheng_reader;

-- Messages to people (站内消息), and what goes out of them

create table message (
    id      uuid        primary key,
    person  uuid        not null references person,
    kind    text        not null constraint message_kind check (kind in (
                            'RETURNED', 'RECOMMENDED', 'REFUSED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE')),
    about   uuid        not null,
    dossier uuid        not null references dossier,
    clause  text        constraint message_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    zh      text        not null constraint message_says_something check (zh <> ''),
    en      text        not null constraint message_says_something_in_english check (en <> ''),
    at      timestamptz not null,
    due_at  timestamptz,
    read_at timestamptz,
    made_up boolean     not null default false,
    constraint somebody_is_told_once unique (person, kind, about)
);
comment on table message is 'What somebody was told (站内消息): a return, a recommendation, a refusal, an end, a day that comes near. Seen by him alone.';
comment on column message.about is 'The return, the visit or the dossier of which he is told, once.';
comment on column message.clause is 'By which clause it came about; null: no notice rules it.';
comment on column message.due_at is 'By when something is to be done, first instant too late; null: nothing is.';
comment on column message.read_at is 'When he marked it as read; null: not yet.';
create index message_by_person on message (person, at desc, id desc);
create index message_by_time on message (at desc, id desc);
grant select (id, person, kind, dossier, clause, zh, en, at, due_at, read_at, made_up) on message to zhicheng_reader;
grant select, insert, update on message to zhicheng_writer;

create table dispatch (
    id         uuid        primary key,
    message    uuid        not null references message,
    way        text        not null constraint dispatch_way check (way in ('EMAIL', 'SMS')),
    attempts   integer     not null default 0 constraint dispatch_attempts_are_counted check (attempts >= 0),
    next_at    timestamptz,
    sent_at    timestamptz,
    failure    text,
    constraint message_goes_out_once_a_way unique (message, way),
    constraint what_was_sent_waits_no_longer check (sent_at is null or next_at is null)
);
comment on table dispatch is 'A message on its way out of the house, by e-mail or text message: tried until it is sent, or given up.';
comment on column dispatch.id is 'The idempotency key under which it goes out: sent twice, it arrives once.';
comment on column dispatch.next_at is 'When it is tried next; null: it was sent, or given up.';
comment on column dispatch.failure is 'What the last attempt met; null: it was sent, or not tried yet.';
create index dispatch_waiting on dispatch (next_at) where next_at is not null;
grant select, insert, update on dispatch to zhicheng_writer;

-- The second wall

alter table scheduled_tasks enable row level security;
alter table message enable row level security;
alter table dispatch enable row level security;
create policy commands_pass on scheduled_tasks to zhicheng_writer using (true) with check (true);
create policy commands_pass on message to zhicheng_writer using (true) with check (true);
create policy commands_pass on dispatch to zhicheng_writer using (true) with check (true);
create policy seen on message for select to zhicheng_reader using (person = (select viewer_person()));
