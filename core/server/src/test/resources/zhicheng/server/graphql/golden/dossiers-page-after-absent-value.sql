select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > $2), 'totalCount', (select count(*) from dossier d1 where (d1.region = (select vo.region from organisation vo where vo.id = $3) and d1.submitted_at is not null and d1.deleted_at is null)))
  from (
    select row_number() over (order by d1.education_tenths nulls last, d1.id) as place,
      json_build_object('id', d1.id, 'educationTenths', d1.education_tenths) as c0
    from dossier d1
    where ((d1.region = (select vo.region from organisation vo where vo.id = $4) and d1.submitted_at is not null and d1.deleted_at is null) and (d1.education_tenths is null and d1.id > $5::text::uuid))
    order by d1.education_tenths nulls last, d1.id
    limit $6
  ) page
  having true
)::text, 'UTF8')
