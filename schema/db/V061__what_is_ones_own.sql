-- What is somebody's own he sees in an account by which he applies, and in no other. Another one may be a unit's or body's, made in his name by whoever knew his number (J24-2.1): it showed his drafts, his store and what he was
-- told to whoever had its password. By such an account its person is known for what he has no part in, since it is about himself, and for nothing else: objections, complaints, files of a case, an auditor's chains and roots keep to
-- viewer_person (V019, V023, V029, V031, V051).

create function viewer_applicant() returns uuid language sql stable parallel safe
    return case when viewer_is('APPLICANT') then viewer_person() end;
comment on function viewer_applicant is 'As whom who looks applies, where his account has APPLICANT: what is this person''s own is shown; null: nobody''s is.';
comment on function viewer_person is 'The natural person behind the account of who looks, whatever its roles: what is about him and not for him is not shown; null: none.';
comment on function viewer_ids is 'By whose ids who looks sees a row: a person''s, as whom he applies (viewer_applicant), an employer''s, committees''; null: by nobody''s.';

alter policy seen on achievement using (person = (select viewer_applicant()));
alter policy seen on evidence_file using (person = (select viewer_applicant()));

alter policy seen on dossier_finding using (nullif(
    (select d.applicant from dossier d where d.id = dossier_finding.dossier) = (select viewer_applicant()), false) is not null);

alter policy seen on integrity_entry using (nullif(
    person = (select viewer_applicant())
    or region = (select viewer_region())
    or decided_by = (select viewer_above()), false) is not null);

alter policy seen on title_transfer using (nullif(
    person = (select viewer_applicant())
    or region = (select viewer_region())
    or decided_by = (select viewer_above()), false) is not null);

-- An auditor does not see the chains of his own dossiers, nor the dossiers where he does not apply: whose they are is asked of a function, for under their policy they would be nobody's.

create function dossiers_of(who uuid) returns uuid[]
    language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
    return array(select d.id from dossier d where d.applicant = dossiers_of.who);
comment on function dossiers_of is 'The ids of this person''s dossiers, whose trail an auditor who is he does not see in whole. Runs as its owner, whom no policy stops, and gives no row.';
revoke execute on function dossiers_of from public;
grant execute on function dossiers_of to zhicheng_reader;

alter policy seen on trail using (nullif(
    (select viewer_is('AUDITOR')) and ((select viewer_person()) is null
        or subject <> all ((select dossiers_of((select viewer_person())))::uuid[])
            and (subject_kind <> 'COMPLAINT' or not complaint_is_about(subject, (select viewer_person()))))
    or (by_expert = false and act <> 'OBJECT' or actor = (select viewer_account()))
        and (select d.applicant from dossier d where d.id = trail.subject) = (select viewer_applicant()), false) is not null);
comment on policy seen on trail is 'Of one''s own dossiers, where one applies, what no expert did as one and is no objection, and what one did oneself; an auditor''s everything else, but for complaints about himself.';

-- What an account's person has handed in himself is none of the others, whom a count keeps among ten, since he knows of it; where he does not apply it is not his own there either. So it is counted as neither. The rest is V051's.

create or replace function dossier_statistics(of_year integer, of_region text, before date, threshold integer, series_listed text[])
    returns table (region text, series text, level text, count integer)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with handed_in as (
        select d.region, d.series, d.level, (d.submitted_at at time zone 'Etc/GMT-8')::date as day,
            coalesce(d.region = (select viewer_region()), false) or coalesce(array[d.applicant, d.employer] && (select viewer_ids()), false) as own,
            d.intake_at is not null and coalesce(array[d.committee] && (select viewer_ids()), false) or coalesce(d.reached && array[(select viewer_above())], false) as reached
        from dossier d
        where d.year = of_year and (of_region is null or d.region = of_region) and d.submitted_at < before::timestamp at time zone 'Etc/GMT-8'
            and not coalesce((select viewer_is('AUDITOR', 'FINANCE')), false)
            and (d.applicant is distinct from (select viewer_person()) or (select viewer_applicant()) is not null
                or coalesce(d.region = (select viewer_region()), false) or coalesce(array[d.employer] && (select viewer_ids()), false))
    ), day as (
        select h.region, h.series, h.level, h.day, (count(*) filter (where not h.own))::integer as others, (count(*) filter (where h.own))::integer as own,
            bool_or(h.reached and not h.own) as reached
        from handed_in h group by 1, 2, 3, 4
    ), cell as (
        select day.region, day.series, day.level, (count_in_steps(day.others, greatest(threshold, 3) order by day.day))[1] as counted,
            sum(day.others) as others, sum(day.own)::integer as own, bool_or(day.reached) as reached
        from day group by 1, 2, 3
    ), shown as (
        select c.region, c.series, c.level, c.counted + c.own as count
        from (select *, sum(cell.others) over (partition by cell.region) - cell.others as rest from cell) c
        where c.counted > 0 and c.rest >= greatest(threshold, 3) and not c.reached
    ), listed as (
        select o.region, s.series, l.level
        from (select distinct o.region from organisation o where of_region is null or o.region = of_region) o,
            unnest(series_listed) s (series), unnest(array['FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER']) l (level)
    )
    select region, series, level, shown.count from listed full join shown using (region, series, level)
    order by region collate "C", series collate "C", level collate "C"
