select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('unitName', g.k0, 'untilDay', g.k1, 'report', g.k2, 'dossierTitle', g.k3)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last, g.k2 nulls last, g.k3 nulls last) as place, g.*
    from (
      select count(*) as n,
        (select o2.name from organisation o2 where o2.id = p1.unit) collate "C" as k0,
        (p1.until at time zone 'Etc/GMT-8')::date as k1,
        null::text collate "C" as k2,
        (select d3.title from dossier d3 where (d3.id = p1.dossier and false)) collate "C" as k3
      from publication p1
      where (p1.ended_at is null and p1.until > (select viewer_time()))
      group by k0, k1, k2, k3
      having true
    ) g
    order by place
    limit $2
  ) g
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.n) as place, g.*
    from (
      select count(*) as n
      from objection o1
      where false
      having true
    ) g
    order by place
    limit $2
  ) g
  having true
)::text, 'UTF8')

select convert_to(json_build_object(
  'holds', coalesce((p1.until > $1 and null::text is null and exists (select 1 from dossier d2 where ((d2.id = p1.dossier and false) and d2.level = $2)) and not exists (select 1 from objection o3 where (o3.publication = p1.id and false) offset 0)), false),
  'parts', (
    select json_agg(json_build_object('path', p.path, 'holds', p.holds, 'shown', p.shown, 'below', p.below3) order by p.place)
    from (values
      (0,
        $3::text,
        coalesce((p1.until > $4 and null::text is null and exists (select 1 from dossier d4 where ((d4.id = p1.dossier and false) and d4.level = $5)) and not exists (select 1 from objection o5 where (o5.publication = p1.id and false) offset 0)), false),
        null::text,
        null::json),
      (1,
        $6::text,
        coalesce(p1.until > $7, false),
        (to_json(p1.until) #>> array[]::text[]),
        null::json),
      (2,
        $8::text,
        coalesce(null::text is null, false),
        (to_json(null::text) #>> array[]::text[]),
        null::json),
      (3,
        $9::text,
        coalesce(exists (select 1 from dossier d6 where ((d6.id = p1.dossier and false) and d6.level = $10)), false),
        null::text,
        null::json),
      (4,
        $11::text,
        coalesce(exists (select 1 from dossier d7 where ((d7.id = p1.dossier and false) and d7.level = $12)), false),
        (select (to_json(d7.level) #>> array[]::text[]) from dossier d7 where (d7.id = p1.dossier and false)),
        null::json),
      (5,
        $13::text,
        coalesce(not exists (select 1 from objection o8 where (o8.publication = p1.id and false) offset 0), false),
        (select count(*) filter (where true) || '/' || count(*) from objection o9 where (o9.publication = p1.id and false)),
        (
          select json_build_object('count', b.count)
          from (
            select count(*) as count
            from objection o9
            where (o9.publication = p1.id and false)
          ) b
        ))) p (place, path, holds, shown, below3)
  ))::text, 'UTF8')
from publication p1
where (p1.id = $14 and (p1.ended_at is null and p1.until > (select viewer_time())))
