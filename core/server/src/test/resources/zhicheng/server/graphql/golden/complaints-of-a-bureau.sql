with finest as materialized (
  select count(*) as n,
      c1.region collate "C" as f0,
      c1.founded as f1,
      to_char(c1.received_at at time zone 'Etc/GMT-8', 'YYYY-MM') collate "C" as f2
  from complaint c1
  where c1.region = (select vo.region from organisation vo where vo.id = $1)
    group by f0, f1, f2
)
select convert_to(json_build_object('all', json_build_object('totalCount', (select coalesce(sum(f.n), 0) from finest f)), 'complaintGroups', (
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('region', g.k0, 'founded', g.k1, 'receivedMonth', g.k2)) order by g.place) filter (where g.place <= $2), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last, g.k2 nulls last) as place, g.*
    from (
      select coalesce(sum(f.n), 0) as n,
        f.f0 as k0,
        f.f1 as k1,
        f.f2 as k2
      from finest f
      group by k0, k1, k2
      having true
    ) g
    order by place
    limit $3
  ) g
  having true
))::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('unitName', g.k0)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last) as place, g.*
    from (
      select count(*) as n,
        (select o2.name from organisation o2 where o2.id = c1.unit) collate "C" as k0
      from complaint c1
      where (c1.region = (select vo.region from organisation vo where vo.id = $2) and c1.concluded_at is null)
      group by k0
      having true
    ) g
    order by place
    limit $3
  ) g
  having true
)::text, 'UTF8')

select convert_to(json_build_object(
  'holds', coalesce((c1.concluded_at is null and exists (select 1 from dossier d2 where ((d2.id = c1.dossier and (d2.region = (select vo.region from organisation vo where vo.id = $1) and d2.submitted_at is not null and d2.deleted_at is null)) and d2.stage <> $2)) and (select count(*) from case_file c3 where c3.complaint = c1.id) >= $3), false),
  'parts', (
    select json_agg(json_build_object('path', p.path, 'holds', p.holds, 'shown', p.shown, 'below', p.below3) order by p.place)
    from (values
      (0,
        $4::text,
        coalesce((c1.concluded_at is null and exists (select 1 from dossier d4 where ((d4.id = c1.dossier and (d4.region = (select vo.region from organisation vo where vo.id = $5) and d4.submitted_at is not null and d4.deleted_at is null)) and d4.stage <> $6)) and (select count(*) from case_file c5 where c5.complaint = c1.id) >= $7), false),
        null::text,
        null::json),
      (1,
        $8::text,
        coalesce(c1.concluded_at is null, false),
        (to_json(c1.concluded_at) #>> array[]::text[]),
        null::json),
      (2,
        $9::text,
        coalesce(exists (select 1 from dossier d6 where ((d6.id = c1.dossier and (d6.region = (select vo.region from organisation vo where vo.id = $10) and d6.submitted_at is not null and d6.deleted_at is null)) and d6.stage <> $11)), false),
        null::text,
        null::json),
      (3,
        $12::text,
        coalesce(exists (select 1 from dossier d7 where ((d7.id = c1.dossier and (d7.region = (select vo.region from organisation vo where vo.id = $13) and d7.submitted_at is not null and d7.deleted_at is null)) and d7.stage <> $14)), false),
        (select (to_json(d7.stage) #>> array[]::text[]) from dossier d7 where (d7.id = c1.dossier and (d7.region = (select vo.region from organisation vo where vo.id = $15) and d7.submitted_at is not null and d7.deleted_at is null))),
        null::json),
      (4,
        $16::text,
        coalesce((select count(*) from case_file c8 where c8.complaint = c1.id) >= $17, false),
        (to_json((select count(*) from case_file c9 where c9.complaint = c1.id)) #>> array[]::text[]),
        (
          select json_build_object('count', b.count, 'holding', b.holding)
          from (
            select count(*) as count,
              count(*) filter (where true) as holding
            from case_file c10
            where c10.complaint = c1.id
          ) b
        ))) p (place, path, holds, shown, below3)
  ))::text, 'UTF8')
from complaint c1
where (c1.id = $18 and c1.region = (select vo.region from organisation vo where vo.id = $19))

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('kind', g.k0, 'clauseId', g.k1, 'until', g.k2)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last, g.k2 nulls last) as place, g.*
    from (
      select count(*) as n,
        i1.kind collate "C" as k0,
        i1.clause collate "C" as k1,
        i1.until_day as k2
      from integrity_entry i1
      where i1.region = (select vo.region from organisation vo where vo.id = $2)
      group by k0, k1, k2
      having true
    ) g
    order by place
    limit $3
  ) g
  having true
)::text, 'UTF8')
