select convert_to((
  select json_build_object('totalCount', (select count(*) from dossier d1 where (d1.applicant = $1 and (search_has('Dossier', d1.id, (select search_phrase($2)), 'title') or search_has('Dossier', d1.id, (select search_start($3)), 'specialty')))), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d1.created_at desc, d1.id desc) as place,
      json_build_object('id', d1.id, 'title', d1.title, 'specialty', d1.specialty) as c0
    from dossier d1
    where (d1.applicant = $4 and (search_has('Dossier', d1.id, (select search_phrase($5)), 'title') or search_has('Dossier', d1.id, (select search_start($6)), 'specialty')))
    order by d1.created_at desc, d1.id desc
    limit $7
  ) page
  having true
)::text, 'UTF8')
