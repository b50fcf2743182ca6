select convert_to((
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $1), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > $2))
  from (
    select row_number() over (order by d1.snapshot_hash nulls last, (select o3.id from organisation o3 where o3.id = d1.employer) desc nulls last, d1.id desc) as place,
      json_build_object('id', d1.id, 'contentHash', encode(d1.snapshot_hash, 'hex'), 'employer', (
        select json_build_object('id', o2.id)
        from organisation o2
        where o2.id = d1.employer
      )) as c0
    from dossier d1
    where ((d1.region = (select vo.region from organisation vo where vo.id = $3) and d1.submitted_at is not null and d1.deleted_at is null) and (d1.snapshot_hash = any (array(select decode(hex, 'hex') from unnest($4::text[]) hex))) is not true)
    order by d1.snapshot_hash nulls last, (select o3.id from organisation o3 where o3.id = d1.employer) desc nulls last, d1.id desc
    limit $5
  ) page
  having true
)::text, 'UTF8')
