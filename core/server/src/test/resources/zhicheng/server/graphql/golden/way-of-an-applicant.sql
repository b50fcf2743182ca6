select convert_to((
  select json_build_object('totalCount', (select count(*) from dossier_step d1 where exists (select 1 from dossier cd where cd.id = d1.dossier and cd.applicant = $1)), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by null::text collate "C" nulls last, d1.seq, d1.id) as place,
      json_build_object('seq', d1.seq, 'kind', d1.kind, 'officer', null::text, 'responsible', (
        select json_build_object('name', p2.name)
        from person p2
        where (p2.id = d1.responsible and p2.id = $2)
      )) as c0
    from dossier_step d1
    where exists (select 1 from dossier cd where cd.id = d1.dossier and cd.applicant = $3)
    order by null::text collate "C" nulls last, d1.seq, d1.id
    limit $4
  ) page
  having true
)::text, 'UTF8')

select convert_to((select json_build_object('totalCount', (select count(*) from dossier_step d1 where (exists (select 1 from dossier cd where cd.id = d1.dossier and cd.applicant = $1) and null::text = $2))))::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('by', json_build_object('officer', g.k0), 'count', g.n) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last) as place, g.*
    from (
      select count(*) as n,
        null::text collate "C" as k0
      from dossier_step d1
      where exists (select 1 from dossier cd where cd.id = d1.dossier and cd.applicant = $2)
      group by k0
      having true
    ) g
    order by place
    limit $3
  ) g
  having true
)::text, 'UTF8')
