-- Signed roots over the trail: what was in the trail when a root was made can neither be cut nor changed afterwards without showing (全程留痕).
--
-- Each subject has a chain of its own, so nothing in the tables shows that the end of a chain, or a chain as a whole, was taken away. A root does: every few
-- minutes the heads of all chains that grew since the last root are its leaves, hashed into a Merkle tree (RFC 6962: 0x00 before a leaf, 0x01 before a node),
-- and one signed statement names the tree, the root before, the time, and how many subjects and entries there are in all. A root costs as much as there was
-- done since the last one, not as much as there is. All roots together say of every subject up to which entry it went, and under which head; of the chain of
-- roots none can be taken out or put in. tools/zhicheng verify-trail says what an export of all this shows.

create table trail_waiting (
    subject uuid   not null,
    seq     bigint not null
);
comment on table trail_waiting is 'Entries of the trail that are under no root yet: written in the transaction of the entry, taken away in that of its root. So an entry that is committed late is under the next root, whatever its time says.';
grant select, insert, delete on trail_waiting to zhicheng_writer;

create function trail_waits_for_its_root() returns trigger language plpgsql as $$
begin
    insert into trail_waiting (subject, seq) select subject, seq from added;
    return null;
end $$;
comment on function trail_waits_for_its_root is 'Notes in trail_waiting what was added to the trail.';
create trigger trail_waits_for_its_root after insert on trail referencing new table as added for each statement execute function trail_waits_for_its_root();
alter table trail enable always trigger trail_waits_for_its_root;
insert into trail_waiting (subject, seq) select subject, max(seq) from trail group by subject;

create table trail_root (
    number    bigint primary key constraint roots_count_from_one check (number >= 1),
    before    bytea,
    hash      bytea  not null constraint root_is_known_by_its_hash unique,
    statement bytea  not null,
    signature bytea  not null constraint signature_is_ed25519 check (octet_length(signature) = 64),
    key       bytea  not null,
    constraint root_is_what_was_hashed check (hash = sha256(statement)),
    constraint only_the_first_root_follows_none check ((before is null) = (number = 1)),
    constraint root_has_one_successor unique (before),
    constraint root_follows_a_root foreign key (before) references trail_root (hash)
);
comment on table trail_root is 'The signed roots over the trail, a chain of their own. Append-only.';
comment on column trail_root.before is 'Hash of the root before; null for the first.';
comment on column trail_root.hash is 'SHA-256 of the statement.';
comment on column trail_root.statement is 'Canonical JSON (RFC 8785) as bytes, as signed: number, at (official time), before, tree, leaves, subjects and entries in all, key. tools/TRAIL.md has it word for word.';
comment on column trail_root.signature is 'Ed25519, over the statement.';
comment on column trail_root.key is 'The public key (X.509 SubjectPublicKeyInfo). Whether it is the right one only he knows who holds it elsewhere.';
grant select, insert on trail_root to zhicheng_writer;

create table trail_leaf (
    root    bigint not null,
    subject uuid   not null,
    after   bigint not null,
    seq     bigint not null,
    head    bytea  not null constraint leaf_head_is_sha256 check (octet_length(head) = 32),
    constraint chain_has_one_leaf_in_a_root primary key (root, subject),
    constraint entry_is_the_end_of_one_leaf unique (subject, seq),
    constraint leaf_covers_something check (after >= 0 and after < seq),
    constraint leaf_is_of_a_root foreign key (root) references trail_root deferrable initially deferred,
    constraint leaf_is_of_a_chain foreign key (subject, seq) references trail (subject, seq)
);
comment on table trail_leaf is 'The leaves of a root, in the order of their subjects: how far each chain that grew has come, and its head there. Append-only.';
comment on column trail_leaf.after is 'Where the chain''s last leaf ended, 0 where this is its first: the leaf covers the entries behind it, up to seq.';
comment on column trail_leaf.head is 'trail.head of that entry.';
grant select, insert on trail_leaf to zhicheng_writer;

create trigger trail_root_is_append_only before update or delete or truncate on trail_root for each statement execute function refuse_to_forget();
create trigger trail_leaf_is_append_only before update or delete or truncate on trail_leaf for each statement execute function refuse_to_forget();
alter table trail_root enable always trigger trail_root_is_append_only;
alter table trail_leaf enable always trigger trail_leaf_is_append_only;

alter table trail_waiting enable row level security;
alter table trail_root enable row level security;
alter table trail_leaf enable row level security;
create policy commands_pass on trail_waiting to zhicheng_writer using (true) with check (true);
create policy commands_pass on trail_root to zhicheng_writer using (true) with check (true);
create policy commands_pass on trail_leaf to zhicheng_writer using (true) with check (true);
