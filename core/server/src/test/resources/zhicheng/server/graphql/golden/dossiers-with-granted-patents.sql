select (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= ?), '[]'))
  from (
    select row_number() over (order by d1.minutes_before_close nulls last, d1.id) as place, json_build_array(d1.minutes_before_close, d1.id) as keys,
      json_build_object('id', d1.id, 'minutesBeforeClose', d1.minutes_before_close, 'hours', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= ?), '[]'))
        from (
          select row_number() over (order by d2.year desc, d2.id desc) as place, json_build_array(d2.year, d2.id, d2.dossier) as keys,
            json_build_object('year', d2.year, 'tenths', d2.tenths) as c0
          from dossier_hours d2
          where (d2.dossier = d1.id and exists (select 1 from dossier cd where cd.id = d2.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)) and ((d2.province = ?) is not true and d2.tenths = any (?)))
          order by d2.year desc, d2.id desc
          limit ?
        ) page
        having true
      ), 'achievements', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= ?), '[]'), 'totalCount', (select count(*) from dossier_achievement d3 where (d3.dossier = d1.id and exists (select 1 from dossier cd where cd.id = d3.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)) and (d3.kind = ? and d3.granted = ?))))
        from (
          select row_number() over (order by d3.achieved_on desc nulls last, d3.id desc) as place, json_build_array(d3.achieved_on, d3.id, d3.dossier) as keys,
            json_build_object('title', d3.title, 'number', d3.number, 'granted', d3.granted, 'rank', d3.rank, 'benefit', d3.benefit) as c0
          from dossier_achievement d3
          where (d3.dossier = d1.id and exists (select 1 from dossier cd where cd.id = d3.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)) and (d3.kind = ? and d3.granted = ?))
          order by d3.achieved_on desc nulls last, d3.id desc
          limit ?
        ) page
        having true
      )) as c0
    from dossier d1
    where ((d1.region = (select vo.region from organisation vo where vo.id = ?) and d1.submitted_at is not null and d1.deleted_at is null) and d1.year = ?)
    order by d1.minutes_before_close nulls last, d1.id
    limit ?
  ) page
  having true
)
