select convert_to(json_build_object('title', d1.title, 'windowUntil', d1.window_until, 'minutesBeforeClose', d1.minutes_before_close, 'hours', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'), 'totalCount', (select count(*) from dossier_hours d2 where d2.dossier = d1.id))
  from (
    select row_number() over (order by d2.year desc, d2.id desc) as place,
      json_build_object('year', d2.year, 'tenths', d2.tenths, 'specialisedTenths', d2.specialised_tenths, 'province', d2.province) as c0
    from dossier_hours d2
    where d2.dossier = d1.id
    order by d2.year desc, d2.id desc
    limit $1
  ) page
  having true
), 'titles', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d3.obtained_on desc nulls last, d3.id desc) as place,
      json_build_object('series', d3.series, 'specialty', d3.specialty, 'level', d3.level, 'obtainedOn', d3.obtained_on, 'province', d3.province, 'aidMonths', d3.aid_months, 'dossier', (
        select json_build_object('title', d4.title)
        from dossier d4
        where d4.id = d3.dossier
      )) as c0
    from dossier_title d3
    where d3.dossier = d1.id
    order by d3.obtained_on desc nulls last, d3.id desc
    limit $2
  ) page
  having true
), 'degrees', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d5.obtained_on desc nulls last, d5.id desc) as place,
      json_build_object('level', d5.level, 'obtainedOn', d5.obtained_on) as c0
    from dossier_degree d5
    where d5.dossier = d1.id
    order by d5.obtained_on desc nulls last, d5.id desc
    limit $3
  ) page
  having true
), 'assessments', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d6.year, d6.id) as place,
      json_build_object('year', d6.year, 'grade', d6.grade) as c0
    from dossier_assessment d6
    where d6.dossier = d1.id
    order by d6.year, d6.id
    limit $4
  ) page
  having true
), 'testPasses', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d7.passed_on desc nulls last, d7.id desc) as place,
      json_build_object('specialty', d7.specialty, 'level', d7.level, 'passedOn', d7.passed_on) as c0
    from dossier_test_pass d7
    where d7.dossier = d1.id
    order by d7.passed_on desc nulls last, d7.id desc
    limit $5
  ) page
  having true
), 'jobs', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d8.began_on desc, d8.id desc) as place,
      json_build_object('employer', d8.employer, 'position', d8.position, 'beganOn', d8.began_on, 'endedOn', d8.ended_on, 'areaCode', d8.area_code, 'grassroots', d8.grassroots) as c0
    from dossier_job d8
    where d8.dossier = d1.id
    order by d8.began_on desc, d8.id desc
    limit $6
  ) page
  having true
), 'achievements', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d9.achieved_on desc nulls last, d9.id desc) as place,
      json_build_object('kind', d9.kind, 'title', d9.title, 'achievedOn', d9.achieved_on, 'granted', d9.granted, 'version', d9.version, 'pickedAt', d9.picked_at, 'achievement', (
        select json_build_object('title', a10.title)
        from achievement a10
        where (a10.id = d9.achievement and false)
      )) as c0
    from dossier_achievement d9
    where d9.dossier = d1.id
    order by d9.achieved_on desc nulls last, d9.id desc
    limit $7
  ) page
  having true
), 'findings', (select json_build_object('totalCount', (select count(*) from dossier_finding d11 where (d11.dossier = d1.id and false)))), 'trail', (select json_build_object('totalCount', (select count(*) from trail t12 where (t12.subject = d1.id and false)))))::text, 'UTF8')
from dossier d1
where (d1.id = $8 and (d1.employer = $9 and d1.submitted_at is not null and d1.deleted_at is null))
