-- The way of a dossier to its committee (审核推荐流程): where it lies and lay, what was looked at and returned, how it was published, who objected.
-- Nothing is destroyed: a return, a withdrawal and a setting aside are rows and states, and a mended dossier has one more snapshot.

-- Who it has reached

alter table dossier add column reached uuid[] not null default '{}';
comment on column dossier.reached is 'The units above its employer to which it was handed: they see it from then on (J24-3.4, X24-5.2b, B24-5.3).';
grant select (reached) on dossier to zhicheng_reader;

create table dossier_step (
    id          uuid        primary key,
    dossier     uuid        not null references dossier,
    seq         integer     not null constraint step_counts_from_one check (seq >= 1),
    place       integer     not null constraint step_place_counts_from_one check (place >= 1),
    kind        text        not null constraint step_kind check (kind in (
                                'EMPLOYER', 'AGENCY', 'USING_UNIT', 'SUPERIOR_DEPT', 'RELAY', 'HRSS_COUNTY', 'HRSS_CITY', 'HRSS_PROVINCE', 'TITLE_OFFICE',
                                'JOINT_REVIEW', 'COMMITTEE_OFFICE')),
    unit        uuid        references organisation,
    responsible uuid        references person,
    clause      text        constraint step_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    arrived_at  timestamptz not null,
    due_at      timestamptz,
    done_at     timestamptz,
    outcome     text        constraint step_outcome check (outcome in ('FORWARDED', 'RETURNED', 'REFUSED', 'WITHDRAWN', 'TERMINATED')),
    words       text,
    made_up     boolean     not null default false,
    constraint step_is_one_in_order unique (dossier, seq),
    constraint done_step_says_how check ((done_at is null) = (outcome is null))
);
comment on table dossier_step is 'A dossier with one reviewer of its channel''s chain, once per visit: who answers for it, since when, until when (X24-6.6, X24-8.3, B24-5.3, J24-3.3 to 3.5).';
comment on column dossier_step.seq is 'Which visit of the dossier''s it is; a dossier that was returned visits a place again.';
comment on column dossier_step.place is 'Place in the channel''s chain, from 1.';
comment on column dossier_step.unit is 'Who has it; null: nobody is known yet (a freelancer''s agency before it is bound).';
comment on column dossier_step.responsible is 'Who took it in hand for the unit and answers for it; null: nobody yet.';
comment on column dossier_step.clause is 'What rules this step; null: no notice does.';
comment on column dossier_step.due_at is 'By when it is to be done, first instant too late; null: the notice gives no end.';
comment on column dossier_step.words is 'The opinion under which it was recommended (X24-5.2a), which meeting deliberated on it (J24-3.5), or why it was refused.';
create unique index dossier_lies_with_one on dossier_step (dossier) where done_at is null;
create index dossier_step_by_arrival on dossier_step (arrived_at desc, id desc);
create index dossier_step_by_unit on dossier_step (unit, due_at) where done_at is null;
grant select (id, dossier, seq, place, kind, unit, responsible, clause, arrived_at, due_at, done_at, outcome, words, made_up) on dossier_step to zhicheng_reader;
grant select, insert, update on dossier_step to zhicheng_writer;

