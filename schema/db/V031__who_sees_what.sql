-- Who sees what, where it was more or less than is his.

-- The trail. What one did oneself to one's own dossier one sees, in whatever capacity; and of what is about himself an auditor sees no more than whoever else it is
-- about: not which expert, not who objected (MOHRSS40, X24-5.2a), and nothing of a complaint. In which capacity an act was done stands in its entry: of the roles of
-- the account only those by which it was permitted, so that what an expert does otherwise than as one is no expert's act.

comment on column trail.capacity is 'In which roles, with a space between them: of those of the account the ones by which the act was permitted.';
comment on column trail.by_expert is 'Done by a reviewing expert as one: experts are not made public (MOHRSS40), so an applicant does not see it, unless he did it himself.';

create function complaint_is_about(complaint uuid, who uuid) returns boolean
    language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
    return exists (select from complaint c where c.id = complaint_is_about.complaint and c.about = complaint_is_about.who);
comment on function complaint_is_about is 'Whether this complaint is about this person, who does not see it: the trail keeps from him what was done about it. Runs as its owner, whom no policy stops, and gives no row.';
revoke execute on function complaint_is_about from public;
grant execute on function complaint_is_about to zhicheng_reader;

alter policy seen on trail using (nullif(
    (select viewer_is('AUDITOR')) and ((select viewer_person()) is null
        or (select d.applicant from dossier d where d.id = trail.subject) is distinct from (select viewer_person())
            and (subject_kind <> 'COMPLAINT' or not complaint_is_about(subject, (select viewer_person()))))
    or (by_expert = false and act <> 'OBJECT' or actor = (select viewer_account()))
        and (select d.applicant from dossier d where d.id = trail.subject) = (select viewer_person()), false) is not null);
comment on policy seen on trail is 'Of one''s own dossiers what no expert did as one and is no objection, and what one did oneself; an auditor''s everything else, but for complaints about himself.';
