-- Who is told where an account of a unit has no person; where a publication is shown besides.

-- Whoever answers for a step is reminded of it (X24-8.3, B24-5.3), also where the account of an office has no person

alter table message
    alter column person drop not null,
    add column account uuid references account,
    add constraint message_is_to_a_person_or_an_account check (num_nonnulls(person, account) = 1),
    add constraint an_account_is_told_once unique (account, kind, about);
comment on column message.person is 'To whom; null: to an account that has no person.';
comment on column message.account is 'To which account, where it has no person; null: to a person.';
create index message_by_account on message (account, at desc, id desc) where account is not null;
grant select (account) on message to zhicheng_reader;

drop policy seen on message;
create policy seen on message for select to zhicheng_reader using (nullif(
    person = (select viewer_person())
    or (select viewer_person()) is null and account = (select viewer_account()), false) is not null);

-- J24-4.1: for some categories a longer and a wider publication (扩大公示范围)

alter table publication add column shown_wider text constraint publication_is_shown_wider_somewhere check (shown_wider <> '');
comment on column publication.shown_wider is 'Where else it is shown, beyond where the unit shows others (扩大公示范围, J24-4.1); null: that was not asked for.';
grant select (shown_wider) on publication to zhicheng_reader;
