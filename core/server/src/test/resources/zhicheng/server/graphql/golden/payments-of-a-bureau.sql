select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'by', json_build_object('state', g.k0, 'dueDay', g.k1, 'dossierSeries', g.k2), 'sum', json_build_object('fen', g.m3, 'refundFen', g.m4), 'average', json_build_object('fen', g.m5)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last, g.k2 nulls last) as place, g.*
    from (
      select count(*) as n,
        p1.state collate "C" as k0,
        (p1.due_at at time zone 'Etc/GMT-8')::date as k1,
        (select d2.series from dossier d2 where (d2.id = p1.dossier and (d2.region = (select vo.region from organisation vo where vo.id = $2) and d2.submitted_at is not null and d2.deleted_at is null))) collate "C" as k2,
        (coalesce(sum(p1.fen), 0)::numeric)::float8 as m3,
        (coalesce(sum(p1.refund_fen), 0)::numeric)::float8 as m4,
        (round(avg(p1.fen), 2))::float8 as m5
      from payment p1
      where exists (select 1 from dossier cd where cd.id = p1.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $3) and cd.submitted_at is not null and cd.deleted_at is null))
      group by k0, k1, k2
      having coalesce(sum(p1.fen), 0)::numeric > $4
    ) g
    order by place
    limit $5
  ) g
  having true
)::text, 'UTF8')

select convert_to(json_build_object(
  'holds', coalesce(((p1.due_at < $1 or p1.refund is not null) and p1.state = any ($2) and exists (select 1 from dossier d2 where ((d2.id = p1.dossier and (d2.region = (select vo.region from organisation vo where vo.id = $3) and d2.submitted_at is not null and d2.deleted_at is null)) and exists (select 1 from person p3 where (p3.id = d2.applicant and p3.gender = $4))))), false),
  'parts', (
    select json_agg(json_build_object('path', p.path, 'holds', p.holds, 'shown', p.shown) order by p.place)
    from (values
      (0,
        $5::text,
        coalesce(((p1.due_at < $6 or p1.refund is not null) and p1.state = any ($7) and exists (select 1 from dossier d4 where ((d4.id = p1.dossier and (d4.region = (select vo.region from organisation vo where vo.id = $8) and d4.submitted_at is not null and d4.deleted_at is null)) and exists (select 1 from person p5 where (p5.id = d4.applicant and p5.gender = $9))))), false),
        null::text),
      (1,
        $10::text,
        coalesce((p1.due_at < $11 or p1.refund is not null), false),
        null::text),
      (2,
        $12::text,
        coalesce(p1.due_at < $13, false),
        (to_json(p1.due_at) #>> array[]::text[])),
      (3,
        $14::text,
        coalesce(p1.refund is not null, false),
        (to_json(p1.refund) #>> array[]::text[])),
      (4,
        $15::text,
        coalesce(p1.state = any ($16), false),
        (to_json(p1.state) #>> array[]::text[])),
      (5,
        $17::text,
        coalesce(exists (select 1 from dossier d6 where ((d6.id = p1.dossier and (d6.region = (select vo.region from organisation vo where vo.id = $18) and d6.submitted_at is not null and d6.deleted_at is null)) and exists (select 1 from person p7 where (p7.id = d6.applicant and p7.gender = $19)))), false),
        null::text),
      (6,
        $20::text,
        coalesce(exists (select 1 from dossier d8 where ((d8.id = p1.dossier and (d8.region = (select vo.region from organisation vo where vo.id = $21) and d8.submitted_at is not null and d8.deleted_at is null)) and exists (select 1 from person p9 where (p9.id = d8.applicant and p9.gender = $22)))), false),
        null::text),
      (7,
        $23::text,
        coalesce(exists (select 1 from dossier d8 where ((d8.id = p1.dossier and (d8.region = (select vo.region from organisation vo where vo.id = $24) and d8.submitted_at is not null and d8.deleted_at is null)) and exists (select 1 from person p10 where (p10.id = d8.applicant and p10.gender = $25)))), false),
        (select (select (to_json(p10.gender) #>> array[]::text[]) from person p10 where p10.id = d8.applicant) from dossier d8 where (d8.id = p1.dossier and (d8.region = (select vo.region from organisation vo where vo.id = $26) and d8.submitted_at is not null and d8.deleted_at is null))))) p (place, path, holds, shown)
  ))::text, 'UTF8')
from payment p1
where (p1.id = $27 and exists (select 1 from dossier cd where cd.id = p1.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $28) and cd.submitted_at is not null and cd.deleted_at is null)))

select convert_to(json_build_object(
  'holds', coalesce(p1.fen >= $1, false))::text, 'UTF8')
from payment p1
where (p1.id = $2 and exists (select 1 from dossier cd where cd.id = p1.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $3) and cd.submitted_at is not null and cd.deleted_at is null)))
