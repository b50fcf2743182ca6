select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('by', json_build_object('series', g.k0, 'submittedMonth', g.k1), 'count', g.n, 'sum', json_build_object('educationTenths', g.m2), 'average', json_build_object('educationTenths', g.m3, 'minutesBeforeClose', g.m4), 'min', json_build_object('educationTenths', g.m5), 'max', json_build_object('educationTenths', g.m6)) order by g.place) filter (where g.place <= $1), '[]'), 'hasMore', count(*) > $2)
  from (
    select row_number() over (order by g.n desc, g.k0 nulls last, g.k1 nulls last) as place, g.*
    from (
      select count(*) as n,
        d1.series collate "C" as k0,
        to_char(d1.submitted_at at time zone 'Etc/GMT-8', 'YYYY-MM') collate "C" as k1,
        (coalesce(sum(d1.education_tenths), 0)::numeric)::float8 as m2,
        (round(avg(d1.education_tenths), 2))::float8 as m3,
        (round(avg(d1.minutes_before_close), 2))::float8 as m4,
        (min(d1.education_tenths))::float8 as m5,
        (max(d1.education_tenths))::float8 as m6
      from dossier d1
      where (((d1.committee = any (array(select vc.id from committee vc where vc.office = $3)) and d1.submitted_at is not null and d1.deleted_at is null) and d1.intake_at is not null) and d1.year = $4)
      group by k0, k1
      having true
    ) g
    order by place
    limit $5
  ) g
  having true
)::text, 'UTF8')
