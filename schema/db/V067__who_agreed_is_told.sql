-- Who has no account to apply with says in any account in his name that a body makes another (V058), and nobody knows in whose hands that one is: he is told in the others (J24-4.3).

alter table message
    drop constraint message_kind,
    add constraint message_kind check (kind in (
        'RETURNED', 'RETURN_EXTENDED', 'RECOMMENDED', 'REFUSED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED', 'MENDING_DUE', 'STEP_DUE', 'YEAR_END_DUE', 'TO_PAY', 'PAYMENT_DUE', 'PAID', 'PAID_LATE', 'PAID_ENDED',
        'REFUNDED', 'BINDING_ENDED', 'OBJECTION_RAISED', 'OBJECTION_CONCLUDED', 'OBJECTION_LEFT_OPEN', 'ORIGINALS_ASKED', 'ARRIVED', 'WITHDRAWN', 'ENTRUSTMENT_FILED', 'ENTRUSTMENT_DECIDED', 'INTEGRITY_ENTERED',
        'INTEGRITY_ENDED', 'ACCOUNT_AGREED', 'ACCOUNT_MADE', 'ACCOUNT_STANDS', 'ACCOUNT_CLOSED', 'ACCESS_RESTORED'));
comment on column message.account is 'To which account, of what it does for a unit or did itself; what nobody read in it before it was closed goes to the next one of its person for the same unit that has all of its capacities, or at an employer''s one of them. Null: to a person.';
comment on column outside_identity.ended_at is 'When it was unbound, or ended since its account was opened anew (resetPassword, restoreAccess, first-administrator --anew), when whoever had the account before may have bound it, or was closed. Null: it opens the account.';

-- whose accounts were closed before: their identities were nobody's to unbind, and to bind to no other
update outside_identity i set ended_at = greatest(i.bound_at, now()) from account a where a.id = i.account and a.disabled and i.ended_at is null;