$$;
comment on function dossier_statistics is 'How many dossiers were handed in before a day of China, by region, series and level; null: withheld, or none. threshold: under how many of others (3 at least); series_listed: what is listed even where it is withheld. Asks who looks, as the policies do, withholds everything from whoever can count dossiers elsewhere, and leaves out what is the person''s own where he does not apply; runs as its owner, whom no policy stops, and gives no row of a dossier. Whoever is shown dossiers of which he was told the number before can subtract.';

-- What somebody is told because he acts for a unit, or of what an account did, that account is told (V034: only where it had no person).

alter policy seen on message using (nullif(
    person = (select viewer_applicant())
    or account = (select viewer_account()), false) is not null);
comment on table message is 'What somebody was told (站内消息): a return, a recommendation, a refusal, an end, a day that comes near. Seen by him alone, where he applies; what an account was told, by that account.';
comment on column message.person is 'To whom, as a person; null: to an account.';
comment on column message.account is 'To which account, of what it does for a unit or did itself; null: to a person.';

-- What is kept of that kind goes to the account by which it was objected, or to the person's of that unit; where he has none of that unit any more it stays with him.

update message m set person = null, account = moved.account
from (
    select told.id, case when told.objected then (select a.id from account a where a.id = told.by and a.person = told.person)
        else (select a.id from account a where a.person = told.person and a.organisation = told.unit order by a.disabled, a.created_at, a.id limit 1) end as account
    from (
        select m.id, m.person, o.by_account as by, m.kind in ('OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN') and m.dossier is null as objected,
            case when m.kind in ('ARRIVED', 'WITHDRAWN', 'STEP_DUE') then (select s.unit from dossier_step s where s.id = m.about)
                when m.kind = 'RETURNED' then (
                    select next.unit from dossier_return r join dossier_step s on s.id = r.step join dossier_step next on next.dossier = s.dossier and next.seq > s.seq
                    where r.id = m.about order by next.seq limit 1)
                when m.kind in ('OBJECTION_RAISED', 'OBJECTION_LEFT_OPEN') then (select b.unit from publication b where b.id = o.publication)
                when m.kind = 'ENTRUSTMENT_FILED' then (select e.addressed_to from entrustment e where e.id = m.about)
                when m.kind = 'ENTRUSTMENT_DECIDED' then (select e.unit from entrustment e where e.id = m.about) end as unit
        from message m left join dossier d on d.id = m.dossier left join objection o on o.id = m.about
        where m.person is not null and m.person is distinct from d.applicant
            and m.kind in ('ARRIVED', 'WITHDRAWN', 'STEP_DUE', 'RETURNED', 'OBJECTION_RAISED', 'OBJECTION_LEFT_OPEN', 'OBJECTION_CONCLUDED', 'ENTRUSTMENT_FILED', 'ENTRUSTMENT_DECIDED')) told) moved
where moved.id = m.id and moved.account is not null;

-- What is kept of accounts in somebody's name, who has none to apply with that was ever opened, he is told in each of the others too.

insert into message (id, account, kind, about, clause, zh, en, at)
select gen_random_uuid(), other.id, m.kind, m.about, m.clause, m.zh, m.en, m.at
from message m join account other on other.person = m.person and other.id <> m.about and not other.disabled
where m.kind in ('ACCOUNT_MADE', 'ACCOUNT_CLOSED')
    and not exists (
        select from account a left join credential c on c.account = a.id
        where a.person = m.person and a.id <> m.about and a.roles @> array['APPLICANT'] and not a.disabled
            and (a.roles <> array['APPLICANT'] or c.code is null or c.password is not null or exists (select from session s where s.account = a.id) or exists (select from idempotency i where i.account = a.id)))
on conflict on constraint an_account_is_told_once do nothing;
