select json_build_object('year', year) from (select distinct year from dossier where region = '{region}' and submitted_at is not null) d order by year
