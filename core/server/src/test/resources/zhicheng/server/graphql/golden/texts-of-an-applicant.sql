select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'), 'totalCount', (select count(*) from dossier d1 where (d1.applicant = $1 and (search_has('Dossier', d1.id, (select search_phrase($2)), 'title') and exists (select 1 from person p2 where (p2.id = d1.applicant and search_has('Person', p2.id, (select search_start($3)), 'name'))) and exists (select 1 from dossier_achievement d3 where (d3.dossier = d1.id and search_has('DossierAchievement', d3.id, (select search_phrase($4)), 'title')) offset 0)))))
  from (
    select row_number() over (order by d1.created_at desc, d1.id desc) as place,
      json_build_object('id', d1.id, 'title', d1.title) as c0
    from dossier d1
    where (d1.applicant = $5 and (search_has('Dossier', d1.id, (select search_phrase($6)), 'title') and exists (select 1 from person p2 where (p2.id = d1.applicant and search_has('Person', p2.id, (select search_start($7)), 'name'))) and exists (select 1 from dossier_achievement d3 where (d3.dossier = d1.id and search_has('DossierAchievement', d3.id, (select search_phrase($8)), 'title')) offset 0)))
    order by d1.created_at desc, d1.id desc
    limit $9
  ) page
  having true
)::text, 'UTF8')
