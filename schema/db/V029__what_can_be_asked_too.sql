-- What was kept and could not be asked for: who nominates and which places are taken (B23-2.3), what transfers use up (B24-5.6), the roots over the trail. And files
-- as evidence of complaints and of entries of the register (佐证材料: X24-8.5, J24-4.3), which were lines of text alone.

-- Nominators: the enterprise's, the bureau's of the city's region, and of the bureau that recognised it.

grant select (id, organisation, region, category, grade, document, clause, from_day, lost_at, lost_why, lost_by, decided_by, made_up, created_at) on nominator to zhicheng_reader;
create policy seen on nominator for select to zhicheng_reader using (nullif(
    region = (select viewer_region())
    or array[organisation] && (select viewer_ids())
    or decided_by = (select viewer_above()), false) is not null);

-- Nominations: whoever sees a dossier sees whether it has a place.

alter table nomination add column id uuid not null default gen_random_uuid();
create unique index nomination_by_id on nomination (id);
grant select (id, region, organisation, year, category, place, dossier, at, made_up) on nomination to zhicheng_reader;
create policy seen on nomination for select to zhicheng_reader using ((select true from dossier d where d.id = nomination.dossier) is not null);

-- Transfers: the person's, the bureau's of the city's region, and of the bureau that entered it. What one used up is seen with it.

grant select (id, person, region, dossier, from_series, series, level, level_since, document, clause, decided_by, made_up, created_at) on title_transfer to zhicheng_reader;
create policy seen on title_transfer for select to zhicheng_reader using (nullif(
    person = (select viewer_person())
    or region = (select viewer_region())
    or decided_by = (select viewer_above()), false) is not null);

alter table spent_achievement
    add column id       uuid not null default gen_random_uuid(),
    add column spent_at timestamptz;
update spent_achievement set spent_at = t.created_at from title_transfer t where t.id = spent_achievement.transfer;
alter table spent_achievement alter column spent_at set not null;
comment on column spent_achievement.spent_at is 'When the transfer was entered that it served.';
create unique index spent_achievement_by_id on spent_achievement (id);
create index spent_achievement_by_achievement on spent_achievement (achievement);
grant select (id, transfer, achievement, spent_at) on spent_achievement to zhicheng_reader;
create policy seen on spent_achievement for select to zhicheng_reader using ((select true from title_transfer t where t.id = spent_achievement.transfer) is not null);

-- Roots over the trail: whoever sees every act. What can be read is derived from the statement, which is what was signed, so that the two cannot differ.

create function entry_tells_time(entry bytea, name text) returns timestamptz language sql immutable strict parallel safe
    return entry_says(entry, name)::timestamptz;
comment on function entry_tells_time is 'An instant in an entry of the trail or a statement over it, which is in UTC and says so: the same under every setting.';

create function entry_text(entry bytea) returns text language sql immutable strict parallel safe
    return convert_from(entry, 'UTF8');
comment on function entry_text is 'An entry of the trail or a statement over it, as text: it is UTF-8, whatever the database speaks.';

alter table trail_root
    add column id       uuid        not null generated always as (encode(substr(hash, 1, 16), 'hex')::uuid) stored,
    add column place    integer     not null generated always as (number::integer) stored,
    add column at       timestamptz not null generated always as (entry_tells_time(statement, 'at')) stored,
    add column tree     bytea       not null generated always as (decode(entry_says(statement, 'tree'), 'hex')) stored,
    add column leaves   integer     not null generated always as (entry_says(statement, 'leaves')::integer) stored,
    add column subjects integer     not null generated always as (entry_says(statement, 'subjects')::integer) stored,
    add column entries  integer     not null generated always as (entry_says(statement, 'entries')::integer) stored,
    add column signer   text        not null generated always as (entry_says(statement, 'key')) stored,
    add column says     text        not null generated always as (entry_text(statement)) stored;
comment on column trail_root.id is 'Made of the hash.';
comment on column trail_root.place is 'As number.';
comment on column trail_root.at is 'Official time, never before that of the root before.';
comment on column trail_root.tree is 'Root of the Merkle tree over the leaves (RFC 6962).';
comment on column trail_root.leaves is 'Chains that grew since the root before.';
comment on column trail_root.subjects is 'Chains that are under this root and those before it.';
comment on column trail_root.entries is 'Entries that are under this root and those before it.';
comment on column trail_root.signer is 'Fingerprint of the public key.';
comment on column trail_root.says is 'The statement as text.';
create unique index trail_root_by_id on trail_root (id);
create index trail_root_by_place on trail_root (place desc, id desc);
grant select (id, place, at, before, hash, tree, leaves, subjects, entries, signer, says, signature) on trail_root to zhicheng_reader;
create policy seen on trail_root for select to zhicheng_reader using ((select viewer_is('AUDITOR')));

