select convert_to(row::text, 'UTF8') from (
select json_build_object('title', c1.title, 'level', c1.level, 'obtainedOn', c1.obtained_on, 'revokedAt', c1.revoked_at, 'person', (
  select json_build_object('name', p2.name)
  from person p2
  where (p2.id = c1.person and false)
), 'committee', (
  select json_build_object('name', c3.name)
  from committee c3
  where c3.id = c1.committee
))
from certificate c1
where (c1.holder = $1 and c1.number = $2)
) answer(row)

select convert_to(row::text, 'UTF8') from (
select json_build_object('title', c1.title, 'revokedAt', c1.revoked_at, 'revokedWhy', c1.revoked_why)
from certificate c1
where (c1.holder = $1 and c1.number = $2)
) answer(row)

select convert_to(row::text, 'UTF8') from (
select json_build_object('title', c1.title)
from certificate c1
where (c1.holder = $1 and c1.number = $2)
) answer(row)

select convert_to(row::text, 'UTF8') from (
select (select json_build_object('totalCount', (select count(*) from certificate c1 where false)))
) answer(row)
