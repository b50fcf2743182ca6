select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by o0 desc, o1 desc) as place, either.*
    from (
      (
        select true as found, one.o0, one.o1,
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
        from (
          select *
          from (
            select d4.*
            from (
              select d4.id as found,
                d4.created_at as o0,
                d4.id as o1
              from dossier d4
              where (d4.employer = $4 and ((d4.employer = $5 and d4.submitted_at is not null and d4.deleted_at is null) and exists (select 1 from dossier_verification d5 where (d5.dossier = d4.id and (d5.kind = $6 and d5.state = $7)) offset 0)))
              order by o0 desc, o1 desc
              limit $8
            ) d4
          ) which
          order by o0 desc, o1 desc
          limit $9
        ) one join dossier d1 on d1.id = one.found
      )
    ) either
    order by place
    limit $10
  ) page
  having true
)::text, 'UTF8')
