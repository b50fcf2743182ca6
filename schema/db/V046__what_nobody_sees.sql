-- Characters that nobody sees are left out of what is searched and of what it is searched for: a name that was pasted with one is found, and is found by what was pasted with one. Nor does anybody have a name of them, or one beside another's that looks the same.
-- They are those that Unicode has shown as nothing (Default_Ignorable_Code_Point): soft hyphen, zero-width space, what says in which direction a text runs, fillers, which shape of a Han character is meant.
--
-- What the index holds is made of texts, so that only texts that have one are made anew: they are looked for once, and nothing is indexed again.

create function unseen_left_out(words text) returns text language sql immutable strict parallel safe
    return regexp_replace(words, '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', '', 'g');
comment on function unseen_left_out is 'Without the characters that nobody sees.';

create function unseen_trimmed(words text) returns text language sql immutable strict parallel safe
    return btrim(unseen_left_out(words), E'\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u0020\u007F\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000');
comment on function unseen_trimmed is 'Without the characters that nobody sees, and without white space and control characters at the ends: as a name is kept and compared.';

create or replace function search_normal(words text) returns text language sql immutable strict parallel safe
    return btrim(regexp_replace(lower(normalize(unseen_left_out(words), nfkc)), '[[:space:][:cntrl:]]+', ' ', 'g'));
comment on function search_normal is 'As what a text is compared: without what nobody sees, full width as half width (NFKC), lower case, white space and control characters as one blank, none at the ends.';

select search_keep(noun, array_agg(id)) from search_text where text <> unseen_left_out(text) group by noun;

create or replace function known_certificate(by_holder text, by_number text)
    returns table (id uuid, number text, holder text, person uuid, dossier uuid, committee uuid, region text, series text, specialty text, level text, title text,
        document text, obtained_on date, issued_at timestamptz, revoked_at timestamptz, revoked_why text, made_up boolean)
    language sql stable parallel safe security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
    select c.id, c.number, c.holder, c.person, c.dossier, c.committee, c.region, c.series, c.specialty, c.level, c.title,
        c.document, c.obtained_on, c.issued_at, c.revoked_at, c.revoked_why, c.made_up
    from certificate c where c.number = unseen_trimmed(by_number) and unseen_trimmed(c.holder) = unseen_trimmed(by_holder)
$$;
