with g as materialized (
    select stage, series, count(*) as n from dossier
    where region = {region} and year = {year} and submitted_at is not null and deleted_at is null
    group by stage, series)
select convert_to(json_build_object(
    'dossiers', json_build_object('totalCount', coalesce((select sum(n) from g), 0)),
    'byStage', json_build_object('groups', (select coalesce(json_agg(json_build_object('by', json_build_object('stage', stage), 'count', n) order by stage collate "C"), '[]')
        from (select stage, sum(n) as n from g group by stage) s)),
    'bySeries', json_build_object('groups', (select coalesce(json_agg(json_build_object('by', json_build_object('series', series), 'count', n) order by series collate "C"), '[]')
        from (select series, sum(n) as n from g group by series) s)))::text, 'UTF8')
