select convert_to((
  select json_build_object('totalCount', (select count(*) from entrustment e1 where e1.unit = $1), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by e1.filed_at desc, e1.id desc) as place,
      json_build_object('series', e1.series, 'document', e1.document, 'filedAt', e1.filed_at, 'agreed', e1.agreed, 'decision', e1.decision, 'unit', (
        select json_build_object('name', o2.name)
        from organisation o2
        where o2.id = e1.unit
      ), 'addressedTo', (
        select json_build_object('name', o3.name)
        from organisation o3
        where o3.id = e1.addressed_to
      ), 'committee', (
        select json_build_object('name', c4.name)
        from committee c4
        where c4.id = e1.committee
      )) as c0
    from entrustment e1
    where e1.unit = $2
    order by e1.filed_at desc, e1.id desc
    limit $3
  ) page
  having true
)::text, 'UTF8')
