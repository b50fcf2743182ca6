-- 12,000 dossiers of 8,000 people and 400 employers in three regions, each with an achievement, a year's hours and two acts, and 6,000 certificates; run by the owner. What triggers
-- do row by row is left out or done at once: plans hang on how many rows there are and how they are spread.
create function pg_temp.id(kind integer, number bigint) returns uuid language sql immutable
    return (lpad(to_hex(kind), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;
do $$
declare
    one regclass;
begin
    foreach one in array array['organisation', 'person', 'committee', 'achievement', 'dossier_achievement', 'dossier', 'certificate', 'trail']::regclass[] loop
        execute format('alter table %s disable trigger user', one);
    end loop;
end $$;
insert into organisation (id, name, kind, region, area_code, created_at)
select pg_temp.id(1, i), '第' || i || (array['建设集团', '农业公司', '中心医院'])[1 + i % 3], 'PRIVATE_ENTERPRISE', (array['north', 'south', 'west'])[1 + i % 3], '520502', '2020-01-01T00:00+08'
from generate_series(0, 399) i;
insert into committee (id, name, region, kind, founder, office, series, levels, created_at)
select pg_temp.id(2, i), '第' || i || '评委会', (array['north', 'south', 'west'])[1 + i % 3], 'SENIOR', pg_temp.id(1, i % 3), pg_temp.id(1, 10 + i % 30), '{ENGINEERING}', '{INTERMEDIATE}', '2020-01-01T00:00+08'
from generate_series(0, 59) i;
-- few employers are big and most are small: the first has a tenth of all people
insert into person (id, name, region, employer, created_at)
select pg_temp.id(3, i), chr(20000 + i * 7 % 2000) || chr(21000 + i * 11 % 3000) || chr(22000 + i * 31 % 2500), (array['north', 'south', 'west'])[1 + e % 3], pg_temp.id(1, e), '2021-01-01T00:00+08'
from (select i, floor(400 * power(i % 1000 / 1000.0, 3))::integer as e from generate_series(0, 7999) i) people;
insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at)
select region, 2024, 1, repeat('a', 64), '{}', '2023-01-01T00:00+08' from unnest(array['north', 'south', 'west']) region;
insert into achievement (id, person, kind, title, achieved_on, granted, created_at)
select pg_temp.id(5, i), pg_temp.id(3, i % 8000), case when i % 3 = 0 then 'PATENT' else 'PAPER' end, '关于' || chr(20000 + i * 13 % 5000) || chr(20500 + i * 17 % 5000) || '的研究',
    date '2018-01-01' + i * 37 % 2400, case when i % 3 = 0 then i % 2 = 0 end, '2022-01-01T00:00+08'
from generate_series(0, 11999) i;
insert into dossier (id, region, year, series, specialty, level, channel, title, applicant, employer, committee, stage, stage_since, education_tenths, created_at, updated_at, submitted_at, receipt_at,
    snapshot_hash, edition, facts_hash, intake_at, reached)
select pg_temp.id(4, i), p.region, 2024, (array['ENGINEERING', 'ENGINEERING', 'AGRICULTURE', 'HEALTH', 'EDUCATION'])[1 + i % 5], (array['建筑工程', '机械工程', '农艺'])[1 + i % 3],
    (array['INTERMEDIATE', 'ASSISTANT', 'ASSOCIATE_SENIOR'])[1 + i % 3], 'ordinary', (array['工程师', '高级工程师', '农艺师', '主管护师'])[1 + i % 4], p.id, p.employer, pg_temp.id(2, i % 60),
    s.stage, c.at, i * 13 % 1500, c.at, c.at, h.at, h.at, case when h.at is not null then sha256('x') end, case when h.at is not null then 1 end, case when h.at is not null then repeat('a', 64) end,
    case when s.stage = 'ACCEPTED' then h.at + interval '9 days' end, case when s.stage in ('RECOMMENDED', 'ACCEPTED') then array[pg_temp.id(1, 300 + i % 97)] else '{}' end
from generate_series(0, 11999) i join person p on p.id = pg_temp.id(3, i * 7 % 8000)
    cross join lateral (select (array['DRAFT', 'SUBMITTED', 'EMPLOYER_REVIEW', 'RECOMMENDED', 'ACCEPTED'])[1 + (i * 31 + i / 7) % 5] as stage) s
    cross join lateral (select timestamptz '2022-01-01T00:00+08' + i * 7919 % 12000 * interval '30 minutes' as at) c
    cross join lateral (select case when s.stage <> 'DRAFT' then c.at + interval '3 days' end as at) h;
insert into dossier_reached (unit, dossier, created_at) select unit, d.id, d.created_at from dossier d, unnest(d.reached) unit;
insert into dossier_achievement (id, dossier, achievement, version, picked_at, kind, title, achieved_on, granted)
select pg_temp.id(6, i), pg_temp.id(4, i), a.id, 1, '2022-01-01T00:00+08', a.kind, a.title, a.achieved_on, a.granted from generate_series(0, 11999) i join achievement a on a.id = pg_temp.id(5, i);
insert into dossier_hours (id, dossier, year, tenths, province) select pg_temp.id(7, i), pg_temp.id(4, i), 2024, 600 + i * 7 % 600, '520000' from generate_series(0, 11999) i;
insert into certificate (id, number, holder, person, dossier, committee, region, series, level, title, obtained_on, issued_at)
select pg_temp.id(8, i), 'MADE-UP-' || i, p.name, p.id, d.id, d.committee, d.region, d.series, d.level, d.title, date '2023-01-01' + i % 500, timestamptz '2023-01-01T00:00+08' + i * 7919 % 6000 * interval '1 hour'
from generate_series(0, 5999) i join dossier d on d.id = pg_temp.id(4, i * 2) join person p on p.id = d.applicant;
insert into trail (subject, seq, at, head, entry, subject_kind)
select pg_temp.id(4, i), seq, timestamptz '2022-01-01T00:00+08' + i * interval '1 minute', sha256('x'), '{"act": "MOVE", "capacity": []}', 'DOSSIER' from generate_series(0, 11999) i cross join generate_series(1, 2) seq;
insert into search_text select noun, id, text from search_source;
analyze organisation, person, committee, achievement, dossier_achievement, dossier, dossier_reached, dossier_hours, certificate, trail, search_text, search_dossier, search_person, search_organisation, search_achievement, search_dossierachievement, search_certificate;
