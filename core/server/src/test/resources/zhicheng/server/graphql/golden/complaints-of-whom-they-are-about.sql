select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.n) as place, g.*
    from (
      select count(*) as n
      from complaint c1
      where false
      having true
    ) g
    order by place
    limit $2
  ) g
  having true
)::text, 'UTF8')

select convert_to(json_build_object(
  'holds', coalesce(true, false))::text, 'UTF8')
from complaint c1
where (c1.id = $1 and false)
