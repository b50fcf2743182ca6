select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'), 'totalCount', (select count(*) from dossier d1 where (case when (select search_often('Dossier', search_words($1))) then search_has('Dossier', d1.id, (select search_words($2))) else d1.id in (select found from search_ids('Dossier', search_words($3)) found) end and (d1.employer = $4 and d1.submitted_at is not null and d1.deleted_at is null))), 'pageInfo', json_build_object('endCursor', json_agg(page.c1 order by page.place desc) -> 0))
  from (
    with often as materialized (select search_common('Dossier', search_words($5)) as said0)
    select row_number() over (order by o0, o1 desc, o2 desc) as place, either.*
    from (
      (
        select true as found,
          sd1.rank as o0,
          d1.created_at as o1,
          d1.id as o2,
            json_build_object('id', d1.id, 'title', d1.title, 'specialty', d1.specialty, 'employer', (
              select json_build_object('name', o2.name)
              from organisation o2
              where o2.id = d1.employer
            )) as c0,
            json_build_array('#_01gVute3lfJJyD-8Nz_Ij4U', 0, sd1.rank, d1.created_at, d1.id) as c1
        from search_ranked('Dossier', search_words($6)) sd1 join dossier d1 on d1.id = sd1.id
        where (not (select said0 from often) and (d1.employer = $7 and d1.submitted_at is not null and d1.deleted_at is null))
        order by o0, o1 desc, o2 desc
        limit $8
      )
      union all
      (
        select true as found,
          sd1.rank as o0,
          d1.created_at as o1,
          d1.id as o2,
            json_build_object('id', d1.id, 'title', d1.title, 'specialty', d1.specialty, 'employer', (
              select json_build_object('name', o2.name)
              from organisation o2
              where o2.id = d1.employer
            )) as c0,
            json_build_array('#_01gVute3lfJJyD-8Nz_Ij4U', 0, sd1.rank, d1.created_at, d1.id) as c1
        from (select 0 as rank) sd1 cross join dossier d1
        where ((select said0 from often) and (d1.employer = $9 and d1.submitted_at is not null and d1.deleted_at is null) and search_has('Dossier', d1.id, (select search_words($10))))
        order by o0, o1 desc, o2 desc
        limit $11
      )
    ) either
    order by place
    limit $12
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'), 'totalCount', (select count(*) from person p1 where (case when (select search_often('Person', search_words($1))) then search_has('Person', p1.id, (select search_words($2))) else p1.id in (select found from search_ids('Person', search_words($3)) found) end and p1.id in (select ap.id from person ap where ap.employer = $4 union all select pd.applicant from dossier pd where (pd.employer = $5 and pd.submitted_at is not null and pd.deleted_at is null)))))
  from (
    with often as materialized (select search_common('Person', search_words($6)) as said0)
    select row_number() over (order by o0, o1, o2) as place, either.*
    from (
      (
        select true as found,
          sp1.rank as o0,
          p1.name collate "C" as o1,
          p1.id as o2,
            json_build_object('name', p1.name) as c0
        from search_ranked('Person', search_words($7)) sp1 join person p1 on p1.id = sp1.id
        where (not (select said0 from often) and p1.id in (select ap.id from person ap where ap.employer = $8 union all select pd.applicant from dossier pd where (pd.employer = $9 and pd.submitted_at is not null and pd.deleted_at is null)))
        order by o0, o1, o2
        limit $10
      )
      union all
      (
        select true as found,
          sp1.rank as o0,
          p1.name collate "C" as o1,
          p1.id as o2,
            json_build_object('name', p1.name) as c0
        from (select 0 as rank) sp1 cross join person p1
        where ((select said0 from often) and p1.id in (select ap.id from person ap where ap.employer = $11 union all select pd.applicant from dossier pd where (pd.employer = $12 and pd.submitted_at is not null and pd.deleted_at is null)) and search_has('Person', p1.id, (select search_words($13))))
        order by o0, o1, o2
        limit $14
      )
    ) either
    order by place
    limit $15
  ) page
  having true
)::text, 'UTF8')
