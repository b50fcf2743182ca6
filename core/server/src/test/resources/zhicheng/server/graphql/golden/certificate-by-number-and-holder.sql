select convert_to(json_build_object('title', c1.title, 'level', c1.level, 'obtainedOn', c1.obtained_on, 'revokedAt', c1.revoked_at, 'person', (
  select json_build_object('name', p2.name)
  from person p2
  where (p2.id = c1.person and false)
), 'committee', (
  select json_build_object('name', c3.name)
  from committee c3
  where c3.id = c1.committee
))::text, 'UTF8')
from known_certificate(by_holder => $1, by_number => $2) c1

select convert_to(json_build_object('title', c1.title, 'revokedAt', c1.revoked_at, 'revokedWhy', c1.revoked_why)::text, 'UTF8')
from known_certificate(by_holder => $1, by_number => $2) c1

select convert_to(json_build_object('title', c1.title)::text, 'UTF8')
from known_certificate(by_holder => $1, by_number => $2) c1

select convert_to((select json_build_object('totalCount', (select count(*) from certificate c1 where false)))::text, 'UTF8')
