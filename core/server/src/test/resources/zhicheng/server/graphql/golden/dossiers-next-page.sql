select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > $2, 'hasPreviousPage', true, 'endCursor', json_agg(page.c1 order by page.place desc) filter (where page.place <= $3) -> 0))
  from (
    select row_number() over (order by d1.education_tenths nulls last, d1.id) as place,
      json_build_object('id', d1.id, 'educationTenths', d1.education_tenths) as c0,
      json_build_array('#_01gVute3lfJJyD-8Nz_Ij4U', 0, d1.education_tenths, d1.id) as c1
    from dossier d1
    where ((d1.region = (select vo.region from organisation vo where vo.id = $4) and d1.submitted_at is not null and d1.deleted_at is null) and (d1.education_tenths > $5::text::integer or d1.education_tenths is null or (d1.education_tenths = $6::text::integer and d1.id > $7::text::uuid)))
    order by d1.education_tenths nulls last, d1.id
    limit $8
  ) page
  having true
)::text, 'UTF8')
