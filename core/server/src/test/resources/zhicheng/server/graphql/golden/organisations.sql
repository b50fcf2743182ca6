select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by o1.name collate "C", o1.id) as place,
      json_build_object('name', o1.name, 'creditCode', o1.credit_code, 'kind', o1.kind, 'areaCode', o1.area_code, 'parent', (
        select json_build_object('name', o3.name)
        from organisation o3
        where o3.id = o1.parent
      )) as c0
    from organisation o1
    where exists (select 1 from organisation o2 where (o2.id = o1.parent and o2.name = $1))
    order by o1.name collate "C", o1.id
    limit $2
  ) page
  having true
)::text, 'UTF8')

select convert_to(json_build_object('name', o1.name)::text, 'UTF8')
from organisation o1
where o1.id = $1
