select convert_to((
  select json_build_object('totalCount', (select count(*) from dossier_return d1 where (exists (select 1 from dossier cd where cd.id = d1.dossier and (cd.employer = $1 and cd.submitted_at is not null and cd.deleted_at is null)) and (d1.counted = $2 and exists (select 1 from organisation o2 where (o2.id = d1.unit and o2.kind <> $3))))), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by d1.at desc, d1.number desc, d1.id desc) as place,
      json_build_object('number', d1.number, 'kind', d1.kind, 'reason', d1.reason, 'says', d1.says, 'at', d1.at, 'dueAt', d1.due_at, 'answeredAt', d1.answered_at, 'unit', (
        select json_build_object('name', o3.name)
        from organisation o3
        where o3.id = d1.unit
      ), 'dossier', (
        select json_build_object('title', d4.title)
        from dossier d4
        where d4.id = d1.dossier
      )) as c0
    from dossier_return d1
    where (exists (select 1 from dossier cd where cd.id = d1.dossier and (cd.employer = $4 and cd.submitted_at is not null and cd.deleted_at is null)) and (d1.counted = $5 and exists (select 1 from organisation o2 where (o2.id = d1.unit and o2.kind <> $6))))
    order by d1.at desc, d1.number desc, d1.id desc
    limit $7
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('hasMore', count(*) > $1, 'groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('reason', g.k0, 'unitName', g.k1, 'atMonth', g.k2)) order by g.place) filter (where g.place <= $2), '[]'))
  from (
    select row_number() over (order by g.n desc, g.k0 nulls last, g.k1 nulls last, g.k2 nulls last) as place, g.*
    from (
      select count(*) as n,
        d1.reason collate "C" as k0,
        (select o2.name from organisation o2 where o2.id = d1.unit) collate "C" as k1,
        to_char(d1.at at time zone 'Etc/GMT-8', 'YYYY-MM') collate "C" as k2
      from dossier_return d1
      where exists (select 1 from dossier cd where cd.id = d1.dossier and (cd.employer = $3 and cd.submitted_at is not null and cd.deleted_at is null))
      group by k0, k1, k2
      having true
    ) g
    order by place
    limit $4
  ) g
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('path', g.k0, 'clauseId', g.k1, 'dossierYear', g.k2)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last, g.k2 nulls last) as place, g.*
    from (
      select count(*) as n,
        d1.path collate "C" as k0,
        d1.clause collate "C" as k1,
        (select d2.year from dossier d2 where d2.id = d1.dossier) as k2
      from dossier_mark d1
      where (exists (select 1 from dossier cd where cd.id = d1.dossier and (cd.employer = $2 and cd.submitted_at is not null and cd.deleted_at is null)) and d1.accepted = $3)
      group by k0, k1, k2
      having true
    ) g
    order by place
    limit $4
  ) g
  having true
)::text, 'UTF8')

