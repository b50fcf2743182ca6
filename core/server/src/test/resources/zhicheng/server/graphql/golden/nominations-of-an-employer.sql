select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by n1.at desc, n1.id desc) as place,
      json_build_object('year', n1.year, 'category', n1.category, 'place', n1.place, 'dossier', (
        select json_build_object('title', d2.title, 'applicant', (
          select json_build_object('name', p3.name)
          from person p3
          where p3.id = d2.applicant
        ))
        from dossier d2
        where d2.id = n1.dossier
      )) as c0
    from nomination n1
    where exists (select 1 from dossier cd where cd.id = n1.dossier and (cd.employer = $1 and cd.submitted_at is not null and cd.deleted_at is null))
    order by n1.at desc, n1.id desc
    limit $2
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by n1.from_day desc, n1.id desc) as place,
      json_build_object('grade', n1.grade, 'clauseId', n1.clause, 'from', n1.from_day, 'lostAt', n1.lost_at, 'organisation', (
        select json_build_object('name', o2.name)
        from organisation o2
        where o2.id = n1.organisation
      )) as c0
    from nominator n1
    where n1.organisation = $1
    order by n1.from_day desc, n1.id desc
    limit $2
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('year', g.k0, 'category', g.k1)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last) as place, g.*
    from (
      select count(*) as n,
        n1.year as k0,
        n1.category collate "C" as k1
      from nomination n1
      where exists (select 1 from dossier cd where cd.id = n1.dossier and (cd.employer = $2 and cd.submitted_at is not null and cd.deleted_at is null))
      group by k0, k1
      having true
    ) g
    order by place
    limit $3
  ) g
  having true
)::text, 'UTF8')
