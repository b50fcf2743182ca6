select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('year', g.k0, 'band', g.k1), 'sum', json_build_object('approved', g.m2, 'filled', g.m3, 'vacant', g.m4, 'requested', g.m5), 'max', json_build_object('vacant', g.m6)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last) as place, g.*
    from (
      select count(*) as n,
        p1.year as k0,
        p1.band collate "C" as k1,
        (coalesce(sum(p1.approved), 0)::numeric)::float8 as m2,
        (coalesce(sum(p1.filled), 0)::numeric)::float8 as m3,
        (coalesce(sum(p1.vacant), 0)::numeric)::float8 as m4,
        (coalesce(sum(p1.requested), 0)::numeric)::float8 as m5,
        (max(p1.vacant))::float8 as m6
      from post_count p1
      where (p1.region = (select vo.region from organisation vo where vo.id = $2) and p1.superseded_at is null)
      group by k0, k1
      having true
    ) g
    order by place
    limit $3
  ) g
  having true
)::text, 'UTF8')

select convert_to(json_build_object(
  'holds', coalesce((p1.vacant >= $1 and p1.department_agrees = $2), false),
  'parts', (
    select json_agg(json_build_object('path', p.path, 'holds', p.holds, 'shown', p.shown) order by p.place)
    from (values
      (0,
        $3::text,
        coalesce((p1.vacant >= $4 and p1.department_agrees = $5), false),
        null::text),
      (1,
        $6::text,
        coalesce(p1.vacant >= $7, false),
        (to_json(p1.vacant) #>> array[]::text[])),
      (2,
        $8::text,
        coalesce(p1.department_agrees = $9, false),
        (to_json(p1.department_agrees) #>> array[]::text[]))) p (place, path, holds, shown)
  ))::text, 'UTF8')
from post_count p1
where (p1.id = $10 and p1.region = (select vo.region from organisation vo where vo.id = $11))
