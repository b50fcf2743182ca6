select (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= ?), '[]'), 'totalCount', (select count(*) from trail t1 where (t1.subject_kind = ? or t1.clause = ?)), 'pageInfo', json_build_object('hasNextPage', count(*) > ?))
  from (
    select row_number() over (order by t1.at desc, t1.place desc, t1.id desc) as place, json_build_array(t1.at, t1.place, t1.id) as keys,
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
    where (t1.subject_kind = ? or t1.clause = ?)
    order by t1.at desc, t1.place desc, t1.id desc
    limit ?
  ) page
  having true
)

select (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= ?), '[]'))
  from (
    select row_number() over (order by t1.at desc, t1.place desc, t1.id desc) as place, json_build_array(t1.at, t1.place, t1.id) as keys,
      json_build_object('capacity', t1.capacity, 'clause', t1.clause) as c0
    from trail t1
    where t1.by_expert = ?
    order by t1.at desc, t1.place desc, t1.id desc
    limit ?
  ) page
  having true
)
