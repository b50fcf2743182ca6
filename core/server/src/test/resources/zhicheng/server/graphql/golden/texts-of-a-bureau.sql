select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'totalCount', (select count(*) from dossier d1 where ((d1.region = (select vo.region from organisation vo where vo.id = $2) and d1.submitted_at is not null and d1.deleted_at is null) and (d1.id in (select found from search_ids('Dossier', search_phrase($3), 'title') found) and exists (select 1 from person p2 where (p2.id = d1.applicant and p2.id in (select found from search_ids('Person', search_start($4), 'name') found))) and exists (select 1 from dossier_achievement d3 where (d3.dossier = d1.id and strpos(search_normal(d3.title), search_normal($5)) > 0) offset 0)))))
  from (
    select row_number() over (order by d1.created_at desc, d1.id desc) as place,
      json_build_object('id', d1.id, 'title', d1.title) as c0
    from dossier d1
    where ((d1.region = (select vo.region from organisation vo where vo.id = $6) and d1.submitted_at is not null and d1.deleted_at is null) and (d1.id in (select found from search_ids('Dossier', search_phrase($7), 'title') found) and exists (select 1 from person p2 where (p2.id = d1.applicant and p2.id in (select found from search_ids('Person', search_start($8), 'name') found))) and exists (select 1 from dossier_achievement d3 where (d3.dossier = d1.id and strpos(search_normal(d3.title), search_normal($9)) > 0) offset 0)))
    order by d1.created_at desc, d1.id desc
    limit $10
  ) page
  having true
)::text, 'UTF8')
