-- A letter of entrustment is told to the office that decides it, and the decision to its unit (J24-2.2d); an entry of the register to the person (X24-8.5, J24-4.3, B23-3.3). What was ended for nothing
-- hinders no entry of the same from the same day on. Who somebody turned out to be when his real name was checked (B24-3.2) stands with him: what is entered about him then bars the one that he is.

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED', 'REFUNDED',
        'BINDING_ENDED', 'OBJECTION_RAISED', 'OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN', 'ORIGINALS_ASKED', 'ARRIVED', 'WITHDRAWN', 'ENTRUSTMENT_FILED', 'ENTRUSTMENT_DECIDED', 'INTEGRITY_ENTERED',
        'INTEGRITY_ENDED'));

alter table integrity_entry add column carried boolean not null default false;
comment on column integrity_entry.carried is 'It came over from somebody who turned out to be this person (B24-3.2), about whom the same stood already: both stand, each for its decider to end (X24-1.4, J24-4.3).';

drop index integrity_entry_is_made_once;
create unique index integrity_entry_is_made_once on integrity_entry (person, region, kind, clause, from_day) where until_day is distinct from from_day and not carried;

alter table person add column carried_to uuid references person;
comment on column person.carried_to is 'The known person that he turned out to be, whose is what was his (B24-3.2); null: he is himself.';
update person p set carried_to = (convert_from(t.entry, 'UTF8')::jsonb -> 'known' ->> 'after')::uuid from trail t
    where t.subject = p.id and t.act = 'CARRY_OVER' and convert_from(t.entry, 'UTF8')::jsonb -> 'known' ->> 'before' = p.id::text;
