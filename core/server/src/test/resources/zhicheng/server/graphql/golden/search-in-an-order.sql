select convert_to((
  select json_build_object('edges', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > $2))
  from (
    with often as materialized (select search_often('Dossier', search_words($3)) as said0)
    select row_number() over (order by o0, o1) as place, either.*
    from (
      (
        select true as found,
          d1.created_at as o0,
          d1.id as o1,
            json_build_object('cursor', json_build_array('#_01gVute3lfJJyD-8Nz_Ij4U', 0, d1.created_at, d1.id), 'node', json_build_object('id', d1.id, 'title', d1.title)) as c0
        from search_ranked('Dossier', search_words($4)) sd1 join dossier d1 on d1.id = sd1.id
        where (not (select said0 from often) and (d1.region = (select vo.region from organisation vo where vo.id = $5) and d1.submitted_at is not null and d1.deleted_at is null))
        order by o0, o1
        limit $6
      )
      union all
      (
        select true as found,
          d1.created_at as o0,
          d1.id as o1,
            json_build_object('cursor', json_build_array('#_01gVute3lfJJyD-8Nz_Ij4U', 0, d1.created_at, d1.id), 'node', json_build_object('id', d1.id, 'title', d1.title)) as c0
        from (select 0 as rank) sd1 cross join dossier d1
        where ((select said0 from often) and (d1.region = (select vo.region from organisation vo where vo.id = $7) and d1.submitted_at is not null and d1.deleted_at is null) and search_has('Dossier', d1.id, (select search_words($8))))
        order by o0, o1
        limit $9
      )
    ) either
    order by place
    limit $10
  ) page
  having true
)::text, 'UTF8')
