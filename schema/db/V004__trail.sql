-- The trail (全程留痕): what was done, by whom, when and why, chained per subject; and the outcome of every mutation by its key.

create table trail (
    subject uuid        not null,
    seq     bigint      not null constraint trail_counts_from_one check (seq >= 1),
    at      timestamptz not null,
    head    bytea       not null constraint trail_head_is_sha256 check (octet_length(head) = 32),
    entry   bytea       not null,
    constraint trail_is_one_chain primary key (subject, seq)
);
comment on table trail is 'Append-only and hash-chained per subject: head = sha256(head before || entry), the first head before being empty. Heads and sequence stand on the subject''s row too.';
comment on column trail.subject is 'The dossier, person or account that it is about.';
comment on column trail.at is 'Official time.';
comment on column trail.entry is 'Canonical JSON (RFC 8785) as bytes, as hashed; protected fields stand in it only as ciphertext.';
grant select, insert on trail to zhicheng_writer;

create function refuse_to_forget() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation', constraint = tg_table_name || '_is_append_only';
end $$;
comment on function refuse_to_forget is 'Refuses update, delete and truncate for everyone, the owner included.';

create trigger trail_is_append_only before update or delete or truncate on trail for each statement execute function refuse_to_forget();
create trigger dossier_snapshot_is_append_only before update or delete or truncate on dossier_snapshot for each statement execute function refuse_to_forget();
create trigger pledge_signature_is_append_only before update or delete or truncate on pledge_signature for each statement execute function refuse_to_forget();
create trigger notice_edition_is_append_only before update or delete or truncate on notice_edition for each statement execute function refuse_to_forget();
alter table trail enable always trigger trail_is_append_only;
alter table dossier_snapshot enable always trigger dossier_snapshot_is_append_only;
alter table pledge_signature enable always trigger pledge_signature_is_append_only;
alter table notice_edition enable always trigger notice_edition_is_append_only;

create table idempotency (
    account    uuid        not null references account,
    key        text        not null constraint idempotency_key_length check (length(key) between 1 and 200),
    mutation   text        not null,
    input_hash bytea       not null constraint input_hash_is_sha256 check (octet_length(input_hash) = 32),
    outcome    jsonb,
    at         timestamptz not null,
    constraint mutation_was_asked_already primary key (account, key)
);
comment on table idempotency is 'The first outcome of a mutation under an account''s key, kept as long as the trail: the same key and input brings it again, another input is a finding.';
comment on column idempotency.outcome is 'Ids and findings, to be read afresh under today''s visibility; null only inside the transaction that is still deciding.';
grant select, insert, update on idempotency to zhicheng_writer;
