select convert_to((select json_build_object('totalCount', (select count(*) from trail_root t1 where false)))::text, 'UTF8')
