-- The second wall at a lower price: what a policy knows of the viewer beyond what he brings along is found once for a transaction and not once for every
-- table in a statement, and a policy asks for it in as few sub-selects as it can: each is set up for every statement, whether it is reached or not. Who
-- sees what stays as V008 says (SecondWallTest).
--
-- The transaction's first statement finds it (Lane): zhicheng.region, the region of the unit of whoever acts for a bureau; zhicheng.committees, the
-- committees of whose office or founder he is. What is absent or empty is none.

create or replace function viewer_region() returns text language sql stable parallel safe
    return case when viewer_is('HRSS_CITY') then nullif(current_setting('zhicheng.region', true), '') end;

create or replace function viewer_committees() returns uuid[] language sql stable parallel safe
    return case when viewer_is('COMMITTEE_OFFICE', 'COMMITTEE_ORGANISER') then nullif(current_setting('zhicheng.committees', true), '')::uuid[] end;
comment on function viewer_committees is 'The committees of which who looks is the office or the founder; null: none.';

create function viewer_ids() returns uuid[] language sql stable parallel safe
    return array[viewer_person(), viewer_unit('EMPLOYER_CLERK', 'EMPLOYER_APPROVER')] || viewer_committees();
comment on function viewer_ids is 'By whose ids who looks sees a row: his own as a person, the employer''s for which he acts, his committees''. An id is one row''s only, whatever its table.';

alter policy seen on dossier using (nullif(
    submitted_at is not null and deleted_at is null and region = (select viewer_region())
    or array[applicant, case when submitted_at is not null and deleted_at is null then employer end,
             case when submitted_at is not null and deleted_at is null and intake_at is not null then committee end] && (select viewer_ids()), false) is not null);

alter policy seen on person using (nullif(
    region = (select viewer_region())
    or array[id, employer] && (select viewer_ids())
    or has_applied(id), false) is not null);
