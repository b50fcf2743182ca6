select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'totalCount', (select count(*) from trail t1 where (t1.subject_kind = $2 or t1.clause = $3)), 'pageInfo', json_build_object('hasNextPage', count(*) > $4))
  from (
    select row_number() over (order by t1.at desc, t1.place desc, t1.id desc) as place,
      json_build_object('at', t1.at, 'act', t1.act, 'subjectKind', t1.subject_kind, 'subjectId', t1.subject, 'actorId', t1.actor, 'capacity', t1.capacity, 'clause', t1.clause, 'byExpert', t1.by_expert, 'organisation', (
        select json_build_object('name', o2.name)
        from organisation o2
        where o2.id = t1.organisation
      ), 'dossier', (
        select json_build_object('title', d3.title)
        from dossier d3
        where (d3.id = t1.subject and false)
      )) as c0
    from trail t1
    where (t1.subject_kind = $5 or t1.clause = $6)
    order by t1.at desc, t1.place desc, t1.id desc
    limit $7
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by t1.at desc, t1.place desc, t1.id desc) as place,
      json_build_object('capacity', t1.capacity, 'clause', t1.clause) as c0
    from trail t1
    where t1.by_expert = $1
    order by t1.at desc, t1.place desc, t1.id desc
    limit $2
  ) page
  having true
)::text, 'UTF8')
