-- The register of integrity (诚信档案、失信黑名单) as it is kept: by which document an entry is made, and that it is ended early and why. What the register says is put before
-- the rules of a dossier's own edition when it is handed in, and again at each step on its way: there is no second copy of a rule here.

alter table integrity_entry
    add column document  text constraint integrity_document_is_not_empty check (document <> ''),
    add column ended_at  timestamptz,
    add column ended_why text,
    add constraint entry_that_was_ended_says_why check ((ended_at is null) = (ended_why is null) and (ended_at is null or until_day is not null));
comment on column integrity_entry.document is 'Number of the decision, or what else it rests on; null: of an entry that was made before documents were asked for.';
comment on column integrity_entry.ended_at is 'When somebody ended it early; null: nobody did.';
comment on column integrity_entry.ended_why is 'Why it was ended early.';
create unique index integrity_entry_is_made_once on integrity_entry (person, region, kind, clause, from_day);
create index integrity_entry_by_decision on integrity_entry (decided_by, from_day desc, id desc);
grant select (document, created_at, ended_at, ended_why) on integrity_entry to zhicheng_reader;

-- besides the person and the bureau of the city, the bureau or department that decided

alter policy seen on integrity_entry using (nullif(
    person = (select viewer_person())
    or region = (select viewer_region())
    or decided_by = (select viewer_above()), false) is not null);

-- an application that is cancelled ends the visit at which it lies (X24-5.1, J24-4.3)

alter table dossier_step
    drop constraint step_outcome,
    add constraint step_outcome check (outcome in ('FORWARDED', 'RETURNED', 'REFUSED', 'WITHDRAWN', 'TERMINATED', 'DISQUALIFIED'));
