-- Overdue steps are listed by unit and person responsible (B24-5.3, X24-6.6), and an account in somebody's name can be disowned by its name (J24-4.3): both stood where not everybody who needs them may look.

-- A reviewer of a bureau or committee is nobody's employee here, and his account shows nothing of his person (V061): of whom it was who has a step in hand nobody but an employer's bureau saw the name.

alter table dossier_step add column officer text;
comment on column dossier_step.officer is 'Who took it in hand for the unit (经办人), by the name that he had then; null: nobody yet, or an account that is nobody''s by name. Whom the dossier is about is not shown it.';
update dossier_step s set officer = p.name from person p where p.id = s.responsible;
grant select (officer) on dossier_step to zhicheng_reader;

-- Which account it is stood in a message's words alone, and an act was to be done by it.

alter table message add column account_name text;
comment on column message.account_name is 'The name of the account that it is about (ACCOUNT_MADE, ACCOUNT_STANDS, ACCOUNT_CLOSED); null: it is about none.';
update message m set account_name = a.name from account a where a.id = m.about;
grant select (account_name) on message to zhicheng_reader;
