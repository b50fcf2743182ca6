-- An id is one party's only. The policies on dossier, person, meeting and certificate (V011) hold all ids by which a row may be seen against all ids by which
-- who looks sees rows, in one comparison, and do not ask which of them is a person's, an employer's or a committee's. They are right as long as no two of
-- these have one id: somebody whose own id were an employer's too would see what that employer sees. So it is held here, by one key over the three tables,
-- against whoever inserts: a command, an import, the owner. An id never changes, and is not given a second time when its row is gone.

create table party (
    id   uuid constraint an_id_is_one_partys_only primary key,
    kind text not null constraint party_kind check (kind in ('PERSON', 'ORGANISATION', 'COMMITTEE'))
);
comment on table party is 'By whose ids rows are seen: people, organisations, committees. The database fills it, and nobody reads it: it is there for its key.';
alter table party enable row level security;
insert into party (id, kind)
    select id, 'PERSON' from person union all select id, 'ORGANISATION' from organisation union all select id, 'COMMITTEE' from committee;

create function is_a_party() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into party (id, kind) select id, upper(tg_table_name) from arrived;
    return null;
end $$;
comment on function is_a_party is 'Gives what arrived its place among the parties, or refuses it: an_id_is_one_partys_only.';

create function party_keeps_its_id() returns trigger language plpgsql as $$
begin
    raise exception '% % keeps its id', tg_table_name, old.id using errcode = 'check_violation', table = tg_table_name, constraint = 'party_keeps_its_id';
end $$;
comment on function party_keeps_its_id is 'Refuses another id for what has one.';

do $$
declare
    one text;
begin
    foreach one in array array['person', 'organisation', 'committee'] loop
        execute format('create trigger is_a_party after insert on %I referencing new table as arrived for each statement execute function is_a_party()', one);
        execute format('create trigger party_keeps_its_id before update of id on %I for each row when (old.id <> new.id) execute function party_keeps_its_id()', one);
        execute format('alter table %I enable always trigger is_a_party', one);
        execute format('alter table %I enable always trigger party_keeps_its_id', one);
    end loop;
end $$;

-- Since V011 no policy asks for which unit somebody acts: what follows from it stands in zhicheng.region and zhicheng.ids. zhicheng.organisation is not set any more.
-- zhicheng.roles is: whether somebody is an auditor is asked by the policy on trail. zhicheng.account is asked by the one on account, zhicheng.person by those on
-- achievement, integrity_entry, dossier_finding and trail.

drop function viewer_unit(variadic text[]);

-- V008 has columns compared by operators that are leakproof. Two arrays of ids by && are not: PostgreSQL says so of no comparison of arrays, since one of arrays
-- of any type runs what that type compares by, and complains where the type has none. Of ids that is uuid_eq, which is leakproof and never fails.
--   It cannot leak. What a policy asks is asked before anything that a query asks, except what is leakproof; what is not waits for the policy, whichever
--   operators that has (SecondWallTest asks for a division by zero in hidden rows). Nor does && tell of ids by failing: it has no value for which it fails.
--   It spoils no index. An index serves what a query asks, and only that: a policy is nullif(…, false) is not null, which none could serve (V008). Which indices
--   serve the pages under these policies is tested as zhicheng_reader (PlansTest).

comment on policy seen on dossier is 'The applicant''s own; of those handed in and not set aside the bureau''s of the region and the employer''s; of those received the committee''s. && over ids neither leaks nor costs an index.';
comment on policy seen on person is 'Oneself, those of the bureau''s region, the employer''s own, and whoever has made a dossier that is seen. && as on dossier.';
comment on policy seen on meeting is 'The office''s and the founder''s of its committee, and the bureau''s of the region. && as on dossier.';
comment on policy seen on certificate is 'The holder''s, the bureau''s of the region, the committee''s, the employer''s of the holder. && as on dossier.';