select convert_to(json_build_object(
  'holds', coalesce((d1.answered_at is null and exists (select 1 from dossier d2 where (d2.id = d1.dossier and exists (select 1 from person p3 where (p3.id = d2.applicant and p3.name = $1)))) and exists (select 1 from dossier_mark d4 where (d4.returned = d1.id and (starts_with(search_normal(d4.path), search_normal($2)) and d4.accepted = $3)) offset 0)), false),
  'parts', (
    select json_agg(json_build_object('path', p.path, 'holds', p.holds, 'shown', p.shown, 'below', p.below3) order by p.place)
    from (values
      (0,
        $4::text,
        coalesce((d1.answered_at is null and exists (select 1 from dossier d5 where (d5.id = d1.dossier and exists (select 1 from person p6 where (p6.id = d5.applicant and p6.name = $5)))) and exists (select 1 from dossier_mark d7 where (d7.returned = d1.id and (starts_with(search_normal(d7.path), search_normal($6)) and d7.accepted = $7)) offset 0)), false),
        null::text,
        null::json),
      (1,
        $8::text,
        coalesce(d1.answered_at is null, false),
        (to_json(d1.answered_at) #>> array[]::text[]),
        null::json),
      (2,
        $9::text,
        coalesce(exists (select 1 from dossier d8 where (d8.id = d1.dossier and exists (select 1 from person p9 where (p9.id = d8.applicant and p9.name = $10)))), false),
        null::text,
        null::json),
      (3,
        $11::text,
        coalesce(exists (select 1 from dossier d10 where (d10.id = d1.dossier and exists (select 1 from person p11 where (p11.id = d10.applicant and p11.name = $12)))), false),
        null::text,
        null::json),
      (4,
        $13::text,
        coalesce(exists (select 1 from dossier d10 where (d10.id = d1.dossier and exists (select 1 from person p12 where (p12.id = d10.applicant and p12.name = $14)))), false),
        (select (select (to_json(p12.name) #>> array[]::text[]) from person p12 where p12.id = d10.applicant) from dossier d10 where d10.id = d1.dossier),
        null::json),
      (5,
        $15::text,
        coalesce(exists (select 1 from dossier_mark d13 where (d13.returned = d1.id and (starts_with(search_normal(d13.path), search_normal($16)) and d13.accepted = $17)) offset 0), false),
        (select count(*) filter (where (starts_with(search_normal(d14.path), search_normal($18)) and d14.accepted = $19)) || '/' || count(*) from dossier_mark d14 where d14.returned = d1.id),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by d14.at desc, d14.place desc, d14.id desc) as place,
                coalesce((starts_with(search_normal(d14.path), search_normal($20)) and d14.accepted = $21), false) as holds,
                null::text as shown
              from dossier_mark d14
              where d14.returned = d1.id
              order by d14.at desc, d14.place desc, d14.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where (starts_with(search_normal(d14.path), search_normal($22)) and d14.accepted = $23)) as holding
            from dossier_mark d14
            where d14.returned = d1.id
          ) b
        )),
      (6,
        $24::text,
        coalesce(exists (select 1 from dossier_mark d14 where (d14.returned = d1.id and starts_with(search_normal(d14.path), search_normal($25)))), false),
        (select count(*) filter (where starts_with(search_normal(d14.path), search_normal($26))) || '/' || count(*) from dossier_mark d14 where d14.returned = d1.id),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by d14.at desc, d14.place desc, d14.id desc) as place,
                coalesce(starts_with(search_normal(d14.path), search_normal($27)), false) as holds,
                (to_json(d14.path) #>> array[]::text[]) as shown
              from dossier_mark d14
              where d14.returned = d1.id
              order by d14.at desc, d14.place desc, d14.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where starts_with(search_normal(d14.path), search_normal($28))) as holding
            from dossier_mark d14
            where d14.returned = d1.id
          ) b
        )),
      (7,
        $29::text,
        coalesce(exists (select 1 from dossier_mark d14 where (d14.returned = d1.id and d14.accepted = $30)), false),
        (select count(*) filter (where d14.accepted = $31) || '/' || count(*) from dossier_mark d14 where d14.returned = d1.id),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by d14.at desc, d14.place desc, d14.id desc) as place,
                coalesce(d14.accepted = $32, false) as holds,
                (to_json(d14.accepted) #>> array[]::text[]) as shown
              from dossier_mark d14
              where d14.returned = d1.id
              order by d14.at desc, d14.place desc, d14.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where d14.accepted = $33) as holding
            from dossier_mark d14
            where d14.returned = d1.id
          ) b
        ))) p (place, path, holds, shown, below3)
  ))::text, 'UTF8')
from dossier_return d1
where (d1.id = $34 and exists (select 1 from dossier cd where cd.id = d1.dossier and (cd.employer = $35 and cd.submitted_at is not null and cd.deleted_at is null)))

select convert_to(json_build_object(
  'holds', coalesce(d1.counted = $1, false))::text, 'UTF8')
from dossier_return d1
where (d1.id = $2 and exists (select 1 from dossier cd where cd.id = d1.dossier and (cd.employer = $3 and cd.submitted_at is not null and cd.deleted_at is null)))
