select convert_to(json_build_object(
    'nodes', coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'specialty', d.specialty, 'level', d.level, 'stage', d.stage, 'submittedAt', d.submitted_at,
        'applicant', json_build_object('id', p.id, 'name', p.name),
        'employer', case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end) order by d.place) filter (where d.place <= 20), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 20))::text, 'UTF8')
from (
    select either.*, row_number() over (order by rank, created_at desc, id desc) as place
    from (
        (select d.id, d.title, d.specialty, d.level, d.stage, d.submitted_at, d.applicant, d.employer, d.created_at, s.rank from search_ranked('Dossier', search_words({words})) s join dossier d on d.id = s.id
            where not (select search_common('Dossier', search_words({words}))) and d.region = {region} and d.submitted_at is not null and d.deleted_at is null
            order by s.rank, d.created_at desc, d.id desc limit 21)
        union all
        (select d.id, d.title, d.specialty, d.level, d.stage, d.submitted_at, d.applicant, d.employer, d.created_at, 0 from dossier d
            where (select search_common('Dossier', search_words({words}))) and d.region = {region} and d.submitted_at is not null and d.deleted_at is null
                and search_has('Dossier', d.id, (select search_words({words})))
            order by d.created_at desc, d.id desc limit 21)
    ) either
    order by rank, created_at desc, id desc limit 21
) d join person p on p.id = d.applicant left join organisation o on o.id = d.employer
