-- What a committee announced it takes back with permission alone (X24-8.2), and by when is audited its notice says (X24-4).

alter table committee_notice add column permitted_by text constraint committee_notice_permission check (permitted_by <> '');
comment on column committee_notice.permitted_by is 'The document that permits it to change a time of application that was announced before (不得擅自调整受理申报时间, X24-8.2); null: none was named, and where that rule holds it takes none away.
An end of the intake (B24-5.1) is told anew without one.';
alter table committee_notice add column audit_until timestamptz constraint audit_ends_no_sooner_than_the_intake check (audit_until >= intake_until);
comment on column committee_notice.audit_until is 'By when is audited, as it says (审核截止时间, X24-4), exclusive; null: it does not say so. No step ends by it: no notice says what becomes of what is later.';
grant select (permitted_by, audit_until) on committee_notice to zhicheng_reader;

-- A time that is open is told again from its beginning when it is made longer, and is longer for whoever handed in before too.
alter table committee_notice drop constraint notice_precedes_intake;
alter table committee_notice add constraint notice_precedes_the_end_of_its_intake check (published_at < intake_until);
comment on column dossier.window_until is 'When the application window closes by which the submission was judged, later where a committee has lengthened it since, first instant outside; null: not submitted, or the notice gives no end (X24-4, J24-2.3, B24-annex1).';
