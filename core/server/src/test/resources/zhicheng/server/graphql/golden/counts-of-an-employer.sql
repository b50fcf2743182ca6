with finest as materialized (
  select count(*) as n,
      d1.stage collate "C" as f0,
      d1.series collate "C" as f1,
      d1.level collate "C" as f2
  from dossier d1
  where ((d1.employer = $1 and d1.submitted_at is not null and d1.deleted_at is null) and d1.year = $2)
    group by f0, f1, f2
)
select convert_to(json_build_object('all', json_build_object('totalCount', (select coalesce(sum(f.n), 0) from finest f)), 'byStage', (
  select json_build_object('groups', coalesce(json_agg(json_build_object('by', json_build_object('stage', g.k0), 'count', g.n) order by g.place) filter (where g.place <= $3), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last) as place, g.*
    from (
      select coalesce(sum(f.n), 0) as n,
        f.f0 as k0
      from finest f
      group by k0
      having true
    ) g
    order by place
    limit $4
  ) g
  having true
), 'bySeriesAndLevel', (
  select json_build_object('groups', coalesce(json_agg(json_build_object('by', json_build_object('series', g.k0, 'level', g.k1), 'count', g.n) order by g.place) filter (where g.place <= $5), '[]'), 'hasMore', count(*) > $6)
  from (
    select row_number() over (order by g.n desc, g.k0 nulls last, g.k1 nulls last) as place, g.*
    from (
      select coalesce(sum(f.n), 0) as n,
        f.f1 as k0,
        f.f2 as k1
      from finest f
      group by k0, k1
      having true
    ) g
    order by place
    limit $7
  ) g
  having true
))::text, 'UTF8')
