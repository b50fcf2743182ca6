select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d1.created_at desc, d1.id desc) as place,
      json_build_object('title', d1.title, 'stage', d1.stage, 'steps', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
        from (
          select row_number() over (order by d3.seq, d3.id) as place,
            json_build_object('seq', d3.seq, 'place', d3.place, 'kind', d3.kind, 'clauseId', d3.clause, 'dueAt', d3.due_at, 'outcome', d3.outcome, 'words', d3.words, 'unit', (
              select json_build_object('name', o4.name)
              from organisation o4
              where o4.id = d3.unit
            ), 'officer', d3.officer, 'responsible', (
              select json_build_object('name', p5.name)
              from person p5
              where (p5.id = d3.responsible and p5.id in (select ap.id from person ap where ap.employer = $1 union all select pd.applicant from dossier pd where (pd.employer = $2 and pd.submitted_at is not null and pd.deleted_at is null)))
            )) as c0
          from dossier_step d3
          where d3.dossier = d1.id
          order by d3.seq, d3.id
          limit $3
        ) page
        having true
      ), 'returns', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
        from (
          select row_number() over (order by d6.at desc, d6.number desc, d6.id desc) as place,
            json_build_object('number', d6.number, 'reason', d6.reason, 'backTo', d6.back_to, 'says', d6.says, 'dueAt', d6.due_at, 'answeredAt', d6.answered_at, 'items', (
              select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
              from (
                select row_number() over (order by d7.at desc, d7.place desc, d7.id desc) as place,
                  json_build_object('path', d7.path, 'accepted', d7.accepted, 'reason', d7.reason, 'clauseId', d7.clause) as c0
                from dossier_mark d7
                where d7.returned = d6.id
                order by d7.at desc, d7.place desc, d7.id desc
                limit $4
              ) page
              having true
            )) as c0
          from dossier_return d6
          where d6.dossier = d1.id
          order by d6.at desc, d6.number desc, d6.id desc
          limit $5
        ) page
        having true
      ), 'originals', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
        from (
          select row_number() over (order by o8.asked_at desc, o8.id desc) as place,
            json_build_object('says', o8.says, 'agree', o8.agree, 'found', o8.found, 'whereKept', o8.where_kept) as c0
          from originals o8
          where o8.dossier = d1.id
          order by o8.asked_at desc, o8.id desc
          limit $6
        ) page
        having true
      ), 'publications', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
        from (
          select row_number() over (order by p9.opened_at desc, p9.id desc) as place,
            json_build_object('whereShown', p9.where_shown, 'until', p9.until, 'clauseId', p9.clause, 'endedAt', p9.ended_at, 'objections', (
              select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
              from (
                select row_number() over (order by o10.at desc, o10.id desc) as place,
                  json_build_object('byName', o10.by_name, 'says', o10.says, 'upheld', o10.upheld) as c0
                from objection o10
                where (o10.publication = p9.id and (o10.by_account = $7 or exists (select 1 from dossier od where od.id = o10.dossier and (od.employer = $8 and od.submitted_at is not null and od.deleted_at is null))))
                order by o10.at desc, o10.id desc
                limit $9
              ) page
              having true
            )) as c0
          from publication p9
          where p9.dossier = d1.id
          order by p9.opened_at desc, p9.id desc
          limit $10
        ) page
        having true
      )) as c0
    from dossier d1
    where ((d1.employer = $11 and d1.submitted_at is not null and d1.deleted_at is null) and exists (select 1 from dossier_return d2 where (d2.dossier = d1.id and d2.counted = $12) offset 0))
    order by d1.created_at desc, d1.id desc
    limit $13
  ) page
  having true
)::text, 'UTF8')
