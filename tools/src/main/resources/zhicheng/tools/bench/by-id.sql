select convert_to(json_build_object('id', d.id, 'region', d.region, 'year', d.year, 'series', d.series, 'specialty', d.specialty, 'level', d.level, 'title', d.title,
    'stage', d.stage, 'submittedAt', d.submitted_at,
    'applicant', json_build_object('id', p.id, 'name', p.name, 'gender', p.gender, 'birthDate', p.birth_date),
    'employer', case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'areaCode', o.area_code) end,
    'achievements', json_build_object('nodes', (
        select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'achievedOn', a.achieved_on, 'granted', a.granted, 'rank', a.rank)), '[]')
        from (select * from dossier_achievement a where a.dossier = d.id order by a.achieved_on desc nulls last, a.id desc limit 20) a)))::text, 'UTF8')
from dossier d join person p on p.id = d.applicant left join organisation o on o.id = d.employer
where d.id = {id} and d.region = {region} and d.submitted_at is not null and d.deleted_at is null
