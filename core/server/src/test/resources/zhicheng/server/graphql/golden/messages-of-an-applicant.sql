select convert_to((
  select json_build_object('totalCount', (select count(*) from message m1 where (m1.person = $1 or m1.account = $2)), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by m1.at desc, m1.id desc) as place,
      json_build_object('kind', m1.kind, 'zh', m1.zh, 'clauseId', m1.clause, 'at', m1.at, 'dueAt', m1.due_at, 'readAt', m1.read_at, 'person', (
        select json_build_object('name', p2.name)
        from person p2
        where p2.id = m1.person
      ), 'dossier', (
        select json_build_object('title', d3.title, 'stage', d3.stage)
        from dossier d3
        where (d3.id = m1.dossier and d3.applicant = $3)
      )) as c0
    from message m1
    where (m1.person = $4 or m1.account = $5)
    order by m1.at desc, m1.id desc
    limit $6
  ) page
  having true
)::text, 'UTF8')
