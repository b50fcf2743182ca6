-- The second wall at a lower price. Who sees what stays as V008 says (SecondWallTest).
--
-- What a policy asks is set up for every table of every statement, reached or not: each sub-select costs, each function, each cast. So what follows from
-- who looks is found once, by the transaction's first statement (Lane), and the policies ask in two sub-selects what they asked in four:
--   zhicheng.region  the region of the bureau for which he acts (HRSS_CITY);
--   zhicheng.ids     by whose ids he sees a row: his own as a person, the employer's for which he acts (EMPLOYER_CLERK, EMPLOYER_APPROVER), those of the
--                    committees of whose office (COMMITTEE_OFFICE) or founder (COMMITTEE_ORGANISER) he is. An id is one row's only, whatever its table.
-- What is absent or empty is nobody's, and shows nothing.

create or replace function viewer_region() returns text language sql stable parallel safe
    return nullif(current_setting('zhicheng.region', true), '');

create function viewer_ids() returns uuid[] language sql stable parallel safe
    return nullif(current_setting('zhicheng.ids', true), '')::uuid[];
comment on function viewer_ids is 'By whose ids who looks sees a row: a person, an employer, committees; null: by nobody''s.';

alter policy seen on dossier using (nullif(
    submitted_at is not null and deleted_at is null and region = (select viewer_region())
    or array[applicant, case when submitted_at is not null and deleted_at is null then employer end,
             case when submitted_at is not null and deleted_at is null and intake_at is not null then committee end] && (select viewer_ids()), false) is not null);

alter policy seen on person using (nullif(
    region = (select viewer_region())
    or array[id, employer] && (select viewer_ids())
    or has_applied(id), false) is not null);

alter policy seen on meeting using (nullif(
    array[committee] && (select viewer_ids())
    or (select c.region from committee c where c.id = meeting.committee) = (select viewer_region()), false) is not null);

alter policy seen on certificate using (nullif(
    region = (select viewer_region())
    or array[person, committee, (select p.employer from person p where p.id = certificate.person)] && (select viewer_ids()), false) is not null);

drop function viewer_committees();

-- What was handed in, by what is asked most: a page of one year, series and stage goes along the index and takes no row that it does not show; counting reads
-- the index alone, for it has what groups are made by, and what the policy asks. Without it either goes through all that a region has.

create index dossier_asked_most on dossier (region, year, series, stage, created_at desc, id desc)
    include (level, applicant, employer, committee, submitted_at, deleted_at, intake_at) where submitted_at is not null and deleted_at is null;
