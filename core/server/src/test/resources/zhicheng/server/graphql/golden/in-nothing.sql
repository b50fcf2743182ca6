select (select json_build_object('totalCount', (select count(*) from dossier d1 where ((d1.region = (select vo.region from organisation vo where vo.id = ?) and d1.submitted_at is not null and d1.deleted_at is null) and d1.stage = any (?)))))

select (select json_build_object('totalCount', (select count(*) from dossier d1 where ((d1.region = (select vo.region from organisation vo where vo.id = ?) and d1.submitted_at is not null and d1.deleted_at is null) and false))))

select (select json_build_object('totalCount', (select count(*) from dossier d1 where (d1.region = (select vo.region from organisation vo where vo.id = ?) and d1.submitted_at is not null and d1.deleted_at is null))))

select (select json_build_object('totalCount', (select count(*) from dossier d1 where (d1.region = (select vo.region from organisation vo where vo.id = ?) and d1.submitted_at is not null and d1.deleted_at is null))))
