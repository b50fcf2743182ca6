select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'), 'totalCount', (select count(*) from dossier d1 where false))
  from (
    select row_number() over (order by d1.created_at desc, d1.id desc) as place,
      json_build_object('id', d1.id) as c0
    from dossier d1
    where false
    order by d1.created_at desc, d1.id desc
    limit $1
  ) page
  having true
)::text, 'UTF8')

select null::bytea where false
