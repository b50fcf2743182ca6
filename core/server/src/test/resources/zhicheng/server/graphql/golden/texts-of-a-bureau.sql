select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'), 'totalCount', (select count(*) from dossier d1 where ((d1.region = (select vo.region from organisation vo where vo.id = $1) and d1.submitted_at is not null and d1.deleted_at is null) and (d1.id in (select found from search_ids('Dossier', search_phrase($2), 'title') found) and exists (select 1 from person p2 where (p2.id = d1.applicant and p2.id in (select found from search_ids('Person', search_start($3), 'name') found))) and exists (select 1 from dossier_achievement d3 where (d3.dossier = d1.id and d3.id in (select found from search_ids('DossierAchievement', search_phrase($4), 'title') found)))))))
  from (
    with often as materialized (select (select search_often('Dossier', search_phrase($5))) as said0, (select search_often('Person', search_start($6))) as said1)
    select row_number() over (order by o0 desc, o1 desc) as place, either.*
    from (
      (
        select true as found, one.o0, one.o1,
          json_build_object('id', d1.id, 'title', d1.title) as c0
        from (
          select *
          from (
            select d4.id as found,
              d4.created_at as o0,
              d4.id as o1
            from dossier d4
            where (not (select said0 from often) and ((d4.region = (select vo.region from organisation vo where vo.id = $7) and d4.submitted_at is not null and d4.deleted_at is null) and (d4.id in (select found from search_ids('Dossier', search_phrase($8), 'title') found) and exists (select 1 from person p5 where (p5.id = d4.applicant and case when (select search_often('Person', search_start($9))) then search_has('Person', p5.id, (select search_start($10)), 'name') else p5.id in (select found from search_ids('Person', search_start($11), 'name') found) end)) and exists (select 1 from dossier_achievement d6 where (d6.dossier = d4.id and case when (select search_often('DossierAchievement', search_phrase($12))) then search_has('DossierAchievement', d6.id, (select search_phrase($13)), 'title') else d6.id in (select found from search_ids('DossierAchievement', search_phrase($14), 'title') found) end) offset 0))))
            offset 0
          ) which
          order by o0 desc, o1 desc
          limit $15
        ) one join dossier d1 on d1.id = one.found
      )
      union all
      (
        select true as found, one.o0, one.o1,
          json_build_object('id', d1.id, 'title', d1.title) as c0
        from (
          select *
          from (
            select d7.id as found,
              d7.created_at as o0,
              d7.id as o1
            from dossier d7
            where (((select said0 from often) and not (select said1 from often)) and ((d7.region = (select vo.region from organisation vo where vo.id = $16) and d7.submitted_at is not null and d7.deleted_at is null) and (search_has('Dossier', d7.id, (select search_phrase($17)), 'title') and exists (select 1 from person p8 where (p8.id = d7.applicant and p8.id in (select found from search_ids('Person', search_start($18), 'name') found))) and exists (select 1 from dossier_achievement d9 where (d9.dossier = d7.id and case when (select search_often('DossierAchievement', search_phrase($19))) then search_has('DossierAchievement', d9.id, (select search_phrase($20)), 'title') else d9.id in (select found from search_ids('DossierAchievement', search_phrase($21), 'title') found) end) offset 0))))
            offset 0
          ) which
          order by o0 desc, o1 desc
          limit $22
        ) one join dossier d1 on d1.id = one.found
      )
      union all
      (
        select true as found,
          d1.created_at as o0,
          d1.id as o1,
            json_build_object('id', d1.id, 'title', d1.title) as c0
        from dossier d1
        where (((select said0 from often) and (select said1 from often)) and ((d1.region = (select vo.region from organisation vo where vo.id = $23) and d1.submitted_at is not null and d1.deleted_at is null) and (search_has('Dossier', d1.id, (select search_phrase($24)), 'title') and exists (select 1 from person p10 where (p10.id = d1.applicant and search_has('Person', p10.id, (select search_start($25)), 'name'))) and exists (select 1 from dossier_achievement d11 where (d11.dossier = d1.id and case when (select search_often('DossierAchievement', search_phrase($26))) then search_has('DossierAchievement', d11.id, (select search_phrase($27)), 'title') else d11.id in (select found from search_ids('DossierAchievement', search_phrase($28), 'title') found) end) offset 0))))
        order by o0 desc, o1 desc
        limit $29
      )
    ) either
    order by place
    limit $30
  ) page
  having true
)::text, 'UTF8')
