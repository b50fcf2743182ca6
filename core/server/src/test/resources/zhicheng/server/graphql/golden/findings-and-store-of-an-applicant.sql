select convert_to(json_build_object('findings', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d2.at desc, d2.place, d2.id) as place,
      json_build_object('place', d2.place, 'at', d2.at, 'rule', d2.rule, 'clauseId', d2.clause, 'outcome', d2.verdict, 'path', d2.path) as c0
    from dossier_finding d2
    where (d2.dossier = d1.id and exists (select 1 from dossier fd where fd.id = d2.dossier and fd.applicant = $1))
    order by d2.at desc, d2.place, d2.id
    limit $2
  ) page
  having true
), 'failed', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d3.at desc, d3.place, d3.id) as place,
      json_build_object('rule', d3.rule) as c0
    from dossier_finding d3
    where (d3.dossier = d1.id and exists (select 1 from dossier fd where fd.id = d3.dossier and fd.applicant = $3) and d3.verdict = $4)
    order by d3.at desc, d3.place, d3.id
    limit $5
  ) page
  having true
), 'achievements', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d4.achieved_on desc nulls last, d4.id desc) as place,
      json_build_object('title', d4.title, 'achievement', (
        select json_build_object('version', a5.version, 'removedAt', a5.removed_at, 'picks', (
          select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
          from (
            select row_number() over (order by d6.achieved_on desc nulls last, d6.id desc) as place,
              json_build_object('version', d6.version, 'dossier', (
                select json_build_object('stage', d7.stage)
                from dossier d7
                where d7.id = d6.dossier
              )) as c0
            from dossier_achievement d6
            where (d6.achievement = a5.id and exists (select 1 from dossier cd where cd.id = d6.dossier and cd.applicant = $6))
            order by d6.achieved_on desc nulls last, d6.id desc
            limit $7
          ) page
          having true
        ))
        from achievement a5
        where (a5.id = d4.achievement and a5.person = $8)
      )) as c0
    from dossier_achievement d4
    where d4.dossier = d1.id
    order by d4.achieved_on desc nulls last, d4.id desc
    limit $9
  ) page
  having true
), 'trail', (select json_build_object('totalCount', (select count(*) from trail t8 where (t8.subject = d1.id and ((t8.by_expert = false and t8.act <> 'OBJECT' or t8.actor = $10) and exists (select 1 from dossier td where td.id = t8.subject and td.applicant = $11)))))))::text, 'UTF8')
from dossier d1
where (d1.id = $12 and d1.applicant = $13)

select convert_to(json_build_object('trail', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by t2.at desc, t2.place desc, t2.id desc) as place,
      json_build_object('place', null::integer, 'at', t2.at, 'act', t2.act, 'subjectKind', t2.subject_kind, 'capacity', t2.capacity, 'clause', t2.clause, 'organisation', (
        select json_build_object('name', o3.name)
        from organisation o3
        where o3.id = t2.organisation
      )) as c0
    from trail t2
    where (t2.subject = d1.id and ((t2.by_expert = false and t2.act <> 'OBJECT' or t2.actor = $1) and exists (select 1 from dossier td where td.id = t2.subject and td.applicant = $2)))
    order by t2.at desc, t2.place desc, t2.id desc
    limit $3
  ) page
  having true
))::text, 'UTF8')
from dossier d1
where (d1.id = $4 and d1.applicant = $5)
