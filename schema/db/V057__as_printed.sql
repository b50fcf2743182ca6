-- A certificate is found by what stands on it, however it was typed and however it was kept: both are compared without blanks, in one width, in lower case. The dot between the parts of a name (阿依古丽·买买提), for which keyboards
-- give several, is one dot in what is searched, too, as it is in names (J24-3.7, X24-annex4).
--
-- Only texts that have another dot are made anew: they are looked for once, and nothing is indexed again.

create or replace function search_normal(words text) returns text language sql immutable strict parallel safe
    return btrim(regexp_replace(lower(translate(normalize(unseen_left_out(words), nfkc), U&'\2022\2027\2219\22C5\30FB', '·····')), '[[:space:][:cntrl:]]+', ' ', 'g'));
comment on function search_normal is 'As what a text is compared: without what nobody sees, full width as half width (NFKC), one dot between the parts of a name, lower case, white space and control characters as one blank, none at the ends.';

select search_keep(noun, array_agg(id)) from search_text where text ~ U&'[\2022\2027\2219\22C5\30FB]' group by noun;

create function as_printed(words text) returns text language sql immutable strict parallel safe
    return replace(search_normal(words), ' ', '');
comment on function as_printed is 'As what is printed is compared with what was typed of it: as a searched text, without any blank.';

alter table certificate drop constraint certificate_number_is_taken;
create unique index certificate_number_is_taken on certificate (as_printed(number));

create or replace function known_certificate(by_holder text, by_number text)
    returns table (id uuid, number text, holder text, person uuid, dossier uuid, committee uuid, region text, series text, specialty text, level text, title text,
        document text, obtained_on date, issued_at timestamptz, revoked_at timestamptz, revoked_why text, made_up boolean)
    language sql stable parallel safe security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
    select c.id, c.number, c.holder, c.person, c.dossier, c.committee, c.region, c.series, c.specialty, c.level, c.title,
        c.document, c.obtained_on, c.issued_at, c.revoked_at, c.revoked_why, c.made_up
    from certificate c where as_printed(c.number) = as_printed(by_number) and as_printed(c.holder) = as_printed(by_holder)
$$;
