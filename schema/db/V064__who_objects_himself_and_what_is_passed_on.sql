-- Nobody concludes what he objected himself, whatever he is called by then (J24-3.3, X24-5.2a); and what was cancelled knows what it would exclude (B24-5.3, X24-1.5).

alter table objection add column own boolean;
update objection o set own = exists (select from account a join person p on p.id = a.person where a.id = o.by_account and p.name = o.by_name);
alter table objection alter column own set not null;
comment on column objection.own is 'Whether whoever entered it objects himself, in his own name; false: a clerk entered it for who came to the unit.';

alter table dossier add column excludes text[];
update dossier heir set excludes = array(
        select distinct x.key from dossier_exclusion x where (x.region, x.applicant, x.year) = (heir.region, heir.applicant, heir.year) and x.key in (split_part(x.key, ':', 1), split_part(x.key, ':', 1) || ':' || heir.series))
    where stage = 'DISQUALIFIED';
comment on column dossier.excludes is 'The keys by which it excludes another application of the year, whoever of the applicant''s holds them now; null: it was not cancelled, and what it excludes stands in dossier_exclusion alone.';