create table dossier_return (
    id          uuid        primary key,
    dossier     uuid        not null references dossier,
    step        uuid        not null references dossier_step,
    number      integer     not null constraint return_counts_from_one check (number >= 1),
    unit        uuid        not null references organisation,
    kind        text        not null constraint return_kind check (kind in (
                                'EMPLOYER', 'AGENCY', 'USING_UNIT', 'SUPERIOR_DEPT', 'RELAY', 'HRSS_COUNTY', 'HRSS_CITY', 'HRSS_PROVINCE', 'TITLE_OFFICE',
                                'JOINT_REVIEW', 'COMMITTEE_OFFICE')),
    reason      text        not null constraint return_reason check (reason in ('FAULTS', 'PROCEDURE')),
    back_to     text        not null constraint return_goes_back_to check (back_to in ('APPLICANT', 'BEFORE')),
    counted     boolean     not null,
    says        text,
    clause      text        constraint return_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    at          timestamptz not null,
    due_at      timestamptz,
    answered_at timestamptz,
    made_up     boolean     not null default false,
    constraint return_has_a_number unique (dossier, number),
    constraint a_step_returns_once unique (step),
    constraint who_is_to_mend_knows_by_when check (back_to = 'BEFORE' or due_at is not null)
);
comment on table dossier_return is 'A return (退回): all faults at once, each located (J24-3.4, X24-5.2b).';
comment on column dossier_return.number is 'Which of the dossier''s returns it is.';
comment on column dossier_return.reason is 'FAULTS: material to be mended. PROCEDURE: out of scope, against the procedure or wrongly routed (X24-5.2b).';
comment on column dossier_return.back_to is 'APPLICANT, or BEFORE: by the channel it came, to who handed it up (X24-5.2b, J24-3.4).';
comment on column dossier_return.counted is 'Whether it counts towards a limit of its notice (J24-3.4: three by an auditing department; an employer''s own do not count).';
comment on column dossier_return.due_at is 'By when it is to be mended, first instant too late; null: by the channel it came.';
comment on column dossier_return.answered_at is 'When it was handed in again; null: not yet.';
create index dossier_return_by_dossier on dossier_return (dossier, number desc, id desc);
grant select (id, dossier, number, unit, kind, reason, back_to, counted, says, clause, at, due_at, answered_at, made_up) on dossier_return to zhicheng_reader;
grant select, insert, update on dossier_return to zhicheng_writer;

create table dossier_mark (
    id       uuid        primary key,
    dossier  uuid        not null references dossier,
    step     uuid        not null references dossier_step,
    returned uuid        references dossier_return,
    path     text        not null constraint mark_lies_somewhere check (path ~ '^(facts\.[a-zA-Z0-9]+|claim\.specialty|achievements(\.[0-9a-f-]{36})?)$'),
    accepted boolean     not null,
    reason   text,
    clause   text        constraint mark_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    at       timestamptz not null,
    made_up  boolean     not null default false,
    constraint item_is_marked_once_a_visit unique (step, path),
    constraint a_fault_has_its_reason check (accepted or reason is not null),
    constraint what_was_accepted_is_not_returned check (returned is null or not accepted)
);
comment on table dossier_mark is 'One item of a dossier as a reviewer marked it (逐项审核): accepted, or faulty with the reason (B24-3.3, J24-3.4, X24-5.2b).';
comment on column dossier_mark.path is 'facts.NAME of what is told (in the shape of CaseInput), achievements.ID of what was picked, achievements for the list as such, claim.specialty.';
comment on column dossier_mark.returned is 'The return by which the applicant was told of it; null: none.';
create index dossier_mark_by_dossier on dossier_mark (dossier, at desc, id desc);
create index dossier_mark_by_return on dossier_mark (returned);
grant select (id, dossier, returned, path, accepted, reason, clause, at, made_up) on dossier_mark to zhicheng_reader;
grant select, insert, update on dossier_mark to zhicheng_writer;

