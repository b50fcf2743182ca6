-- Two counts told by subtraction what their reader may not see.

-- Roots count all entries of the trail. An auditor who is somebody is not shown what is entered against him, nor all that others do to his dossiers: the difference was that
-- he was complained of, within minutes. So roots are for an administrator, whose server's log has them, and for an auditor's account that is nobody's.

drop policy seen on trail_root;
create policy seen on trail_root for select to zhicheng_reader using (
    (select case when viewer_is('AUDITOR') then viewer_person() is null else viewer_is('SYS_ADMIN') end));

-- Whoever sees each act of the trail can count the submissions under a notice, whoever keeps the books the payments of his region: with that the cells under the threshold
-- follow from those that are shown. For them all cells are withheld; the rest is V024's.

create or replace function dossier_statistics(of_year integer, of_region text, before date, threshold integer, series_listed text[])
    returns table (region text, series text, level text, count integer)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with handed_in as (
        select d.region, d.series, d.level, (d.submitted_at at time zone 'Etc/GMT-8')::date as day,
            coalesce(d.region = (select viewer_region()), false) or coalesce(array[d.applicant, d.employer] && (select viewer_ids()), false) as own,
            d.intake_at is not null and coalesce(array[d.committee] && (select viewer_ids()), false) or coalesce(d.reached && array[(select viewer_above())], false) as reached
        from dossier d
        where d.year = of_year and (of_region is null or d.region = of_region) and d.submitted_at < before::timestamp at time zone 'Etc/GMT-8'
            and not coalesce((select viewer_is('AUDITOR', 'FINANCE')), false)
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
comment on function dossier_statistics is 'How many dossiers were handed in before a day of China, by region, series and level; null: withheld, or none. threshold: under how many of others (3 at least); series_listed: what is listed even where it is withheld. Asks who looks, as the policies do, and withholds everything from whoever can count dossiers elsewhere; runs as its owner, whom no policy stops, and gives no row of a dossier. Whoever is shown dossiers of which he was told the number before can subtract.';
