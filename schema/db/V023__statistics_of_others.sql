-- Totals beyond what somebody may see (dossierStatistics), where he sees some of it himself. The threshold and the steps of V009 are kept by what others have
-- handed in, and what is his own is added as it is.
--
-- V009 made the steps over everybody's dossiers and took what he sees into account afterwards, in total. Where nine of a step's ten were his own, he knew that exactly
-- one other had come; and he can steer when his own people hand in.
--
-- What is his own is found by what never changes with the course of a dossier: its applicant, its employer, its region. Whether it was withdrawn or deleted meanwhile is of no
-- account: he has seen it come. So what others have handed in is the same on every day on which he asks, and what of it is shown hangs on them alone.
-- What reaches a committee of his becomes seen on the way, after it was counted among others': a cell in which he sees such dossiers is withheld.

drop function dossier_statistics(integer, text, date, integer, text[], json);

create function dossier_statistics(of_year integer, of_region text, before date, threshold integer, series_listed text[])
    returns table (region text, series text, level text, count integer)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with handed_in as (
        select d.region, d.series, d.level, (d.submitted_at at time zone 'Etc/GMT-8')::date as day,
            coalesce(d.region = (select viewer_region()), false) or coalesce(array[d.applicant, d.employer] && (select viewer_ids()), false) as own,
            d.intake_at is not null and coalesce(array[d.committee] && (select viewer_ids()), false) as reached
        from dossier d
        where d.year = of_year and (of_region is null or d.region = of_region) and d.submitted_at < before::timestamp at time zone 'Etc/GMT-8'
    ), day as (
        select h.region, h.series, h.level, h.day, (count(*) filter (where not h.own))::integer as others, (count(*) filter (where h.own))::integer as own,
            bool_or(h.reached and not h.own) as reached
        from handed_in h group by 1, 2, 3, 4
    ), cell as (
        select day.region, day.series, day.level, (count_in_steps(day.others, greatest(threshold, 3) order by day.day))[1] as counted,
            sum(day.others) as others, sum(day.own)::integer as own, bool_or(day.reached) as reached
        from day group by 1, 2, 3
    ), shown as (
        select c.region, c.series, c.level, c.counted + c.own as count
        from (select *, sum(cell.others) over (partition by cell.region) - cell.others as rest from cell) c
        where c.counted > 0 and c.rest >= greatest(threshold, 3) and not c.reached
    ), listed as (
        select o.region, s.series, l.level
        from (select distinct o.region from organisation o where of_region is null or o.region = of_region) o,
            unnest(series_listed) s (series), unnest(array['FULL_SENIOR', 'ASSOCIATE_SENIOR', 'INTERMEDIATE', 'ASSISTANT', 'MEMBER']) l (level)
    )
    select region, series, level, shown.count from listed full join shown using (region, series, level)
    order by region collate "C", series collate "C", level collate "C"
$$;
comment on function dossier_statistics is 'How many dossiers were handed in before a day of China, by region, series and level; null: withheld, or none. threshold: under how many of others (3 at least); series_listed: what is listed even where it is withheld. Asks who looks, as the policies do; runs as its owner, whom no policy stops, and gives no row of a dossier.';
revoke execute on function dossier_statistics from public;
grant execute on function dossier_statistics to zhicheng_reader;
