select json_build_object('region', region, 'year', year, 'series', series, 'stage', stage)
from dossier
where region = '{region}' and submitted_at is not null and deleted_at is null
group by region, year, series, stage
having count(*) >= 10
order by md5(concat_ws(' ', year, series, stage))
limit 64
