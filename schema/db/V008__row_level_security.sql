-- The second wall. What the read compiler asks of every row (Visible) the database asks once more of zhicheng_reader, in words of its own: a mistake in
-- the one shows nothing as long as the other stands. Both say the same of every row and every viewer (SecondWallTest).
--
-- Who looks stands in settings that hold for one transaction: zhicheng.account, zhicheng.person, zhicheng.organisation (ids) and zhicheng.roles (with
-- commas between them). One that is absent or empty says nobody, and nobody sees what is public and nothing else.
--
-- Rules that all migrations keep:
--   every table has row-level security, so that a new one shows no row before it says to whom (SecondWallTest);
--   it is not forced: the owner passes, and with him the triggers and searches that run as him (V006, V007);
--   zhicheng_writer passes everywhere, by a policy of its own: its border is its grants, and what a command may do the command decides;
--   what a policy knows of the viewer stands in a sub-select of its own, which does not depend on the row: it is asked once per statement, and not at
--   all where an earlier way has let every row pass. Columns are compared by operators that are leakproof, and by nothing else;
--   another row is looked up by its key, in a sub-select that gives a value: the planner may make a reading of the whole table of exists and in. What a
--   policy looks up it sees under that table's own policy. It is meant so: it makes one line of "whoever sees the dossier";
--   where the planner would misjudge how many rows pass, a policy says nullif(…, false) is not null, which is the same to a row, and which the
--   planner takes for granted: the compiler's own predicate has done the choosing, and its indices are to be used as if there were no policy.

do $$
declare
    one regclass;
begin
    for one in select oid from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not like 'flyway%' loop
        execute format('alter table %s enable row level security', one);
        if has_any_column_privilege('zhicheng_writer', one, 'select, insert, update') then
            execute format('create policy commands_pass on %s to zhicheng_writer using (true) with check (true)', one);
        end if;
    end loop;
end $$;

-- Who looks

create function viewer_account() returns uuid language sql stable parallel safe
    return nullif(current_setting('zhicheng.account', true), '')::uuid;
comment on function viewer_account is 'The account of who looks; null: nobody is signed in.';

create function viewer_person() returns uuid language sql stable parallel safe
    return nullif(current_setting('zhicheng.person', true), '')::uuid;
comment on function viewer_person is 'The natural person behind the account of who looks; null: none.';

create function viewer_is(variadic roles text[]) returns boolean language sql stable parallel safe
    return string_to_array(current_setting('zhicheng.roles', true), ',') && roles;
comment on function viewer_is is 'Whether who looks has one of the roles; null: he has none at all.';

create function viewer_unit(variadic roles text[]) returns uuid language sql stable parallel safe
    return case when string_to_array(current_setting('zhicheng.roles', true), ',') && roles then nullif(current_setting('zhicheng.organisation', true), '')::uuid end;
comment on function viewer_unit is 'The organisation for which who looks acts, if he does so in one of the roles; null: none.';

create function viewer_region() returns text language plpgsql stable parallel safe as $$
declare
    bureau uuid := viewer_unit('HRSS_CITY');
begin
    if bureau is null then
        return null;
    end if;
    return (select o.region from organisation o where o.id = bureau);
end $$;
comment on function viewer_region is 'The region of the bureau for which who looks acts; null: for none.';

create function viewer_committees() returns uuid[] language plpgsql stable parallel safe as $$
declare
    as_office uuid := viewer_unit('COMMITTEE_OFFICE');
    as_founder uuid := viewer_unit('COMMITTEE_ORGANISER');
    committees uuid[] := '{}';
begin
    if as_office is not null then
        committees := array(select c.id from committee c where c.office = as_office);
    end if;
    if as_founder is not null then
        committees := committees || array(select c.id from committee c where c.founder = as_founder);
    end if;
    return committees;
end $$;
comment on function viewer_committees is 'The committees of which who looks is the office or the founder; a committee of both stands in it twice.';

-- What anybody may know

create policy everybody on organisation for select to zhicheng_reader using (true);
create policy everybody on committee for select to zhicheng_reader using (true);
create policy everybody on committee_filing for select to zhicheng_reader using (true);
create policy everybody on committee_notice for select to zhicheng_reader using (true);

