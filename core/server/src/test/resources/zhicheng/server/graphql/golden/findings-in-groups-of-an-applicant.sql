select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d1.at desc, d1.place, d1.id) as place,
      json_build_object('place', d1.place, 'rule', d1.rule, 'clauseId', d1.clause, 'outcome', d1.verdict, 'dossier', (
        select json_build_object('title', d2.title)
        from dossier d2
        where d2.id = d1.dossier
      )) as c0
    from dossier_finding d1
    where exists (select 1 from dossier fd where fd.id = d1.dossier and fd.applicant = $1)
    order by d1.at desc, d1.place, d1.id
    limit $2
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('rule', g.k0, 'clauseId', g.k1, 'outcome', g.k2)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last, g.k2 nulls last) as place, g.*
    from (
      select count(*) as n,
        d1.rule collate "C" as k0,
        d1.clause collate "C" as k1,
        d1.verdict collate "C" as k2
      from dossier_finding d1
      where exists (select 1 from dossier fd where fd.id = d1.dossier and fd.applicant = $2)
      group by k0, k1, k2
      having true
    ) g
    order by place
    limit $3
  ) g
  having true
)::text, 'UTF8')

select convert_to(json_build_object(
  'holds', coalesce((d1.verdict = $1 and d1.path is null), false),
  'parts', (
    select json_agg(json_build_object('path', p.path, 'holds', p.holds, 'shown', p.shown) order by p.place)
    from (values
      (0,
        $2::text,
        coalesce((d1.verdict = $3 and d1.path is null), false),
        null::text),
      (1,
        $4::text,
        coalesce(d1.verdict = $5, false),
        (to_json(d1.verdict) #>> array[]::text[])),
      (2,
        $6::text,
        coalesce(d1.path is null, false),
        (to_json(d1.path) #>> array[]::text[]))) p (place, path, holds, shown)
  ))::text, 'UTF8')
from dossier_finding d1
where (d1.id = $7 and exists (select 1 from dossier fd where fd.id = d1.dossier and fd.applicant = $8))

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('kind', g.k0)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last) as place, g.*
    from (
      select count(*) as n,
        m1.kind collate "C" as k0
      from message m1
      where ((m1.person = $2 or m1.account = $3) and m1.read_at is null)
      group by k0
      having true
    ) g
    order by place
    limit $4
  ) g
  having true
)::text, 'UTF8')
