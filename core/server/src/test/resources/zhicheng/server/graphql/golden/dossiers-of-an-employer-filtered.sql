select convert_to((
  select json_build_object('edges', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d1.education_tenths desc nulls last, d1.id desc) as place,
      json_build_object('cursor', json_build_array('#_01gVute3lfJJyD-8Nz_Ij4U', 0, d1.education_tenths, d1.id), 'node', json_build_object('title', d1.title, 'level', d1.level, 'applicant', (
        select json_build_object('name', p4.name, 'identityNumber', p4.identity_masked, 'employer', (
          select json_build_object('name', o5.name, 'parent', (
            select json_build_object('name', o6.name)
            from organisation o6
            where o6.id = o5.parent
          ))
          from organisation o5
          where o5.id = p4.employer
        ))
        from person p4
        where p4.id = d1.applicant
      ), 'committee', (
        select json_build_object('name', c7.name)
        from committee c7
        where c7.id = d1.committee
      ))) as c0
    from dossier d1
    where ((d1.employer = $1 and d1.submitted_at is not null and d1.deleted_at is null) and (((d1.level = $2 and d1.specialty = $3) or (d1.specialty = $4) is not true) and d1.stage = any ($5) and exists (select 1 from person p2 where (p2.id = d1.applicant and exists (select 1 from organisation o3 where (o3.id = p2.employer and o3.area_code = $6))))))
    order by d1.education_tenths desc nulls last, d1.id desc
    limit $7
  ) page
  having true
)::text, 'UTF8')
