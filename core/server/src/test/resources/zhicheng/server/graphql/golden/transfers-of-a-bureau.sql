select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by t1.created_at desc, t1.id desc) as place,
      json_build_object('fromSeries', t1.from_series, 'series', t1.series, 'level', t1.level, 'levelSince', t1.level_since, 'person', (
        select json_build_object('name', p3.name)
        from person p3
        where (p3.id = t1.person and ((p3.provisional = false and p3.region = (select vo.region from organisation vo where vo.id = $1)) or exists (select 1 from dossier pd where pd.applicant = p3.id and (pd.region = (select vo.region from organisation vo where vo.id = $2) and pd.submitted_at is not null and pd.deleted_at is null))))
      ), 'dossier', (
        select json_build_object('title', d4.title)
        from dossier d4
        where (d4.id = t1.dossier and (d4.region = (select vo.region from organisation vo where vo.id = $3) and d4.submitted_at is not null and d4.deleted_at is null))
      ), 'spent', (
        select json_build_object('totalCount', (select count(*) from spent_achievement s5 where s5.transfer = t1.id), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
        from (
          select row_number() over (order by s5.spent_at desc, s5.id desc) as place,
            json_build_object('spentAt', s5.spent_at, 'achievement', (
              select json_build_object('title', a6.title)
              from achievement a6
              where (a6.id = s5.achievement and false)
            )) as c0
          from spent_achievement s5
          where s5.transfer = t1.id
          order by s5.spent_at desc, s5.id desc
          limit $4
        ) page
        having true
      )) as c0
    from title_transfer t1
    where (t1.region = (select vo.region from organisation vo where vo.id = $5) and exists (select 1 from spent_achievement s2 where s2.transfer = t1.id offset 0))
    order by t1.created_at desc, t1.id desc
    limit $6
  ) page
  having true
)::text, 'UTF8')
