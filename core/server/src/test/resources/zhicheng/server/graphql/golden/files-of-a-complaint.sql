select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by c1.received_at desc, c1.id desc) as place,
      json_build_object('says', c1.says, 'files', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
        from (
          select row_number() over (order by c2.place, c2.id) as place,
            json_build_object('name', c2.name, 'size', c2.size, 'receivedAt', c2.received_at, 'unit', (
              select json_build_object('name', o3.name)
              from organisation o3
              where o3.id = c2.unit
            )) as c0
          from case_file c2
          where c2.complaint = c1.id
          order by c2.place, c2.id
          limit $1
        ) page
        having true
      )) as c0
    from complaint c1
    where c1.unit = $2
    order by c1.received_at desc, c1.id desc
    limit $3
  ) page
  having true
)::text, 'UTF8')
