-- Who is told what became of it: whose binding a unit has ended (B24-3.2, J24-4.3, X24-3.1.2), and who objected to a publication (J24-3.3, X24-5.2a).

alter table message
    alter column dossier drop not null,
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RECOMMENDED', 'REFUSED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED', 'REFUNDED',
        'BINDING_ENDED', 'OBJECTION_CONCLUDED'));
comment on column message.dossier is 'The dossier that it is about; null: about none, or about one that is not for him to see.';

-- Who objected reads how that was concluded, and nothing of the dossier by it.

grant select (by_account) on objection to zhicheng_reader;
create index objection_by_account on objection (by_account, at desc, id desc);
create policy own on objection for select to zhicheng_reader using (nullif(by_account = (select viewer_account()), false) is not null);
comment on policy own on objection is 'What the account entered itself, whatever became of the dossier.';
