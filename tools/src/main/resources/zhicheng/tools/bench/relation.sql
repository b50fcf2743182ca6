select convert_to(json_build_object(
    'nodes', coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'specialty', d.specialty, 'level', d.level, 'stage', d.stage, 'submittedAt', d.submitted_at,
        'applicant', json_build_object('id', p.id, 'name', p.name),
        'employer', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end) order by d.place) filter (where d.place <= 50), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50))::text, 'UTF8')
from (
    select id, title, specialty, level, stage, submitted_at, applicant, employer, row_number() over (order by created_at desc, id desc) as place from dossier d
    where region = {region} and submitted_at is not null and deleted_at is null
        and exists (select from dossier_achievement a where a.dossier = d.id and a.kind = 'PATENT' and a.granted and a.achieved_on >= {since}::date offset 0)
        and exists (select from dossier_hours h where h.dossier = d.id and h.tenths >= {tenths} offset 0)
    order by created_at desc, id desc limit 51
) d join person p on p.id = d.applicant left join organisation o on o.id = d.employer