create table publication (
    id          uuid        primary key,
    dossier     uuid        not null references dossier,
    unit        uuid        not null references organisation,
    where_shown text        not null constraint publication_is_shown_somewhere check (where_shown <> ''),
    particulars text[]      not null constraint publication_shows_something check (cardinality(particulars) > 0),
    assembly    text,
    joint_with  uuid        references organisation,
    joint_opinion text,
    joint_at    timestamptz,
    opened_at   timestamptz not null,
    until       timestamptz not null,
    days        integer     not null constraint publication_lasts check (days >= 1),
    working     boolean     not null,
    clause      text        not null constraint publication_cites check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    report      text,
    reported_at timestamptz,
    ended_at    timestamptz,
    made_up     boolean     not null default false,
    constraint publication_ends_after_it_began check (opened_at < until),
    constraint report_has_a_time check ((report is null) = (reported_at is null)),
    constraint second_signature_has_a_time check ((joint_opinion is null) = (joint_at is null))
);
comment on table publication is 'A publication in the unit (公示) before a recommendation: J24-3.3, X24-5.2a. Open to everybody until it has ended; an identity number is never on it.';
comment on column publication.where_shown is 'Where in the unit it hangs, besides here (单位显著位置, X24-5.2a).';
comment on column publication.particulars is 'What it shows, one line each: label, colon, words.';
comment on column publication.assembly is 'The staff assembly that deliberated (职工大会集体评议, J24-4.1); null: none was asked for.';
comment on column publication.joint_with is 'The unit that publishes and recommends jointly (共同推荐, X24-3.1.2); null: the publishing unit does so alone.';
comment on column publication.joint_opinion is 'The opinion under which that unit recommends too: the second signature; null: not signed.';
comment on column publication.until is 'First instant at which the period is over: 00:00 of the day after its last, the day of posting not counted.';
comment on column publication.clause is 'What rules its length.';
comment on column publication.report is 'The report of the result (公示结果报告, J24-3.3); null: not issued.';
create unique index one_publication_at_a_time on publication (dossier) where ended_at is null;
create index publication_by_opening on publication (opened_at desc, id desc);
create index publication_by_dossier on publication (dossier, opened_at desc, id desc);
grant select (id, dossier, unit, where_shown, particulars, assembly, joint_with, joint_opinion, joint_at, opened_at, until, days, working, clause, report, reported_at, ended_at, made_up) on publication to zhicheng_reader;
grant select, insert, update on publication to zhicheng_writer;

create table objection (
    id           uuid        primary key,
    dossier      uuid        not null references dossier,
    publication  uuid        not null references publication,
    by_name      text        not null constraint objection_is_named check (by_name <> ''),
    by_account   uuid        not null references account,
    says         text        not null constraint objection_says_something check (says <> ''),
    at           timestamptz not null,
    upheld       boolean,
    conclusion   text,
    concluded_at timestamptz,
    made_up      boolean     not null default false,
    constraint concluded_objection_says_how check ((concluded_at is null) = (upheld is null) and (concluded_at is null) = (conclusion is null))
);
comment on table objection is 'A named objection to a publication in the unit (公示异议): nothing is recommended while one is open (J24-3.3, X24-5.2a). Not shown to whom it is about.';
comment on column objection.by_name is 'Who objects, by name.';
comment on column objection.by_account is 'Who entered it.';
create index objection_by_dossier on objection (dossier, at desc, id desc);
create index objection_by_publication on objection (publication, at desc, id desc);
grant select (id, dossier, publication, by_name, says, at, upheld, conclusion, concluded_at, made_up) on objection to zhicheng_reader;
grant select, insert, update on objection to zhicheng_writer;

create table originals (
    id          uuid        primary key,
    dossier     uuid        not null references dossier,
    step        uuid        not null references dossier_step,
    unit        uuid        not null references organisation,
    says        text        not null constraint originals_are_named check (says <> ''),
    clause      text        constraint originals_cite check (clause ~ '^[A-Z]{1,8}[0-9]{2}[a-z]?(-[0-9A-Za-z.]+)?$'),
    asked_at    timestamptz not null,
    agree       boolean,
    found       text,
    where_kept  text,
    checked_at  timestamptz,
    made_up     boolean     not null default false,
    constraint checked_originals_say_what_was_found check ((checked_at is null) = (agree is null) and (checked_at is null) = (found is null)),
    constraint kept_originals_were_checked check (where_kept is null or checked_at is not null)
);
comment on table originals is 'Originals (申报材料原件) that a reviewer asks an applicant for, and what the check found (J24-3.4); where the paper is kept (J24-3.3).';
comment on column originals.says is 'Which originals, in the reviewer''s words.';
comment on column originals.clause is 'What rules the step at which they are asked for; null: no notice does.';
comment on column originals.agree is 'Whether they agree with what was uploaded; null: not checked yet.';
comment on column originals.found is 'What the check found; null: not checked yet.';
comment on column originals.where_kept is 'Where the paper is kept for later checks (J24-3.3); null: it was given back.';
create index originals_by_dossier on originals (dossier, asked_at desc, id desc);
grant select (id, dossier, unit, says, clause, asked_at, agree, found, where_kept, checked_at, made_up) on originals to zhicheng_reader;
grant select, insert, update on originals to zhicheng_writer;

