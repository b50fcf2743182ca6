select convert_to((
  select json_build_object('totalCount', (select count(*) from dossier d1 where ((d1.region = (select vo.region from organisation vo where vo.id = $1) and d1.submitted_at is not null and d1.deleted_at is null) and d1.id in (select found from search_ids('Dossier', search_phrase($2), 'title') found union all select found from search_ids('Dossier', search_start($3), 'specialty') found))), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    with often as materialized (select ((select search_often('Dossier', search_phrase($4))) or (select search_often('Dossier', search_start($5)))) as said0)
    select row_number() over (order by o0 desc, o1 desc) as place, either.*
    from (
      (
        select true as found, one.o0, one.o1,
          json_build_object('id', d1.id, 'title', d1.title, 'specialty', d1.specialty) as c0
        from (
          select *
          from (
            select d2.id as found,
              d2.created_at as o0,
              d2.id as o1
            from dossier d2
            where (not (select said0 from often) and ((d2.region = (select vo.region from organisation vo where vo.id = $6) and d2.submitted_at is not null and d2.deleted_at is null) and d2.id in (select found from search_ids('Dossier', search_phrase($7), 'title') found union all select found from search_ids('Dossier', search_start($8), 'specialty') found)))
            offset 0
          ) which
          order by o0 desc, o1 desc
          limit $9
        ) one join dossier d1 on d1.id = one.found
      )
      union all
      (
        select true as found,
          d1.created_at as o0,
          d1.id as o1,
            json_build_object('id', d1.id, 'title', d1.title, 'specialty', d1.specialty) as c0
        from dossier d1
        where ((select said0 from often) and ((d1.region = (select vo.region from organisation vo where vo.id = $10) and d1.submitted_at is not null and d1.deleted_at is null) and (search_has('Dossier', d1.id, (select search_phrase($11)), 'title') or search_has('Dossier', d1.id, (select search_start($12)), 'specialty'))))
        order by o0 desc, o1 desc
        limit $13
      )
    ) either
    order by place
    limit $14
  ) page
  having true
)::text, 'UTF8')
