select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d1.minutes_before_close nulls last, d1.id) as place,
      json_build_object('id', d1.id, 'minutesBeforeClose', d1.minutes_before_close, 'hours', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
        from (
          select row_number() over (order by d2.year desc, d2.id desc) as place,
            json_build_object('year', d2.year, 'tenths', d2.tenths) as c0
          from dossier_hours d2
          where (d2.dossier = d1.id and (d2.tenths = any ($1) and (d2.province = $2) is not true))
          order by d2.year desc, d2.id desc
          limit $3
        ) page
        having true
      ), 'achievements', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'), 'totalCount', (select count(*) from dossier_achievement d3 where (d3.dossier = d1.id and (d3.kind = $4 and d3.granted = $5))))
        from (
          select row_number() over (order by d3.achieved_on desc nulls last, d3.id desc) as place,
            json_build_object('title', d3.title, 'number', d3.number, 'granted', d3.granted, 'rank', d3.rank, 'benefit', d3.benefit) as c0
          from dossier_achievement d3
          where (d3.dossier = d1.id and (d3.kind = $6 and d3.granted = $7))
          order by d3.achieved_on desc nulls last, d3.id desc
          limit $8
        ) page
        having true
      )) as c0
    from dossier d1
    where ((d1.region = (select vo.region from organisation vo where vo.id = $9) and d1.submitted_at is not null and d1.deleted_at is null) and d1.year = $10)
    order by d1.minutes_before_close nulls last, d1.id
    limit $11
  ) page
  having true
)::text, 'UTF8')
