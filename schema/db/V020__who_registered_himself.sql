-- Who registered himself and is not known yet; what he kept by then when he turns out to be somebody who is known; bytes that no row names.

-- A person that registering made is nobody's business but his own until the real-name check says who he is (B24-3.2), or something of his is handed in.

alter table person add column provisional boolean not null default false;
comment on column person.provisional is 'He registered himself, and his real name is not checked yet (B24-3.2): the bureau of his region does not see him by his region.';
update person p set provisional = true where exists (select from account a where a.person = p.id and a.real_name = 'UNCHECKED');
grant select (provisional) on person to zhicheng_reader;

alter policy seen on person using (nullif(
    provisional = false and region = (select viewer_region())
    or array[id, employer] && (select viewer_ids())
    or has_applied(id), false) is not null);
comment on policy seen on person is 'Oneself, those of the bureau''s region who are known, the employer''s own, and whoever has made a dossier that is seen. && as on dossier.';

-- A file is whose its achievement is. When the store of a provisional person becomes that of the person that he is, its files go with it.

create or replace function received_file_stays_as_it_is() returns trigger language plpgsql as $$
begin
    if old.received_at is not null and (new.id, new.achievement, new.name, new.size, new.type, new.sha256, new.received_at)
            is distinct from (old.id, old.achievement, old.name, old.size, old.type, old.sha256, old.received_at)
        or new.person <> old.person and not exists (select from achievement a where a.id = new.achievement and a.person = new.person) then
        raise exception 'file % was received: its name and its bytes do not change, and it is whose its achievement is', old.id
            using errcode = 'check_violation', table = tg_table_name, constraint = 'received_file_stays_as_it_is';
    end if;
    return new;
end $$;
comment on function received_file_stays_as_it_is is 'Of a file that was received only the place, the label and whether it is put away may change; of any file the person only to whose its achievement is.';

-- whether any row names the bytes that lie in the store of files
create index evidence_file_by_bytes on evidence_file (sha256) where received_at is not null;
