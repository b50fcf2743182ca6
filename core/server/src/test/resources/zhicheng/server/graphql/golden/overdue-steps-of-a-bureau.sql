select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by (select o4.name from organisation o4 where o4.id = d1.unit) collate "C" nulls last, d1.id) as place,
      json_build_object('kind', d1.kind, 'dueAt', d1.due_at, 'unit', (
        select json_build_object('name', o2.name)
        from organisation o2
        where o2.id = d1.unit
      ), 'dossier', (
        select json_build_object('title', d3.title)
        from dossier d3
        where d3.id = d1.dossier
      )) as c0
    from dossier_step d1
    where (exists (select 1 from dossier cd where cd.id = d1.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $1) and cd.submitted_at is not null and cd.deleted_at is null)) and (d1.done_at is null and d1.due_at <= $2))
    order by (select o4.name from organisation o4 where o4.id = d1.unit) collate "C" nulls last, d1.id
    limit $3
  ) page
  having true
)::text, 'UTF8')
