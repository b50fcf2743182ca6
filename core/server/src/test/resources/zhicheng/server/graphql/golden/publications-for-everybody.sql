select convert_to((
  select json_build_object('totalCount', (select count(*) from publication p1 where (p1.ended_at is null and p1.until > (select viewer_time()))), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by p1.opened_at desc, p1.id desc) as place,
      json_build_object('whereShown', p1.where_shown, 'particulars', p1.particulars, 'openedAt', p1.opened_at, 'until', p1.until, 'days', p1.days, 'working', p1.working, 'clauseId', p1.clause, 'unit', (
        select json_build_object('name', o2.name)
        from organisation o2
        where o2.id = p1.unit
      ), 'dossier', (
        select json_build_object('title', d3.title)
        from dossier d3
        where (d3.id = p1.dossier and false)
      ), 'objections', (select json_build_object('totalCount', (select count(*) from objection o4 where (o4.publication = p1.id and false))))) as c0
    from publication p1
    where (p1.ended_at is null and p1.until > (select viewer_time()))
    order by p1.opened_at desc, p1.id desc
    limit $1
  ) page
  having true
)::text, 'UTF8')
