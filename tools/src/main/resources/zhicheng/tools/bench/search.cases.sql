-- half of them whole names of people, a third pieces of employers' names, the rest specialties and what is in a tenth of all
(select json_build_object('words', p.name) from dossier d join person p on p.id = d.applicant
    where d.region = '{region}' and d.submitted_at is not null and length(p.name) >= 3 order by md5(d.id::text) limit 32)
union all
(select json_build_object('words', substr(o.name, 3, 4)) from dossier d join organisation o on o.id = d.employer
    where d.region = '{region}' and d.submitted_at is not null order by md5(d.id::text) limit 20)
union all
(select json_build_object('words', words) from unnest('{采矿工程,给水排水,儿科,植物保护,测绘,烹饪,语文,工程师,高级,医院,中学,矿业}'::text[]) words)
