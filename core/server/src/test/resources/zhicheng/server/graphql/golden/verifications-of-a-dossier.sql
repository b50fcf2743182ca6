select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d1.created_at desc, d1.id desc) as place,
      json_build_object('title', d1.title, 'verifications', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'), 'totalCount', (select count(*) from dossier_verification d3 where (d3.dossier = d1.id and d3.state <> $1)))
        from (
          select row_number() over (order by d3.path collate "C", d3.id) as place,
            json_build_object('kind', d3.kind, 'path', d3.path, 'state', d3.state, 'source', d3.source, 'at', d3.at, 'validUntil', d3.valid_until, 'clauseId', d3.clause) as c0
          from dossier_verification d3
          where (d3.dossier = d1.id and d3.state <> $2)
          order by d3.path collate "C", d3.id
          limit $3
        ) page
        having true
      )) as c0
    from dossier d1
    where ((d1.employer = $4 and d1.submitted_at is not null and d1.deleted_at is null) and exists (select 1 from dossier_verification d2 where (d2.dossier = d1.id and (d2.kind = $5 and d2.state = $6)) offset 0))
    order by d1.created_at desc, d1.id desc
    limit $7
  ) page
  having true
)::text, 'UTF8')
