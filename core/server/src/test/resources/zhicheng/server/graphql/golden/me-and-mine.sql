select convert_to(json_build_object('name', a1.name, 'roles', a1.roles, 'organisation', (
  select json_build_object('name', o2.name)
  from organisation o2
  where o2.id = a1.organisation
), 'person', (
  select json_build_object('name', p3.name, 'gender', p3.gender, 'birthDate', p3.birth_date, 'residence', p3.residence, 'identityNumber', p3.identity_masked, 'dossiers', (
    select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'pageInfo', json_build_object('endCursor', json_agg(page.c1 order by page.place desc) filter (where page.place <= $2) -> 0, 'hasNextPage', count(*) > $3))
    from (
      select row_number() over (order by d4.title collate "C", d4.id) as place,
        json_build_object('title', d4.title) as c0,
        json_build_array('#_01gVute3lfJJyD-8Nz_Ij4U', 0, d4.title, d4.id, d4.applicant) as c1
      from dossier d4
      where (d4.applicant = p3.id and d4.applicant = $4)
      order by d4.title collate "C", d4.id
      limit $5
    ) page
    having true
  ), 'certificates', (
    select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
    from (
      select row_number() over (order by c5.issued_at desc, c5.id desc) as place,
        json_build_object('number', c5.number, 'title', c5.title, 'obtainedOn', c5.obtained_on) as c0
      from certificate c5
      where (c5.person = p3.id and c5.person = $6)
      order by c5.issued_at desc, c5.id desc
      limit $7
    ) page
    having true
  ), 'achievements', (
    select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
    from (
      select row_number() over (order by a6.achieved_on desc nulls last, a6.id desc) as place,
        json_build_object('kind', a6.kind, 'title', a6.title, 'achievedOn', a6.achieved_on) as c0
      from achievement a6
      where (a6.person = p3.id and a6.person = $8)
      order by a6.achieved_on desc nulls last, a6.id desc
      limit $9
    ) page
    having true
  ), 'integrityEntries', (select json_build_object('totalCount', (select count(*) from integrity_entry i7 where (i7.person = p3.id and i7.person = $10)))))
  from person p3
  where (p3.id = a1.person and p3.id = $11)
))::text, 'UTF8')
from account a1
where (a1.id = $12 and a1.id = $13)
