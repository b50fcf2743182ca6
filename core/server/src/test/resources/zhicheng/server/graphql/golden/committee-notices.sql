select convert_to((
  select json_build_object('edges', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by c1.intake_until desc, c1.id desc) as place,
      json_build_object('cursor', json_build_array('#_01gVute3lfJJyD-8Nz_Ij4U', 0, c1.intake_until, c1.id), 'node', json_build_object('year', c1.year, 'link', c1.link, 'remark', c1.remark, 'committee', (
        select json_build_object('name', c2.name)
        from committee c2
        where c2.id = c1.committee
      ))) as c0
    from committee_notice c1
    where true
    order by c1.intake_until desc, c1.id desc
    limit $1
  ) page
  having true
)::text, 'UTF8')
