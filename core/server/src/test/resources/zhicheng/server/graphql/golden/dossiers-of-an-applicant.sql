select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'totalCount', (select count(*) from dossier d1 where d1.applicant = $2), 'pageInfo', json_build_object('hasNextPage', count(*) > $3, 'hasPreviousPage', false))
  from (
    select row_number() over (order by d1.created_at desc, d1.id desc) as place,
      json_build_object('id', d1.id, 'title', d1.title, 'stage', d1.stage, 'educationTenths', d1.education_tenths, 'submittedAt', d1.submitted_at) as c0
    from dossier d1
    where d1.applicant = $4
    order by d1.created_at desc, d1.id desc
    limit $5
  ) page
  having true
)::text, 'UTF8')
