-- Totals beyond what somebody may see (dossierStatistics): one fixed partition, the cells of region × series × level of a year, and never a sum over them.
--
-- Whoever asks learns nothing of fewer dossiers than the threshold:
--   a cell is withheld while it holds fewer than that which he does not see himself, and while the rest of its region and year does;
--   one that is withheld looks like one that is empty, and which of them are listed hangs on nothing that was handed in;
--   a cell grows in steps: a number once shown stands until the threshold's number has come in since, so that two answers differ by nothing or by
--   at least as many, whenever they were asked for;
--   only whole days are counted;
--   what was handed in is counted for good, whatever became of it, so that no cell shrinks;
--   one region alone has the cells that it has among all.

create index dossier_handed_in on dossier (year, region, series, level, submitted_at) where submitted_at is not null;

create function in_steps(counted integer[], more integer, step integer) returns integer[] language sql immutable parallel safe
    return case when counted[2] + more >= step then array[counted[1] + counted[2] + more, 0] else array[counted[1], counted[2] + more] end;
comment on function in_steps is 'What is counted, and what has come since: counted only when it is enough for a step.';

create aggregate count_in_steps(more integer, step integer) (sfunc = in_steps, stype = integer[], initcond = '{0,0}', parallel = safe);
comment on aggregate count_in_steps(integer, integer) is 'Adds up in the order given, in steps of at least so many: what is counted, and the rest that is not yet.';

create function dossier_statistics(of_year integer, of_region text, before date, threshold integer, series_listed text[], seen json)
    returns table (region text, series text, level text, count integer)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with day as (
        select d.region, d.series, d.level, (d.submitted_at at time zone 'Etc/GMT-8')::date as day, count(*)::integer as n
        from dossier d
        where d.year = of_year and (of_region is null or d.region = of_region) and d.submitted_at < before::timestamp at time zone 'Etc/GMT-8'
        group by 1, 2, 3, 4
    ), cell as (
        select day.region, day.series, day.level, (count_in_steps(day.n, greatest(threshold, 3) order by day.day))[1] as counted, sum(day.n) as n
        from day group by 1, 2, 3
    ), unseen as (
        select cell.*, cell.n - coalesce(s.n, 0) as unseen
        from cell left join json_to_recordset(seen) s (region text, series text, level text, n integer) using (region, series, level)
    ), shown as (
        select u.region, u.series, u.level, u.counted
        from (select *, sum(unseen.unseen) over (partition by unseen.region) - unseen.unseen as others from unseen) u
        where u.counted > 0 and u.unseen >= greatest(threshold, 3) and u.others >= greatest(threshold, 3)
    ), listed as (
        select o.region, s.series, l.level
        from (select distinct o.region from organisation o where of_region is null or o.region = of_region) o,
            unnest(series_listed) s (series), unnest(array['FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER']) l (level)
    )
    select region, series, level, shown.counted from listed full join shown using (region, series, level)
    order by region collate "C", series collate "C", level collate "C"
$$;
comment on function dossier_statistics is 'How many dossiers were handed in before a day of China, by region, series and level; null: withheld, or none. threshold: under how many (3 at least); series_listed: what is listed even where it is withheld; seen: region, series, level, n of what the viewer sees himself. Runs as its owner, whom no policy stops, and gives no row of a dossier.';
revoke execute on function dossier_statistics from public;
grant execute on function dossier_statistics to zhicheng_reader;
