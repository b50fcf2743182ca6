-- Evidence files (佐证材料; J24-3.2 «扫描上传电子版佐证材料»): what an achievement of a store is proved by (B24-3.1), and what of it a dossier carries.
--
-- The bytes are not here. They lie in the store of files (a folder, or an object store), each under the SHA-256 of what it holds, once, whoever brought them; they
-- are never changed and never thrown away. A row says whose they are, under which name, and that they were brought. Naming a hash is not bringing its
-- bytes: received_at is set for a row only when they came to its own address.

create table evidence_file (
    id          uuid        primary key,
    person      uuid        not null references person,
    achievement uuid        not null references achievement,
    place       integer     not null constraint evidence_place_counts_from_one check (place >= 1),
    name        text        not null constraint evidence_file_has_a_name check (name <> ''),
    label       text        constraint evidence_label_is_not_empty check (label <> ''),
    size        integer     not null constraint evidence_file_is_not_empty check (size >= 1),
    type        text        not null constraint evidence_file_has_a_type check (type <> ''),
    sha256      bytea       not null constraint evidence_is_named_by_sha256 check (octet_length(sha256) = 32),
    declared_at timestamptz not null,
    received_at timestamptz,
    removed_at  timestamptz,
    made_up     boolean     not null default false,
    constraint achievement_has_the_same_bytes_once unique (achievement, sha256)
);
comment on table evidence_file is 'A file that proves an achievement in its owner''s store (J24-3.2, B24-3.1): declared first, received when its bytes have come and are what was declared.';
comment on column evidence_file.person is 'Whose achievement it is.';
comment on column evidence_file.place is 'Its place among the files of the achievement, from 1.';
comment on column evidence_file.name is 'What its owner calls the file, e.g. 专利证书.pdf; never a path.';
comment on column evidence_file.label is 'What it shows, in its owner''s words; null: not told.';
comment on column evidence_file.size is 'Bytes: as declared, and once received as they are.';
comment on column evidence_file.type is 'Media type: as declared, and once received as the bytes show it.';
comment on column evidence_file.sha256 is 'Under which its bytes lie in the store of files.';
comment on column evidence_file.declared_at is 'When an address to bring it to was last asked for.';
comment on column evidence_file.received_at is 'When its bytes were found to be what was declared; null: they are not there yet.';
comment on column evidence_file.removed_at is 'Put away by its owner; nothing is erased, and it can be brought back.';
create index evidence_file_by_achievement on evidence_file (achievement, place, id);
create index evidence_file_by_person on evidence_file (person);
grant select (id, person, achievement, place, name, label, size, type, sha256, declared_at, received_at, removed_at, made_up) on evidence_file to zhicheng_reader;
grant select, insert, update on evidence_file to zhicheng_writer;

create function received_file_stays_as_it_is() returns trigger language plpgsql as $$
begin
    if old.received_at is not null and (new.id, new.person, new.achievement, new.name, new.size, new.type, new.sha256, new.received_at)
            is distinct from (old.id, old.person, old.achievement, old.name, old.size, old.type, old.sha256, old.received_at) then
        raise exception 'file % was received: its name and its bytes do not change', old.id
            using errcode = 'check_violation', table = tg_table_name, constraint = 'received_file_stays_as_it_is';
    end if;
    return new;
end $$;
comment on function received_file_stays_as_it_is is 'Of a file that was received only the place, the label and whether it is put away may change.';
create trigger received_file_stays_as_it_is before update on evidence_file for each row execute function received_file_stays_as_it_is();
alter table evidence_file enable always trigger received_file_stays_as_it_is;

create table dossier_file (
    id      uuid    primary key,
    dossier uuid    not null references dossier deferrable initially deferred,
    picked  uuid    not null references dossier_achievement on delete cascade,
    file    uuid    not null references evidence_file,
    place   integer not null constraint carried_file_place_counts_from_one check (place >= 1),
    name    text    not null,
    label   text,
    size    integer not null,
    type    text    not null,
    sha256  bytea   not null constraint carried_file_is_named_by_sha256 check (octet_length(sha256) = 32),
    made_up boolean not null default false,
    constraint file_is_picked_once unique (picked, file)
);
comment on table dossier_file is 'A file as it was when its achievement was picked into a dossier (B24-3.1, J24-3.2): later changes in the store do not reach it, and of a submitted dossier none comes or goes.';
comment on column dossier_file.picked is 'The achievement as it was picked; the file goes with it.';
comment on column dossier_file.file is 'The file in its owner''s store.';
create index dossier_file_by_picked on dossier_file (picked, place, id);
grant select (id, dossier, picked, file, place, name, label, size, type, sha256, made_up) on dossier_file to zhicheng_reader;
grant select, insert, delete on dossier_file to zhicheng_writer;

-- by the same rule as the achievements that they belong to, whatever that rule comes to say
create trigger picked_files_are_frozen before insert or update or delete on dossier_file for each row execute function picked_achievements_are_frozen();
alter table dossier_file enable always trigger picked_files_are_frozen;

-- The second wall: a file in the store is its owner's, as the achievement is; a file that a dossier carries is seen by whoever sees the dossier.

alter table evidence_file enable row level security;
alter table dossier_file enable row level security;
create policy commands_pass on evidence_file to zhicheng_writer using (true) with check (true);
create policy commands_pass on dossier_file to zhicheng_writer using (true) with check (true);
create policy seen on evidence_file for select to zhicheng_reader using (person = (select viewer_person()));
create policy seen on dossier_file for select to zhicheng_reader using ((select true from dossier d where d.id = dossier_file.dossier) is not null);