-- What a returned dossier tells and carries can be mended; a dossier that was handed in, and is not returned, is as frozen as before (V006).

create or replace function dossier_carries_what_it_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.draft = new.draft then
        return null;
    elsif tg_op = 'UPDATE' and old.submitted_at is not null and old.stage <> 'RETURNED' then
        raise exception 'dossier % was submitted: what it tells does not change', new.id
            using errcode = 'check_violation', table = tg_table_name, constraint = 'submitted_dossier_tells_the_same';
    end if;
    perform carry_what_is_told(new.id, new.draft);
    return null;
end $$;
comment on function dossier_carries_what_it_tells is 'Keeps dossier_hours, dossier_title, dossier_degree, dossier_assessment and dossier_test_pass the same as dossier.draft, and both as they are once it was submitted, unless it is returned.';

create or replace function picked_achievements_are_frozen() returns trigger language plpgsql as $$
begin
    if exists (select from dossier d where d.id in (old.dossier, new.dossier) and d.submitted_at is not null and d.stage <> 'RETURNED') then
        raise exception 'a submitted dossier keeps the achievements that were picked: % refused', lower(tg_op)
            using errcode = 'check_violation', table = tg_table_name, constraint = 'picked_achievements_are_frozen';
    end if;
    return coalesce(new, old);
end $$;
comment on function picked_achievements_are_frozen is 'Refuses every change to what a submitted dossier has picked, unless it is returned. Rows written before their dossier, in one transaction with it, come with it.';

-- The second wall

alter table dossier_step enable row level security;
alter table dossier_return enable row level security;
alter table dossier_mark enable row level security;
alter table originals enable row level security;
alter table publication enable row level security;
alter table objection enable row level security;
create policy commands_pass on dossier_step to zhicheng_writer using (true) with check (true);
create policy commands_pass on dossier_return to zhicheng_writer using (true) with check (true);
create policy commands_pass on dossier_mark to zhicheng_writer using (true) with check (true);
create policy commands_pass on originals to zhicheng_writer using (true) with check (true);
create policy commands_pass on publication to zhicheng_writer using (true) with check (true);
create policy commands_pass on objection to zhicheng_writer using (true) with check (true);

-- a dossier is seen by the units above its employer that it has reached: one more way, beside those of V011. zhicheng.above is set for those who act for one.

create function viewer_above() returns uuid language sql stable parallel safe
    return nullif(current_setting('zhicheng.above', true), '')::uuid;
comment on function viewer_above is 'The unit above employers for which who looks acts (SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_PROVINCE); null: for none.';

create policy reached on dossier for select to zhicheng_reader using (nullif(
    submitted_at is not null and deleted_at is null and reached && array[(select viewer_above())], false) is not null);
comment on policy reached on dossier is 'Of those handed in and not set aside what has come to the unit. && over ids neither leaks nor costs an index (V014).';

create policy seen on dossier_step for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_step.dossier) is not null);
create policy seen on dossier_return for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_return.dossier) is not null);
create policy seen on dossier_mark for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_mark.dossier) is not null);
create policy seen on originals for select to zhicheng_reader using ((select true from dossier d where d.id = originals.dossier) is not null);
create policy seen on publication for select to zhicheng_reader using (
    ended_at is null or (select true from dossier d where d.id = publication.dossier) is not null);
create policy seen on objection for select to zhicheng_reader using (
    (select d.applicant from dossier d where d.id = objection.dossier) <> coalesce((select viewer_person()), '00000000-0000-0000-0000-000000000000'));

-- An applicant sees what was done to his dossiers, but not who objected to a publication.

alter policy seen on trail using (nullif(
    (select viewer_is('AUDITOR'))
    or by_expert = false and act <> 'OBJECT' and (select d.applicant from dossier d where d.id = trail.subject) = (select viewer_person()), false) is not null);

-- counting goes along this index alone, for it has what groups are made by, and what the policies ask

drop index dossier_asked_most;
create index dossier_asked_most on dossier (region, year, series, stage, created_at desc, id desc)
    include (level, applicant, employer, committee, submitted_at, deleted_at, intake_at, reached) where submitted_at is not null and deleted_at is null;
