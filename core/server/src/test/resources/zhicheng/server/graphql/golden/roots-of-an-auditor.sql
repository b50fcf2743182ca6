select convert_to((
  select json_build_object('totalCount', (select count(*) from trail_root t1 where true), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by t1.place desc, t1.id desc) as place,
      json_build_object('number', t1.place, 'at', t1.at, 'before', encode(t1.before, 'hex'), 'hash', encode(t1.hash, 'hex'), 'leaves', t1.leaves, 'subjects', t1.subjects, 'entries', t1.entries, 'key', t1.signer) as c0
    from trail_root t1
    where true
    order by t1.place desc, t1.id desc
    limit $1
  ) page
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('count', g.n, 'sum', json_build_object('leaves', g.m1), 'by', json_build_object('atMonth', g.k0)) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.k0 nulls last) as place, g.*
    from (
      select count(*) as n,
        to_char(t1.at at time zone 'Etc/GMT-8', 'YYYY-MM') collate "C" as k0,
        (coalesce(sum(t1.leaves), 0)::numeric)::float8 as m1
      from trail_root t1
      where true
      group by k0
      having true
    ) g
    order by place
    limit $2
  ) g
  having true
)::text, 'UTF8')
