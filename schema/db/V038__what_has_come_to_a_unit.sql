-- What has come to a unit above employers (V019), by the unit: a department of a few dozen dossiers among a million finds them along an index. PostgreSQL takes no
-- index for && of arrays under a policy, since it is not leakproof (V014); = of ids is.

create table dossier_reached (
    unit       uuid not null,
    dossier    uuid not null references dossier (id) on delete cascade,
    created_at timestamptz not null,
    primary key (dossier, unit)
);
comment on table dossier_reached is 'The same as dossier.reached, a row for each unit (J24-3.4, X24-5.2b, B24-5.3). The database keeps it, and nobody else writes it.';
comment on column dossier_reached.unit is 'The unit above employers to which the dossier was handed.';
comment on column dossier_reached.dossier is 'What was handed to it.';
comment on column dossier_reached.created_at is 'When the dossier was begun, which is the order in which lists show it.';
create index dossier_reached_by_unit on dossier_reached (unit, created_at desc, dossier desc);

create function dossier_reaches() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    delete from dossier_reached r where r.dossier = new.id and (r.unit <> all (new.reached) or r.created_at <> new.created_at);
    insert into dossier_reached (unit, dossier, created_at) select unit, new.id, new.created_at from unnest(new.reached) unit on conflict do nothing;
    return null;
end $$;
comment on function dossier_reaches is 'Keeps dossier_reached as dossier.reached.';
create trigger dossier_reaches after insert or update of reached, created_at on dossier for each row when (new.reached <> '{}') execute function dossier_reaches();
create trigger dossier_reaches_no_more after update of reached on dossier for each row when (old.reached <> '{}' and new.reached = '{}') execute function dossier_reaches();
alter table dossier enable always trigger dossier_reaches;
alter table dossier enable always trigger dossier_reaches_no_more;

insert into dossier_reached (unit, dossier, created_at) select distinct unit, d.id, d.created_at from dossier d, unnest(d.reached) unit;

alter table dossier_reached enable row level security;
create policy seen on dossier_reached for select to zhicheng_reader using (nullif(unit = (select viewer_above()), false) is not null);
comment on policy seen on dossier_reached is 'The unit''s own.';
grant select (unit, dossier, created_at) on dossier_reached to zhicheng_reader;

create or replace function handed_up(person uuid, organisation uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from dossier d where d.applicant = handed_up.person and d.employer = handed_up.organisation
        and d.submitted_at is not null and d.deleted_at is null and exists (select from dossier_reached r where r.unit = viewer_above() and r.dossier = d.id));
end $$;
revoke select (reached) on dossier from zhicheng_reader; -- only the policy asks for it, which needs no right of the reader's

-- Whether somebody has made a dossier that is seen is looked for in the statement itself: a function with a query in it (V008) cost three times as much, for every
-- person whom the viewer does not see, so that a bureau's count of its people met the statement's time-out at 600,000. limit 1, lest PostgreSQL gathers all dossiers' applicants first.

alter policy seen on person using (nullif(
    provisional = false and region = (select viewer_region())
    or array[id, employer] && (select viewer_ids())
    or (select true from dossier d where d.applicant = person.id limit 1), false) is not null);
drop function has_applied;

-- V024 hides few from whoever asks now, and cannot take back what was told before.
comment on function dossier_statistics is 'How many dossiers were handed in before a day of China, by region, series and level; null: withheld, or none. threshold: under how many of others (3 at least); series_listed: what is listed even where it is withheld. Asks who looks, as the policies do; runs as its owner, whom no policy stops, and gives no row of a dossier. Whoever is shown dossiers of which he was told the number before can subtract.';
