select convert_to(json_build_object(
  'holds', coalesce(((exists (select 1 from person p2 where (p2.id = d1.applicant and p2.gender = $1)) or exists (select 1 from dossier_hours d3 where (d3.dossier = d1.id and d3.tenths < $2) offset 0)) and (d1.specialty = $3) is not true and d1.series = $4 and d1.education_tenths >= $5 and (select count(*) from dossier_achievement d4 where d4.dossier = d1.id) >= $6 and not exists (select 1 from trail t5 where ((t5.subject = d1.id and ((t5.by_expert = false and t5.act <> 'OBJECT' or t5.actor = $7) and exists (select 1 from dossier td where td.id = t5.subject and td.applicant = $8))) and t5.act = $9) offset 0)), false),
  'parts', (
    select json_agg(p.part order by p.place)
    from (values
      (0, json_build_object(
        'path', $10::text,
        'holds', coalesce(((exists (select 1 from person p6 where (p6.id = d1.applicant and p6.gender = $11)) or exists (select 1 from dossier_hours d7 where (d7.dossier = d1.id and d7.tenths < $12) offset 0)) and (d1.specialty = $13) is not true and d1.series = $14 and d1.education_tenths >= $15 and (select count(*) from dossier_achievement d8 where d8.dossier = d1.id) >= $16 and not exists (select 1 from trail t9 where ((t9.subject = d1.id and ((t9.by_expert = false and t9.act <> 'OBJECT' or t9.actor = $17) and exists (select 1 from dossier td where td.id = t9.subject and td.applicant = $18))) and t9.act = $19) offset 0)), false),
        'shown', null::text,
        'below', null::json)),
      (1, json_build_object(
        'path', $20::text,
        'holds', coalesce((exists (select 1 from person p10 where (p10.id = d1.applicant and p10.gender = $21)) or exists (select 1 from dossier_hours d11 where (d11.dossier = d1.id and d11.tenths < $22) offset 0)), false),
        'shown', null::text,
        'below', null::json)),
      (2, json_build_object(
        'path', $23::text,
        'holds', coalesce(exists (select 1 from person p12 where (p12.id = d1.applicant and p12.gender = $24)), false),
        'shown', null::text,
        'below', null::json)),
      (3, json_build_object(
        'path', $25::text,
        'holds', coalesce(exists (select 1 from person p13 where (p13.id = d1.applicant and p13.gender = $26)), false),
        'shown', (select (to_json(p13.gender) #>> array[]::text[]) from person p13 where p13.id = d1.applicant),
        'below', null::json)),
      (4, json_build_object(
        'path', $27::text,
        'holds', coalesce(exists (select 1 from dossier_hours d14 where (d14.dossier = d1.id and d14.tenths < $28) offset 0), false),
        'shown', (select count(*) filter (where d15.tenths < $29) || '/' || count(*) from dossier_hours d15 where d15.dossier = d1.id),
        'below', (
          select json_build_object('count', count(*), 'holding', count(*) filter (where d15.tenths < $30), 'rows', (
            select coalesce(json_agg(r.row order by r.place), '[]')
            from (
              select row_number() over (order by d15.year desc, d15.id desc) as place,
                json_build_object('holds', coalesce(d15.tenths < $31, false), 'shown', null::text) as row
              from dossier_hours d15
              where d15.dossier = d1.id
              order by d15.year desc, d15.id desc
              limit 5
            ) r
          ))
          from dossier_hours d15
          where d15.dossier = d1.id
          having true
        ))),
      (5, json_build_object(
        'path', $32::text,
        'holds', coalesce(exists (select 1 from dossier_hours d15 where (d15.dossier = d1.id and d15.tenths < $33)), false),
        'shown', (select count(*) filter (where d15.tenths < $34) || '/' || count(*) from dossier_hours d15 where d15.dossier = d1.id),
        'below', (
          select json_build_object('count', count(*), 'holding', count(*) filter (where d15.tenths < $35), 'rows', (
            select coalesce(json_agg(r.row order by r.place), '[]')
            from (
              select row_number() over (order by d15.year desc, d15.id desc) as place,
                json_build_object('holds', coalesce(d15.tenths < $36, false), 'shown', (to_json(d15.tenths) #>> array[]::text[])) as row
              from dossier_hours d15
              where d15.dossier = d1.id
              order by d15.year desc, d15.id desc
              limit 5
            ) r
          ))
          from dossier_hours d15
          where d15.dossier = d1.id
          having true
        ))),
      (6, json_build_object(
        'path', $37::text,
        'holds', coalesce((d1.specialty = $38) is not true, false),
        'shown', null::text,
        'below', null::json)),
      (7, json_build_object(
        'path', $39::text,
        'holds', coalesce(d1.specialty = $40, false),
        'shown', (to_json(d1.specialty) #>> array[]::text[]),
        'below', null::json)),
      (8, json_build_object(
        'path', $41::text,
        'holds', coalesce(d1.series = $42, false),
        'shown', (to_json(d1.series) #>> array[]::text[]),
        'below', null::json)),
      (9, json_build_object(
        'path', $43::text,
        'holds', coalesce(d1.education_tenths >= $44, false),
        'shown', (to_json(d1.education_tenths) #>> array[]::text[]),
        'below', null::json)),
      (10, json_build_object(
        'path', $45::text,
        'holds', coalesce((select count(*) from dossier_achievement d16 where d16.dossier = d1.id) >= $46, false),
        'shown', (to_json((select count(*) from dossier_achievement d17 where d17.dossier = d1.id)) #>> array[]::text[]),
        'below', (
          select json_build_object('count', count(*), 'holding', count(*) filter (where true), 'rows', (
            select coalesce(json_agg(r.row order by r.place), '[]')
            from (
              select row_number() over (order by d18.achieved_on desc nulls last, d18.id desc) as place,
                json_build_object('holds', coalesce(true, false), 'shown', null::text) as row
              from dossier_achievement d18
              where d18.dossier = d1.id
              order by d18.achieved_on desc nulls last, d18.id desc
              limit 5
            ) r
          ))
          from dossier_achievement d18
          where d18.dossier = d1.id
          having true
        ))),
      (11, json_build_object(
        'path', $47::text,
        'holds', coalesce(not exists (select 1 from trail t19 where ((t19.subject = d1.id and ((t19.by_expert = false and t19.act <> 'OBJECT' or t19.actor = $48) and exists (select 1 from dossier td where td.id = t19.subject and td.applicant = $49))) and t19.act = $50) offset 0), false),
        'shown', (select count(*) filter (where t20.act = $51) || '/' || count(*) from trail t20 where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $52) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $53)))),
        'below', (
          select json_build_object('count', count(*), 'holding', count(*) filter (where t20.act = $54), 'rows', (
            select coalesce(json_agg(r.row order by r.place), '[]')
            from (
              select row_number() over (order by t20.at desc, t20.place desc, t20.id desc) as place,
                json_build_object('holds', coalesce(t20.act = $55, false), 'shown', null::text) as row
              from trail t20
              where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $56) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $57)))
              order by t20.at desc, t20.place desc, t20.id desc
              limit 5
            ) r
          ))
          from trail t20
          where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $58) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $59)))
          having true
        ))),
      (12, json_build_object(
        'path', $60::text,
        'holds', coalesce(not exists (select 1 from trail t20 where ((t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $61) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $62))) and t20.act = $63)), false),
        'shown', (select count(*) filter (where t20.act = $64) || '/' || count(*) from trail t20 where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $65) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $66)))),
        'below', (
          select json_build_object('count', count(*), 'holding', count(*) filter (where t20.act = $67), 'rows', (
            select coalesce(json_agg(r.row order by r.place), '[]')
            from (
              select row_number() over (order by t20.at desc, t20.place desc, t20.id desc) as place,
                json_build_object('holds', coalesce(t20.act = $68, false), 'shown', (to_json(t20.act) #>> array[]::text[])) as row
              from trail t20
              where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $69) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $70)))
              order by t20.at desc, t20.place desc, t20.id desc
              limit 5
            ) r
          ))
          from trail t20
          where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $71) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $72)))
          having true
        )))) p (place, part)
  ))::text, 'UTF8')
from dossier d1
where (d1.id = $73 and d1.applicant = $74)

select convert_to(json_build_object(
  'holds', coalesce(d1.year = $1, false))::text, 'UTF8')
from dossier d1
where (d1.id = $2 and d1.applicant = $3)