-- Files of a case: what proves a complaint, or an entry of the register. Declared, brought and looked at as the files of an achievement are (V018).

create table case_file (
    id              uuid        primary key,
    complaint       uuid        references complaint,
    integrity_entry uuid        references integrity_entry,
    unit            uuid        not null references organisation,
    place           integer     not null constraint case_file_place_counts_from_one check (place >= 1),
    name            text        not null constraint case_file_has_a_name check (name <> ''),
    label           text        constraint case_file_label_is_not_empty check (label <> ''),
    size            integer     not null constraint case_file_is_not_empty check (size >= 1),
    type            text        not null constraint case_file_has_a_type check (type <> ''),
    sha256          bytea       not null constraint case_file_is_named_by_sha256 check (octet_length(sha256) = 32),
    declared_at     timestamptz not null,
    received_at     timestamptz,
    made_up         boolean     not null default false,
    constraint case_file_proves_one_thing check (num_nonnulls(complaint, integrity_entry) = 1),
    constraint complaint_has_the_same_bytes_once unique (complaint, sha256),
    constraint integrity_entry_has_the_same_bytes_once unique (integrity_entry, sha256)
);
comment on table case_file is 'A file that proves a complaint or an entry of the register of integrity (佐证材料: X24-8.5, J24-4.3): declared first, received when its bytes have come and are what was declared. Whom it is about does not see it.';
comment on column case_file.complaint is 'The complaint that it proves; null: an entry of the register.';
comment on column case_file.integrity_entry is 'The entry of the register that it proves; null: a complaint.';
comment on column case_file.unit is 'Who brings it.';
comment on column case_file.place is 'Its place among the files of the case, from 1.';
comment on column case_file.name is 'What it is called; never a path.';
comment on column case_file.label is 'What it shows, in words; null: not told.';
comment on column case_file.sha256 is 'Under which its bytes lie in the store of files.';
comment on column case_file.declared_at is 'When an address to bring it to was last asked for.';
comment on column case_file.received_at is 'When its bytes were found to be what was declared; null: they are not there yet.';
create index case_file_by_bytes on case_file (sha256) where received_at is not null;
grant select (id, complaint, integrity_entry, unit, place, name, label, size, type, sha256, declared_at, received_at, made_up) on case_file to zhicheng_reader;
grant select, insert, update on case_file to zhicheng_writer;

create function received_case_file_stays_as_it_is() returns trigger language plpgsql as $$
begin
    if old.received_at is not null or new.complaint is distinct from old.complaint or new.integrity_entry is distinct from old.integrity_entry then
        raise exception 'file % was received, or is of another case: it does not change', old.id
            using errcode = 'check_violation', table = tg_table_name, constraint = 'received_case_file_stays_as_it_is';
    end if;
    return new;
end $$;
comment on function received_case_file_stays_as_it_is is 'Refuses every change of a file that was received, and to move one to another case.';
create trigger received_case_file_stays_as_it_is before update on case_file for each row execute function received_case_file_stays_as_it_is();
alter table case_file enable always trigger received_case_file_stays_as_it_is;

-- seen with the complaint, whose policy leaves out whom it is about; with the entry, but by nobody whom that is about

alter table case_file enable row level security;
create policy commands_pass on case_file to zhicheng_writer using (true) with check (true);
create policy seen on case_file for select to zhicheng_reader using (nullif(
    (select true from complaint c where c.id = case_file.complaint)
    or (select i.person from integrity_entry i where i.id = case_file.integrity_entry) <> coalesce((select viewer_person()), '00000000-0000-0000-0000-000000000000'), false) is not null);

-- Whoever reviews above the unit sees on which ground it acts for the applicant of a dossier that has come to him, and of no other (X24-3.1.2).

create function handed_up(person uuid, organisation uuid) returns boolean language plpgsql stable parallel safe as $$
begin
    return exists (select from dossier d where d.applicant = handed_up.person and d.employer = handed_up.organisation
        and d.submitted_at is not null and d.deleted_at is null and d.reached && array[viewer_above()]);
end $$;
comment on function handed_up is 'Whether a dossier of this person''s, through this unit, has come to the unit above employers for which who looks acts.';

alter policy seen on binding using (nullif(
    region = (select viewer_region())
    or array[person, organisation] && (select viewer_ids())
    or (select viewer_above()) is not null and handed_up(person, organisation), false) is not null);
comment on policy seen on binding is 'The person''s, the unit''s, the bureau''s of the unit''s region; and of whoever reviews above the unit, where a dossier of the person''s through that unit has come to him.';
