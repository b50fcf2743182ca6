select convert_to((
  select json_build_object('totalCount', (select count(*) from dossier d1 where ((d1.applicant = $1 or ((d1.committee = any (array(select vc.id from committee vc where vc.office = $2)) and d1.submitted_at is not null and d1.deleted_at is null) and d1.intake_at is not null) or (d1.id in (select vr.dossier from dossier_reached vr where vr.unit = $3) and d1.submitted_at is not null and d1.deleted_at is null)) and d1.id in (select a.id from dossier a where a.applicant = $4 union all select ar.dossier from dossier_reached ar where ar.unit = $5 union all select a.id from dossier a where a.committee = any (array(select vc.id from committee vc where vc.office = $6))))), 'nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $7), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > $8))
  from (
    select row_number() over (order by o0 desc, o1 desc) as place, either.*
    from (
      (
        select true as found, one.o0, one.o1,
          json_build_object('id', d1.id, 'title', d1.title, 'stage', d1.stage, 'applicant', (
            select json_build_object('name', p2.name)
            from person p2
            where p2.id = d1.applicant
          )) as c0
        from (
          select *
          from (
            select d3.*
            from (
              select d3.id as found,
                d3.created_at as o0,
                d3.id as o1
              from dossier d3
              where (d3.applicant = $9 and ((d3.applicant = $10 or ((d3.committee = any (array(select vc.id from committee vc where vc.office = $11)) and d3.submitted_at is not null and d3.deleted_at is null) and d3.intake_at is not null) or (d3.id in (select vr.dossier from dossier_reached vr where vr.unit = $12) and d3.submitted_at is not null and d3.deleted_at is null)) and d3.id in (select a.id from dossier a where a.applicant = $13 union all select ar.dossier from dossier_reached ar where ar.unit = $14 union all select a.id from dossier a where a.committee = any (array(select vc.id from committee vc where vc.office = $15)))))
              order by o0 desc, o1 desc
              limit $16
            ) d3
            union
            select d4.*
            from (
              select d4.id as found,
                d4.created_at as o0,
                d4.id as o1
              from dossier d4 join dossier_reached rd4 on rd4.dossier = d4.id and rd4.created_at = d4.created_at
              where (rd4.unit = $17 and ((d4.applicant = $18 or ((d4.committee = any (array(select vc.id from committee vc where vc.office = $19)) and d4.submitted_at is not null and d4.deleted_at is null) and d4.intake_at is not null) or (d4.id in (select vr.dossier from dossier_reached vr where vr.unit = $20) and d4.submitted_at is not null and d4.deleted_at is null)) and d4.id in (select a.id from dossier a where a.applicant = $21 union all select ar.dossier from dossier_reached ar where ar.unit = $22 union all select a.id from dossier a where a.committee = any (array(select vc.id from committee vc where vc.office = $23)))))
              order by o0 desc, o1 desc
              limit $24
            ) d4
            union
            select d5.*
            from (select vc.id from committee vc where vc.office = $25) c cross join lateral (
              select d5.id as found,
                d5.created_at as o0,
                d5.id as o1
              from dossier d5
              where (d5.committee = c.id and ((d5.applicant = $26 or ((d5.committee = any (array(select vc.id from committee vc where vc.office = $27)) and d5.submitted_at is not null and d5.deleted_at is null) and d5.intake_at is not null) or (d5.id in (select vr.dossier from dossier_reached vr where vr.unit = $28) and d5.submitted_at is not null and d5.deleted_at is null)) and d5.id in (select a.id from dossier a where a.applicant = $29 union all select ar.dossier from dossier_reached ar where ar.unit = $30 union all select a.id from dossier a where a.committee = any (array(select vc.id from committee vc where vc.office = $31)))))
              order by o0 desc, o1 desc
              limit $32
            ) d5
          ) which
          order by o0 desc, o1 desc
          limit $33
        ) one join dossier d1 on d1.id = one.found
      )
    ) either
    order by place
    limit $34
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d1.title collate "C", d1.id) as place,
      json_build_object('id', d1.id) as c0
    from dossier d1
    where ((d1.applicant = $1 or ((d1.committee = any (array(select vc.id from committee vc where vc.office = $2)) and d1.submitted_at is not null and d1.deleted_at is null) and d1.intake_at is not null) or (d1.id in (select vr.dossier from dossier_reached vr where vr.unit = $3) and d1.submitted_at is not null and d1.deleted_at is null)) and d1.id in (select a.id from dossier a where a.applicant = $4 union all select ar.dossier from dossier_reached ar where ar.unit = $5 union all select a.id from dossier a where a.committee = any (array(select vc.id from committee vc where vc.office = $6))))
    order by d1.title collate "C", d1.id
    limit $7
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('stage', g.k0)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last) as place, g.*
    from (
      select count(*) as n,
        d1.stage collate "C" as k0
      from dossier d1
      where ((d1.applicant = $2 or ((d1.committee = any (array(select vc.id from committee vc where vc.office = $3)) and d1.submitted_at is not null and d1.deleted_at is null) and d1.intake_at is not null) or (d1.id in (select vr.dossier from dossier_reached vr where vr.unit = $4) and d1.submitted_at is not null and d1.deleted_at is null)) and d1.id in (select a.id from dossier a where a.applicant = $5 union all select ar.dossier from dossier_reached ar where ar.unit = $6 union all select a.id from dossier a where a.committee = any (array(select vc.id from committee vc where vc.office = $7))))
      group by k0
      having true
    ) g
    order by place
    limit $8
  ) g
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('totalCount', (select count(*) from person p1 where p1.id in (select $1::uuid union all select pd.applicant from dossier pd where ((pd.applicant = $2 or ((pd.committee = any (array(select vc.id from committee vc where vc.office = $3)) and pd.submitted_at is not null and pd.deleted_at is null) and pd.intake_at is not null) or (pd.id in (select vr.dossier from dossier_reached vr where vr.unit = $4) and pd.submitted_at is not null and pd.deleted_at is null)) and pd.id in (select a.id from dossier a where a.applicant = $5 union all select ar.dossier from dossier_reached ar where ar.unit = $6 union all select a.id from dossier a where a.committee = any (array(select vc.id from committee vc where vc.office = $7)))))), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by p1.name collate "C", p1.id) as place,
      json_build_object('name', p1.name) as c0
    from person p1
    where p1.id in (select $8::uuid union all select pd.applicant from dossier pd where ((pd.applicant = $9 or ((pd.committee = any (array(select vc.id from committee vc where vc.office = $10)) and pd.submitted_at is not null and pd.deleted_at is null) and pd.intake_at is not null) or (pd.id in (select vr.dossier from dossier_reached vr where vr.unit = $11) and pd.submitted_at is not null and pd.deleted_at is null)) and pd.id in (select a.id from dossier a where a.applicant = $12 union all select ar.dossier from dossier_reached ar where ar.unit = $13 union all select a.id from dossier a where a.committee = any (array(select vc.id from committee vc where vc.office = $14)))))
    order by p1.name collate "C", p1.id
    limit $15
  ) page
  having true
)::text, 'UTF8')

select convert_to((select json_build_object('totalCount', (select count(*) from dossier_step d1 where exists (select 1 from dossier cd where cd.id = d1.dossier and ((cd.applicant = $1 or ((cd.committee = any (array(select vc.id from committee vc where vc.office = $2)) and cd.submitted_at is not null and cd.deleted_at is null) and cd.intake_at is not null) or (cd.id in (select vr.dossier from dossier_reached vr where vr.unit = $3) and cd.submitted_at is not null and cd.deleted_at is null)) and cd.id in (select a.id from dossier a where a.applicant = $4 union all select ar.dossier from dossier_reached ar where ar.unit = $5 union all select a.id from dossier a where a.committee = any (array(select vc.id from committee vc where vc.office = $6))))))))::text, 'UTF8')
