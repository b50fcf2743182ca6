select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by o1.at desc, o1.id desc) as place,
      json_build_object('byName', o1.by_name, 'says', o1.says, 'publication', (
        select json_build_object('whereShown', p2.where_shown)
        from publication p2
        where (p2.id = o1.publication and ((p2.ended_at is null and p2.until > (select viewer_time())) or (p2.ended_at is null and p2.joint_with = $1) or exists (select 1 from dossier cd where cd.id = p2.dossier and (cd.employer = $2 and cd.submitted_at is not null and cd.deleted_at is null))))
      ), 'dossier', (
        select json_build_object('title', d3.title)
        from dossier d3
        where (d3.id = o1.dossier and (d3.employer = $3 and d3.submitted_at is not null and d3.deleted_at is null))
      )) as c0
    from objection o1
    where ((o1.by_account = $4 or exists (select 1 from dossier od where od.id = o1.dossier and (od.employer = $5 and od.submitted_at is not null and od.deleted_at is null))) and o1.concluded_at is null)
    order by o1.at desc, o1.id desc
    limit $6
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('upheld', g.k0, 'atMonth', g.k1)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last) as place, g.*
    from (
      select count(*) as n,
        o1.upheld as k0,
        to_char(o1.at at time zone 'Etc/GMT-8', 'YYYY-MM') collate "C" as k1
      from objection o1
      where (o1.by_account = $2 or exists (select 1 from dossier od where od.id = o1.dossier and (od.employer = $3 and od.submitted_at is not null and od.deleted_at is null)))
      group by k0, k1
      having true
    ) g
    order by place
    limit $4
  ) g
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('unitName', g.k0, 'clauseId', g.k1, 'openedMonth', g.k2)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last, g.k2 nulls last) as place, g.*
    from (
      select count(*) as n,
        (select o2.name from organisation o2 where o2.id = p1.unit) collate "C" as k0,
        p1.clause collate "C" as k1,
        to_char(p1.opened_at at time zone 'Etc/GMT-8', 'YYYY-MM') collate "C" as k2
      from publication p1
      where ((p1.ended_at is null and p1.until > (select viewer_time())) or (p1.ended_at is null and p1.joint_with = $2) or exists (select 1 from dossier cd where cd.id = p1.dossier and (cd.employer = $3 and cd.submitted_at is not null and cd.deleted_at is null)))
      group by k0, k1, k2
      having true
    ) g
    order by place
    limit $4
  ) g
  having true
)::text, 'UTF8')

select convert_to(json_build_object(
  'holds', coalesce((o1.upheld = $1 and exists (select 1 from publication p2 where ((p2.id = o1.publication and ((p2.ended_at is null and p2.until > (select viewer_time())) or (p2.ended_at is null and p2.joint_with = $2) or exists (select 1 from dossier cd where cd.id = p2.dossier and (cd.employer = $3 and cd.submitted_at is not null and cd.deleted_at is null)))) and exists (select 1 from organisation o3 where (o3.id = p2.unit and search_has('Organisation', o3.id, (select search_phrase($4)), 'name')))))), false),
  'parts', (
    select json_agg(json_build_object('path', p.path, 'holds', p.holds, 'shown', p.shown) order by p.place)
    from (values
      (0,
        $5::text,
        coalesce((o1.upheld = $6 and exists (select 1 from publication p4 where ((p4.id = o1.publication and ((p4.ended_at is null and p4.until > (select viewer_time())) or (p4.ended_at is null and p4.joint_with = $7) or exists (select 1 from dossier cd where cd.id = p4.dossier and (cd.employer = $8 and cd.submitted_at is not null and cd.deleted_at is null)))) and exists (select 1 from organisation o5 where (o5.id = p4.unit and search_has('Organisation', o5.id, (select search_phrase($9)), 'name')))))), false),
        null::text),
      (1,
        $10::text,
        coalesce(o1.upheld = $11, false),
        (to_json(o1.upheld) #>> array[]::text[])),
      (2,
        $12::text,
        coalesce(exists (select 1 from publication p6 where ((p6.id = o1.publication and ((p6.ended_at is null and p6.until > (select viewer_time())) or (p6.ended_at is null and p6.joint_with = $13) or exists (select 1 from dossier cd where cd.id = p6.dossier and (cd.employer = $14 and cd.submitted_at is not null and cd.deleted_at is null)))) and exists (select 1 from organisation o7 where (o7.id = p6.unit and search_has('Organisation', o7.id, (select search_phrase($15)), 'name'))))), false),
        null::text),
      (3,
        $16::text,
        coalesce(exists (select 1 from publication p8 where ((p8.id = o1.publication and ((p8.ended_at is null and p8.until > (select viewer_time())) or (p8.ended_at is null and p8.joint_with = $17) or exists (select 1 from dossier cd where cd.id = p8.dossier and (cd.employer = $18 and cd.submitted_at is not null and cd.deleted_at is null)))) and exists (select 1 from organisation o9 where (o9.id = p8.unit and search_has('Organisation', o9.id, (select search_phrase($19)), 'name'))))), false),
        null::text),
      (4,
        $20::text,
        coalesce(exists (select 1 from publication p8 where ((p8.id = o1.publication and ((p8.ended_at is null and p8.until > (select viewer_time())) or (p8.ended_at is null and p8.joint_with = $21) or exists (select 1 from dossier cd where cd.id = p8.dossier and (cd.employer = $22 and cd.submitted_at is not null and cd.deleted_at is null)))) and exists (select 1 from organisation o10 where (o10.id = p8.unit and search_has('Organisation', o10.id, (select search_phrase($23)), 'name'))))), false),
        (select (select (to_json(o10.name) #>> array[]::text[]) from organisation o10 where o10.id = p8.unit) from publication p8 where (p8.id = o1.publication and ((p8.ended_at is null and p8.until > (select viewer_time())) or (p8.ended_at is null and p8.joint_with = $24) or exists (select 1 from dossier cd where cd.id = p8.dossier and (cd.employer = $25 and cd.submitted_at is not null and cd.deleted_at is null))))))) p (place, path, holds, shown)
  ))::text, 'UTF8')
from objection o1
where (o1.id = $26 and (o1.by_account = $27 or exists (select 1 from dossier od where od.id = o1.dossier and (od.employer = $28 and od.submitted_at is not null and od.deleted_at is null))))
