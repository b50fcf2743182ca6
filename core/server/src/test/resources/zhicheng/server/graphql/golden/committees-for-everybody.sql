select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by c1.name collate "C", c1.id) as place,
      json_build_object('name', c1.name, 'kind', c1.kind, 'series', c1.series, 'levels', c1.levels, 'remark', c1.remark, 'madeUp', c1.made_up, 'founder', (
        select json_build_object('name', o2.name)
        from organisation o2
        where o2.id = c1.founder
      ), 'filings', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'totalCount', (select count(*) from committee_filing c3 where c3.committee = c1.id), 'pageInfo', json_build_object('hasNextPage', count(*) > $2))
        from (
          select row_number() over (order by c3.from_day desc, c3.id desc) as place,
            json_build_object('from', c3.from_day, 'until', c3.until_day, 'status', c3.status, 'document', c3.document) as c0
          from committee_filing c3
          where c3.committee = c1.id
          order by c3.from_day desc, c3.id desc
          limit $3
        ) page
        having true
      ), 'open', (
        select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
        from (
          select row_number() over (order by c4.intake_from, c4.id) as place,
            json_build_object('series', c4.series, 'levels', c4.levels, 'intakeFrom', c4.intake_from, 'intakeUntil', c4.intake_until) as c0
          from committee_notice c4
          where (c4.committee = c1.id and c4.year = $4)
          order by c4.intake_from, c4.id
          limit $5
        ) page
        having true
      ), 'meetings', (select json_build_object('totalCount', (select count(*) from meeting m5 where (m5.committee = c1.id and false))))) as c0
    from committee c1
    where c1.region = $6
    order by c1.name collate "C", c1.id
    limit $7
  ) page
  having true
)::text, 'UTF8')
