select convert_to(json_build_object('countedTo', $1::date - 1, 'withheldUnder', $2::integer, 'cells', (select coalesce(json_agg(json_build_object('region', s.region, 'series', s.series, 'level', s.level, 'count', s.count, 'withheld', s.count is null) order by s.region collate "C", s.series collate "C", s.level collate "C"), '[]') from dossier_statistics($3, $4, $5, $6, $7, (
  select json_agg(v)
  from (
    select d1.region, d1.series, d1.level, count(*) as n
    from dossier d1
    where (d1.year = $8 and d1.submitted_at < $9::date::timestamp at time zone 'Etc/GMT-8' and (d1.reached && array[$10]::uuid[] and d1.submitted_at is not null and d1.deleted_at is null))
    group by 1, 2, 3
  ) v
)) s))::text, 'UTF8')
