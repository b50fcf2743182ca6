select convert_to((
  select json_build_object('totalCount', (select count(*) from entrustment e1 where e1.region = (select vo.region from organisation vo where vo.id = $1)), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by (select o6.name from organisation o6 where o6.id = e1.unit) collate "C", e1.dated desc, e1.id desc) as place,
      json_build_object('year', e1.year, 'series', e1.series, 'specialty', e1.specialty, 'document', e1.document, 'dated', e1.dated, 'clauseId', e1.clause, 'agreed', e1.agreed, 'decision', e1.decision, 'unit', (
        select json_build_object('name', o2.name)
        from organisation o2
        where o2.id = e1.unit
      ), 'addressedTo', (
        select json_build_object('name', o3.name)
        from organisation o3
        where o3.id = e1.addressed_to
      ), 'decidedBy', (
        select json_build_object('name', o4.name)
        from organisation o4
        where o4.id = e1.decided_by
      ), 'committee', (
        select json_build_object('name', c5.name)
        from committee c5
        where c5.id = e1.committee
      )) as c0
    from entrustment e1
    where e1.region = (select vo.region from organisation vo where vo.id = $2)
    order by (select o6.name from organisation o6 where o6.id = e1.unit) collate "C", e1.dated desc, e1.id desc
    limit $3
  ) page
  having true
)::text, 'UTF8')
