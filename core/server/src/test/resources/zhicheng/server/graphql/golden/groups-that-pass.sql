select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('by', json_build_object('employerName', g.k0), 'count', g.n, 'sum', json_build_object('educationTenths', g.m1), 'average', json_build_object('educationTenths', g.m2)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last) as place, g.*
    from (
      select count(*) as n,
        (select o2.name from organisation o2 where o2.id = d1.employer) collate "C" as k0,
        (coalesce(sum(d1.education_tenths), 0)::numeric)::float8 as m1,
        (round(avg(d1.education_tenths), 2))::float8 as m2
      from dossier d1
      where (d1.region = (select vo.region from organisation vo where vo.id = $2) and d1.submitted_at is not null and d1.deleted_at is null)
      group by k0
      having (count(*) >= $3 and round(avg(d1.education_tenths), 2) > $4 and max(d1.minutes_before_close) is not null)
    ) g
    order by place
    limit $5
  ) g
  having true
)::text, 'UTF8')
