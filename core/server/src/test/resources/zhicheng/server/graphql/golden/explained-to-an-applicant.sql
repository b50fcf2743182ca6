select convert_to(json_build_object(
  'holds', coalesce(((exists (select 1 from person p2 where (p2.id = d1.applicant and p2.gender = $1)) or exists (select 1 from dossier_hours d3 where (d3.dossier = d1.id and d3.tenths < $2) offset 0)) and (d1.specialty = $3) is not true and d1.series = $4 and d1.education_tenths >= $5 and (select count(*) from dossier_achievement d4 where d4.dossier = d1.id) >= $6 and not exists (select 1 from trail t5 where ((t5.subject = d1.id and ((t5.by_expert = false and t5.act <> 'OBJECT' or t5.actor = $7) and exists (select 1 from dossier td where td.id = t5.subject and td.applicant = $8))) and t5.act = $9) offset 0)), false),
  'parts', (
    select json_agg(json_build_object('path', p.path, 'holds', p.holds, 'shown', p.shown, 'below', p.below3) order by p.place)
    from (values
      (0,
        $10::text,
        coalesce(((exists (select 1 from person p6 where (p6.id = d1.applicant and p6.gender = $11)) or exists (select 1 from dossier_hours d7 where (d7.dossier = d1.id and d7.tenths < $12) offset 0)) and (d1.specialty = $13) is not true and d1.series = $14 and d1.education_tenths >= $15 and (select count(*) from dossier_achievement d8 where d8.dossier = d1.id) >= $16 and not exists (select 1 from trail t9 where ((t9.subject = d1.id and ((t9.by_expert = false and t9.act <> 'OBJECT' or t9.actor = $17) and exists (select 1 from dossier td where td.id = t9.subject and td.applicant = $18))) and t9.act = $19) offset 0)), false),
        null::text,
        null::json),
      (1,
        $20::text,
        coalesce((exists (select 1 from person p10 where (p10.id = d1.applicant and p10.gender = $21)) or exists (select 1 from dossier_hours d11 where (d11.dossier = d1.id and d11.tenths < $22) offset 0)), false),
        null::text,
        null::json),
      (2,
        $23::text,
        coalesce(exists (select 1 from person p12 where (p12.id = d1.applicant and p12.gender = $24)), false),
        null::text,
        null::json),
      (3,
        $25::text,
        coalesce(exists (select 1 from person p13 where (p13.id = d1.applicant and p13.gender = $26)), false),
        (select (to_json(p13.gender) #>> array[]::text[]) from person p13 where p13.id = d1.applicant),
        null::json),
      (4,
        $27::text,
        coalesce(exists (select 1 from dossier_hours d14 where (d14.dossier = d1.id and d14.tenths < $28) offset 0), false),
        (select count(*) filter (where d15.tenths < $29) || '/' || count(*) from dossier_hours d15 where d15.dossier = d1.id),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by d15.year desc, d15.id desc) as place,
                coalesce(d15.tenths < $30, false) as holds,
                null::text as shown
              from dossier_hours d15
              where d15.dossier = d1.id
              order by d15.year desc, d15.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where d15.tenths < $31) as holding
            from dossier_hours d15
            where d15.dossier = d1.id
          ) b
        )),
      (5,
        $32::text,
        coalesce(exists (select 1 from dossier_hours d15 where (d15.dossier = d1.id and d15.tenths < $33)), false),
        (select count(*) filter (where d15.tenths < $34) || '/' || count(*) from dossier_hours d15 where d15.dossier = d1.id),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by d15.year desc, d15.id desc) as place,
                coalesce(d15.tenths < $35, false) as holds,
                (to_json(d15.tenths) #>> array[]::text[]) as shown
              from dossier_hours d15
              where d15.dossier = d1.id
              order by d15.year desc, d15.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where d15.tenths < $36) as holding
            from dossier_hours d15
            where d15.dossier = d1.id
          ) b
        )),
      (6,
        $37::text,
        coalesce((d1.specialty = $38) is not true, false),
        null::text,
        null::json),
      (7,
        $39::text,
        coalesce(d1.specialty = $40, false),
        (to_json(d1.specialty) #>> array[]::text[]),
        null::json),
      (8,
        $41::text,
        coalesce(d1.series = $42, false),
        (to_json(d1.series) #>> array[]::text[]),
        null::json),
      (9,
        $43::text,
        coalesce(d1.education_tenths >= $44, false),
        (to_json(d1.education_tenths) #>> array[]::text[]),
        null::json),
      (10,
        $45::text,
        coalesce((select count(*) from dossier_achievement d16 where d16.dossier = d1.id) >= $46, false),
        (to_json((select count(*) from dossier_achievement d17 where d17.dossier = d1.id)) #>> array[]::text[]),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by d18.achieved_on desc nulls last, d18.id desc) as place,
                coalesce(true, false) as holds,
                null::text as shown
              from dossier_achievement d18
              where d18.dossier = d1.id
              order by d18.achieved_on desc nulls last, d18.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where true) as holding
            from dossier_achievement d18
            where d18.dossier = d1.id
          ) b
        )),
      (11,
        $47::text,
        coalesce(not exists (select 1 from trail t19 where ((t19.subject = d1.id and ((t19.by_expert = false and t19.act <> 'OBJECT' or t19.actor = $48) and exists (select 1 from dossier td where td.id = t19.subject and td.applicant = $49))) and t19.act = $50) offset 0), false),
        (select count(*) filter (where t20.act = $51) || '/' || count(*) from trail t20 where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $52) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $53)))),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by t20.at desc, t20.place desc, t20.id desc) as place,
                coalesce(t20.act = $54, false) as holds,
                null::text as shown
              from trail t20
              where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $55) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $56)))
              order by t20.at desc, t20.place desc, t20.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where t20.act = $57) as holding
            from trail t20
            where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $58) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $59)))
          ) b
        )),
      (12,
        $60::text,
        coalesce(not exists (select 1 from trail t20 where ((t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $61) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $62))) and t20.act = $63)), false),
        (select count(*) filter (where t20.act = $64) || '/' || count(*) from trail t20 where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $65) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $66)))),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by t20.at desc, t20.place desc, t20.id desc) as place,
                coalesce(t20.act = $67, false) as holds,
                (to_json(t20.act) #>> array[]::text[]) as shown
              from trail t20
              where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $68) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $69)))
              order by t20.at desc, t20.place desc, t20.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where t20.act = $70) as holding
            from trail t20
            where (t20.subject = d1.id and ((t20.by_expert = false and t20.act <> 'OBJECT' or t20.actor = $71) and exists (select 1 from dossier td where td.id = t20.subject and td.applicant = $72)))
          ) b
        ))) p (place, path, holds, shown, below3)
  ))::text, 'UTF8')
from dossier d1
where (d1.id = $73 and d1.applicant = $74)

select convert_to(json_build_object(
  'holds', coalesce(d1.year = $1, false))::text, 'UTF8')
from dossier d1
where (d1.id = $2 and d1.applicant = $3)
