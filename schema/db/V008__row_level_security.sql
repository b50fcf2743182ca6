-- The second wall. What the read compiler asks of every row (Visible) the database asks once more of zhicheng_reader, from its own text: a mistake in the
-- one shows nothing as long as the other stands. Both say the same of every row and every viewer (SecondWallTest).
--
-- Who looks stands in settings that hold for one transaction: zhicheng.account, zhicheng.person, zhicheng.organisation (ids), zhicheng.roles (with commas
-- between them). One that is absent or empty says nobody, and nobody sees what is public.
--
-- Rules that all migrations keep:
--   every table has row-level security, so that a new one shows no row until it says to whom (SecondWallTest);
--   not forced: the owner passes, and with him the triggers and searches that run as him (V006, V007);
--   zhicheng_writer passes everywhere, by a policy of its own: what a command may do is decided by the command, and its grants are the border;
--   what a policy knows of the viewer stands in a sub-select that does not depend on the row: it is asked once per statement, and not at all where an
--   earlier way has let the row pass;
--   columns are compared by = alone, and by operators that are leakproof, so that indices serve the compiler's predicate beneath the policy;
--   another table's row is looked up by its key, in a sub-select that gives a value: exists and in may be turned into reading all of that table.
-- What a policy looks up in another table it sees under that table's own policy: it is meant so, and it is what makes "whoever sees the dossier" one line.

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
    return coalesce(string_to_array(current_setting('zhicheng.roles', true), ',') && roles, false);
comment on function viewer_is is 'Whether who looks has one of the roles.';

create function viewer_unit(variadic roles text[]) returns uuid language sql stable parallel safe
    return case when string_to_array(current_setting('zhicheng.roles', true), ',') && roles then nullif(current_setting('zhicheng.organisation', true), '')::uuid end;
comment on function viewer_unit is 'The organisation for which who looks acts in one of the roles; null: none.';

-- What anybody may know

create policy public on organisation for select to zhicheng_reader using (true);
create policy public on committee for select to zhicheng_reader using (true);
create policy public on committee_filing for select to zhicheng_reader using (true);
create policy public on committee_notice for select to zhicheng_reader using (true);

-- Dossiers: the applicant's own; once handed in, and unless set aside, his employer's and the bureau's of the region; once received, the committee's

create policy seen on dossier for select to zhicheng_reader using (
    applicant = (select viewer_person())
    or submitted_at is not null and deleted_at is null and (
        region = (select o.region from organisation o where o.id = viewer_unit('HRSS_CITY'))
        or employer = (select viewer_unit('EMPLOYER_CLERK', 'EMPLOYER_APPROVER'))
        or intake_at is not null and committee = any (array(select c.id from committee c
            where c.office = (select viewer_unit('COMMITTEE_OFFICE')) or c.founder = (select viewer_unit('COMMITTEE_ORGANISER'))))));

-- Whoever sees a dossier sees what it carries

create policy seen on dossier_hours for select to zhicheng_reader using ((select true from dossier d where d.id = dossier));
create policy seen on dossier_title for select to zhicheng_reader using ((select true from dossier d where d.id = dossier));
create policy seen on dossier_degree for select to zhicheng_reader using ((select true from dossier d where d.id = dossier));
create policy seen on dossier_assessment for select to zhicheng_reader using ((select true from dossier d where d.id = dossier));
create policy seen on dossier_test_pass for select to zhicheng_reader using ((select true from dossier d where d.id = dossier));
create policy seen on dossier_achievement for select to zhicheng_reader using ((select true from dossier d where d.id = dossier));

-- but why a submission was refused is between the applicant and his draft

create policy seen on dossier_finding for select to zhicheng_reader using ((select d.applicant from dossier d where d.id = dossier) = (select viewer_person()));

-- and of the trail he sees what was done to his own dossiers, but not by which expert (MOHRSS40); an auditor sees every act

create policy seen on trail for select to zhicheng_reader using (
    (select viewer_is('AUDITOR'))
    or by_expert = false and (select d.applicant from dossier d where d.id = subject) = (select viewer_person()));

-- People: oneself, the employer's, those of the bureau's region, and whoever stands behind a dossier that is seen

create policy seen on person for select to zhicheng_reader using (
    id = (select viewer_person())
    or region = (select o.region from organisation o where o.id = viewer_unit('HRSS_CITY'))
    or employer = (select viewer_unit('EMPLOYER_CLERK', 'EMPLOYER_APPROVER'))
    or (select true from dossier d where d.applicant = person.id limit 1));

create policy own on account for select to zhicheng_reader using (id = (select viewer_account()));
create policy own on achievement for select to zhicheng_reader using (person = (select viewer_person()));

create policy seen on integrity_entry for select to zhicheng_reader using (
    person = (select viewer_person())
    or region = (select o.region from organisation o where o.id = viewer_unit('HRSS_CITY')));

-- Committees at work: their office, their founder, the bureau of their region

create policy seen on meeting for select to zhicheng_reader using (
    committee = any (array(select c.id from committee c
        where c.office = (select viewer_unit('COMMITTEE_OFFICE')) or c.founder = (select viewer_unit('COMMITTEE_ORGANISER'))
           or c.region = (select o.region from organisation o where o.id = viewer_unit('HRSS_CITY')))));

-- Certificates: the holder's, his employer's, the region's, the committee's

create policy seen on certificate for select to zhicheng_reader using (
    person = (select viewer_person())
    or region = (select o.region from organisation o where o.id = viewer_unit('HRSS_CITY'))
    or committee = any (array(select c.id from committee c
        where c.office = (select viewer_unit('COMMITTEE_OFFICE')) or c.founder = (select viewer_unit('COMMITTEE_ORGANISER'))))
    or (select p.employer from person p where p.id = person) = (select viewer_unit('EMPLOYER_CLERK', 'EMPLOYER_APPROVER')));

-- and whoever can name both the number and the holder. It is the only way past the policies, and it gives the one row.

create function known_certificate(by_number text, by_holder text)
    returns table (id uuid, number text, holder text, person uuid, dossier uuid, committee uuid, region text, series text, specialty text, level text, title text,
        document text, obtained_on date, issued_at timestamptz, revoked_at timestamptz, revoked_why text, made_up boolean)
    language sql stable parallel safe security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
    select c.id, c.number, c.holder, c.person, c.dossier, c.committee, c.region, c.series, c.specialty, c.level, c.title,
        c.document, c.obtained_on, c.issued_at, c.revoked_at, c.revoked_why, c.made_up
    from certificate c where c.number = by_number and c.holder = by_holder
$$;
comment on function known_certificate is 'The certificate of this number if it bears this name (J24-3.7): knowing both is the permission to see it. Runs as its owner, whom no policy stops.';
revoke execute on function known_certificate from public;
grant execute on function known_certificate to zhicheng_reader;
