select convert_to((select json_build_object('totalCount', (select count(*) from dossier d1 where ((d1.region = (select vo.region from organisation vo where vo.id = $1) and d1.submitted_at is not null and d1.deleted_at is null) and d1.stage = any ($2)))))::text, 'UTF8')

select convert_to((select json_build_object('totalCount', (select count(*) from dossier d1 where ((d1.region = (select vo.region from organisation vo where vo.id = $1) and d1.submitted_at is not null and d1.deleted_at is null) and false))))::text, 'UTF8')

select convert_to((select json_build_object('totalCount', (select count(*) from dossier d1 where (d1.region = (select vo.region from organisation vo where vo.id = $1) and d1.submitted_at is not null and d1.deleted_at is null))))::text, 'UTF8')

select convert_to((select json_build_object('totalCount', (select count(*) from dossier d1 where (d1.region = (select vo.region from organisation vo where vo.id = $1) and d1.submitted_at is not null and d1.deleted_at is null))))::text, 'UTF8')