-- Dossiers: the applicant's own; of those handed in and not set aside the bureau's of the region, the employer's; of those received, the committee's

create policy seen on dossier for select to zhicheng_reader using (nullif(
    applicant = (select viewer_person())
    or submitted_at is not null and deleted_at is null and (
        region = (select viewer_region())
        or employer = (select viewer_unit('EMPLOYER_CLERK', 'EMPLOYER_APPROVER'))
        or intake_at is not null and committee = any ((select viewer_committees())::uuid[])), false) is not null);

-- Whoever sees a dossier sees what it carries

create policy seen on dossier_hours for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_hours.dossier) is not null);
create policy seen on dossier_title for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_title.dossier) is not null);
create policy seen on dossier_degree for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_degree.dossier) is not null);
create policy seen on dossier_assessment for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_assessment.dossier) is not null);
create policy seen on dossier_test_pass for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_test_pass.dossier) is not null);
create policy seen on dossier_achievement for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_achievement.dossier) is not null);

-- but why a submission was refused is between the applicant and his draft

create policy seen on dossier_finding for select to zhicheng_reader using (nullif(
    (select d.applicant from dossier d where d.id = dossier_finding.dossier) = (select viewer_person()), false) is not null);

-- and of the trail he sees what was done to his own dossiers, but not by which expert (MOHRSS40); an auditor sees every act

create policy seen on trail for select to zhicheng_reader using (nullif(
    (select viewer_is('AUDITOR'))
    or by_expert = false and (select d.applicant from dossier d where d.id = trail.subject) = (select viewer_person()), false) is not null);

-- People: oneself, those of the bureau's region, the employer's own, and whoever has made a dossier that is seen

create function has_applied(person uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from dossier d where d.applicant = has_applied.person);
end $$;
comment on function has_applied is 'Whether who looks sees a dossier of this person. A function, since few people are seen by this way alone: where nobody is, it costs nothing.';

create policy seen on person for select to zhicheng_reader using (nullif(
    id = (select viewer_person())
    or region = (select viewer_region())
    or employer = (select viewer_unit('EMPLOYER_CLERK', 'EMPLOYER_APPROVER'))
    or has_applied(id), false) is not null);

create policy seen on account for select to zhicheng_reader using (id = (select viewer_account()));

create policy seen on achievement for select to zhicheng_reader using (person = (select viewer_person()));

create policy seen on integrity_entry for select to zhicheng_reader using (nullif(
    person = (select viewer_person())
    or region = (select viewer_region()), false) is not null);

-- Committees at work: the office's, the founder's, the bureau's of the region

create policy seen on meeting for select to zhicheng_reader using (nullif(
    committee = any ((select viewer_committees())::uuid[])
    or (select c.region from committee c where c.id = meeting.committee) = (select viewer_region()), false) is not null);

-- Certificates: the holder's, the bureau's of the region, the committee's, the employer's of the holder

create policy seen on certificate for select to zhicheng_reader using (nullif(
    person = (select viewer_person())
    or region = (select viewer_region())
    or committee = any ((select viewer_committees())::uuid[])
    or (select p.employer from person p where p.id = certificate.person) = (select viewer_unit('EMPLOYER_CLERK', 'EMPLOYER_APPROVER')), false) is not null);

-- and whoever can name both the number and the holder: one row, by a function that runs as its owner, whom no policy stops

create function known_certificate(by_holder text, by_number text)
    returns table (id uuid, number text, holder text, person uuid, dossier uuid, committee uuid, region text, series text, specialty text, level text, title text,
        document text, obtained_on date, issued_at timestamptz, revoked_at timestamptz, revoked_why text, made_up boolean)
    language sql stable parallel safe security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
    select c.id, c.number, c.holder, c.person, c.dossier, c.committee, c.region, c.series, c.specialty, c.level, c.title,
        c.document, c.obtained_on, c.issued_at, c.revoked_at, c.revoked_why, c.made_up
    from certificate c where c.holder = by_holder and c.number = by_number
$$;
comment on function known_certificate is 'The certificate of this holder and number, if there is one: to know both is the permission to see it.';
revoke execute on function known_certificate from public;
grant execute on function known_certificate to zhicheng_reader;
