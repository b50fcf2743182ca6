select convert_to(row::text, 'UTF8') from (
select (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'totalCount', (select count(*) from dossier d1 where false))
  from (
    select row_number() over (order by d1.created_at desc, d1.id desc) as place, json_build_array(d1.created_at, d1.id) as keys,
      json_build_object('id', d1.id) as c0
    from dossier d1
    where false
    order by d1.created_at desc, d1.id desc
    limit $2
  ) page
  having true
)
) answer(row)
