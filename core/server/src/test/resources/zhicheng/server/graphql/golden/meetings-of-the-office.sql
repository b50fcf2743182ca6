select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by m1.starts_at, m1.id) as place,
      json_build_object('status', m1.status, 'startsAt', m1.starts_at, 'endsAt', m1.ends_at, 'planFiledAt', m1.plan_filed_at, 'committee', (
        select json_build_object('name', c2.name)
        from committee c2
        where c2.id = m1.committee
      )) as c0
    from meeting m1
    where m1.committee = any (array(select vc.id from committee vc where vc.office = $1))
    order by m1.starts_at, m1.id
    limit $2
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'), 'totalCount', (select count(*) from dossier d1 where ((d1.committee = any (array(select vc.id from committee vc where vc.office = $1)) and d1.submitted_at is not null and d1.deleted_at is null) and d1.intake_at is not null)))
  from (
    select row_number() over (order by o0 desc, o1 desc) as place, either.*
    from (
      (
        select true as found, one.o0, one.o1,
          json_build_object('title', d1.title, 'applicant', (
            select json_build_object('name', p2.name)
            from person p2
            where p2.id = d1.applicant
          )) as c0
        from (
          select *
          from (
            select d3.*
            from (select vc.id from committee vc where vc.office = $2) c cross join lateral (
              select d3.id as found,
                d3.created_at as o0,
                d3.id as o1
              from dossier d3
              where (d3.committee = c.id and ((d3.committee = any (array(select vc.id from committee vc where vc.office = $3)) and d3.submitted_at is not null and d3.deleted_at is null) and d3.intake_at is not null))
              order by o0 desc, o1 desc
              limit $4
            ) d3
          ) which
          order by o0 desc, o1 desc
          limit $5
        ) one join dossier d1 on d1.id = one.found
      )
    ) either
    order by place
    limit $6
  ) page
  having true
)::text, 'UTF8')
