select convert_to(json_build_object(
  'holds', coalesce(((exists (select 1 from person p2 where (p2.id = d1.applicant and p2.gender = $1)) or exists (select 1 from dossier_hours d3 where (d3.dossier = d1.id and d3.tenths < $2) offset 0)) and (d1.specialty = $3) is not true and d1.series = $4 and d1.education_tenths >= $5 and (select count(*) from dossier_achievement d4 where d4.dossier = d1.id) >= $6 and not exists (select 1 from trail t5 where ((t5.subject = d1.id and false) and t5.act = $7) offset 0)), false),
  'parts', (
    select json_agg(json_build_object('path', p.path, 'holds', p.holds, 'shown', p.shown, 'below', p.below3) order by p.place)
    from (values
      (0,
        $8::text,
        coalesce(((exists (select 1 from person p6 where (p6.id = d1.applicant and p6.gender = $9)) or exists (select 1 from dossier_hours d7 where (d7.dossier = d1.id and d7.tenths < $10) offset 0)) and (d1.specialty = $11) is not true and d1.series = $12 and d1.education_tenths >= $13 and (select count(*) from dossier_achievement d8 where d8.dossier = d1.id) >= $14 and not exists (select 1 from trail t9 where ((t9.subject = d1.id and false) and t9.act = $15) offset 0)), false),
        null::text,
        null::json),
      (1,
        $16::text,
        coalesce((exists (select 1 from person p10 where (p10.id = d1.applicant and p10.gender = $17)) or exists (select 1 from dossier_hours d11 where (d11.dossier = d1.id and d11.tenths < $18) offset 0)), false),
        null::text,
        null::json),
      (2,
        $19::text,
        coalesce(exists (select 1 from person p12 where (p12.id = d1.applicant and p12.gender = $20)), false),
        null::text,
        null::json),
      (3,
        $21::text,
        coalesce(exists (select 1 from person p13 where (p13.id = d1.applicant and p13.gender = $22)), false),
        (select (to_json(p13.gender) #>> array[]::text[]) from person p13 where p13.id = d1.applicant),
        null::json),
      (4,
        $23::text,
        coalesce(exists (select 1 from dossier_hours d14 where (d14.dossier = d1.id and d14.tenths < $24) offset 0), false),
        (select count(*) filter (where d15.tenths < $25) || '/' || count(*) from dossier_hours d15 where d15.dossier = d1.id),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by d15.year desc, d15.id desc) as place,
                coalesce(d15.tenths < $26, false) as holds,
                null::text as shown
              from dossier_hours d15
              where d15.dossier = d1.id
              order by d15.year desc, d15.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where d15.tenths < $27) as holding
            from dossier_hours d15
            where d15.dossier = d1.id
          ) b
        )),
      (5,
        $28::text,
        coalesce(exists (select 1 from dossier_hours d15 where (d15.dossier = d1.id and d15.tenths < $29)), false),
        (select count(*) filter (where d15.tenths < $30) || '/' || count(*) from dossier_hours d15 where d15.dossier = d1.id),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by d15.year desc, d15.id desc) as place,
                coalesce(d15.tenths < $31, false) as holds,
                (to_json(d15.tenths) #>> array[]::text[]) as shown
              from dossier_hours d15
              where d15.dossier = d1.id
              order by d15.year desc, d15.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where d15.tenths < $32) as holding
            from dossier_hours d15
            where d15.dossier = d1.id
          ) b
        )),
      (6,
        $33::text,
        coalesce((d1.specialty = $34) is not true, false),
        null::text,
        null::json),
      (7,
        $35::text,
        coalesce(d1.specialty = $36, false),
        (to_json(d1.specialty) #>> array[]::text[]),
        null::json),
      (8,
        $37::text,
        coalesce(d1.series = $38, false),
        (to_json(d1.series) #>> array[]::text[]),
        null::json),
      (9,
        $39::text,
        coalesce(d1.education_tenths >= $40, false),
        (to_json(d1.education_tenths) #>> array[]::text[]),
        null::json),
      (10,
        $41::text,
        coalesce((select count(*) from dossier_achievement d16 where d16.dossier = d1.id) >= $42, false),
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
        $43::text,
        coalesce(not exists (select 1 from trail t19 where ((t19.subject = d1.id and false) and t19.act = $44) offset 0), false),
        (select count(*) filter (where t20.act = $45) || '/' || count(*) from trail t20 where (t20.subject = d1.id and false)),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by t20.at desc, t20.place desc, t20.id desc) as place,
                coalesce(t20.act = $46, false) as holds,
                null::text as shown
              from trail t20
              where (t20.subject = d1.id and false)
              order by t20.at desc, t20.place desc, t20.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where t20.act = $47) as holding
            from trail t20
            where (t20.subject = d1.id and false)
          ) b
        )),
      (12,
        $48::text,
        coalesce(not exists (select 1 from trail t20 where ((t20.subject = d1.id and false) and t20.act = $49)), false),
        (select count(*) filter (where t20.act = $50) || '/' || count(*) from trail t20 where (t20.subject = d1.id and false)),
        (
          select json_build_object('count', b.count, 'holding', b.holding, 'rows', (
            select coalesce(json_agg(json_build_object('holds', r.holds, 'shown', r.shown) order by r.place), '[]')
            from (
              select row_number() over (order by t20.at desc, t20.place desc, t20.id desc) as place,
                coalesce(t20.act = $51, false) as holds,
                (to_json(t20.act) #>> array[]::text[]) as shown
              from trail t20
              where (t20.subject = d1.id and false)
              order by t20.at desc, t20.place desc, t20.id desc
              limit 5
            ) r
          ))
          from (
            select count(*) as count,
              count(*) filter (where t20.act = $52) as holding
            from trail t20
            where (t20.subject = d1.id and false)
          ) b
        ))) p (place, path, holds, shown, below3)
  ))::text, 'UTF8')
from dossier d1
where (d1.id = $53 and false)

select convert_to(json_build_object(
  'holds', coalesce(d1.year = $1, false))::text, 'UTF8')
from dossier d1
where (d1.id = $2 and false)
