select convert_to((
  select json_build_object('totalCount', (select count(*) from post_count p1 where p1.organisation = $1), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by p1.as_of, p1.id) as place,
      json_build_object('year', p1.year, 'band', p1.band, 'asOf', p1.as_of, 'approved', p1.approved, 'filled', p1.filled, 'vacant', p1.vacant, 'waiting', p1.waiting, 'recordedAt', p1.recorded_at, 'supersededAt', p1.superseded_at, 'departmentAgrees', p1.department_agrees, 'departmentSays', p1.department_says, 'personnelAgrees', p1.personnel_agrees, 'personnelSays', p1.personnel_says, 'organisation', (
        select json_build_object('name', o2.name)
        from organisation o2
        where o2.id = p1.organisation
      ), 'superior', (
        select json_build_object('name', o3.name)
        from organisation o3
        where o3.id = p1.superior
      ), 'department', (
        select json_build_object('name', o4.name)
        from organisation o4
        where o4.id = p1.department
      )) as c0
    from post_count p1
    where p1.organisation = $2
    order by p1.as_of, p1.id
    limit $3
  ) page
  having true
)::text, 'UTF8')
