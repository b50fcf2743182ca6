-- Dossiers by when they were handed in, the latest first and drafts last: a page goes along it.

create index dossier_by_submission on dossier (submitted_at desc nulls last, id desc);
