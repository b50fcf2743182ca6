-- What its applicant withdrew excludes no other application of his (X24-1.5, B24-5.3), unless an objection to its publication is open or was upheld; taken back, or cancelled all the same, it does again.

delete from dossier_exclusion x using dossier d
where d.id = x.dossier and d.stage = 'WITHDRAWN' and not exists (select from objection o where o.dossier = d.id and o.upheld is distinct from false);
comment on table dossier_exclusion is 'What a submitted dossier excludes for the same person and year (X24-1.5, B24-5.3); released when it is withdrawn, but not while an objection to its publication is open, nor when one was upheld; held again when that is taken back, and when it is cancelled all the same.';
