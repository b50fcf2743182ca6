-- What was recorded wrongly is put right, and stays to be seen.

-- A later check of the same originals counts in place of the earlier (J24-3.4).

alter table originals add column superseded_at timestamptz;
alter table originals add constraint superseded_originals_were_checked check (superseded_at is null or checked_at is not null);
comment on column originals.superseded_at is 'When a later check of the same was recorded, which counts in its place; null: it counts.';
grant select (superseded_at) on originals to zhicheng_reader;

-- What a reviewer marked and asked for before a withdrawal that was taken back holds where the dossier lies now (J24-3.4).

update dossier_mark m set step = later.id from dossier_step was join dossier_step later on later.dossier = was.dossier and later.seq = was.seq + 1
    where m.step = was.id and was.outcome = 'WITHDRAWN' and later.done_at is null and not exists (select from dossier_mark o where o.step = later.id and o.path = m.path);
update originals o set step = later.id from dossier_step was join dossier_step later on later.dossier = was.dossier and later.seq = was.seq + 1
    where o.step = was.id and was.outcome = 'WITHDRAWN' and later.done_at is null;

-- A unit withdraws a letter of entrustment that is not decided; the number of one that was refused or withdrawn can be filed again (J24-2.2d, X24-3.1.4).

alter table entrustment add column withdrawn_at timestamptz;
comment on column entrustment.withdrawn_at is 'When its unit withdrew it, before it was decided; null: it stands.';
grant select (withdrawn_at) on entrustment to zhicheng_reader;
alter table entrustment drop constraint entrustment_is_filed_once;
create unique index entrustment_is_filed_once on entrustment (unit, document) where agreed is not false and withdrawn_at is null;
