select convert_to((
  select json_build_object('totalCount', (select count(*) from account_consent a1 where (a1.person = $1 and a1.withdrawn_at is null)), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by a1.given_at desc, a1.id desc) as place,
      json_build_object('givenAt', a1.given_at, 'until', a1.until, 'usedAt', a1.used_at, 'organisation', (
        select json_build_object('name', o2.name)
        from organisation o2
        where o2.id = a1.organisation
      )) as c0
    from account_consent a1
    where (a1.person = $2 and a1.withdrawn_at is null)
    order by a1.given_at desc, a1.id desc
    limit $3
  ) page
  having true
)::text, 'UTF8')
