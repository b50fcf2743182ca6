-- Characters that nobody sees are left out of what is searched and of what it is searched for: a name that was pasted with one is found, and is found by what was pasted with one.
-- Soft hyphen (U+00AD), zero-width space, non-joiner and joiner (U+200B to U+200D), word joiner (U+2060) and the signs of formulas beside it (to U+2064), byte order mark (U+FEFF), what says in
-- which direction a text runs (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069), the Mongolian vowel separator (U+180E), and which shape of a Han character is meant (variation selectors,
-- U+FE00 to U+FE0F, U+E0100 to U+E01EF).
--
-- What the index holds is made of texts, so that only texts that have one are made anew: they are looked for once, and nothing is indexed again.

create function unseen_left_out(words text) returns text language sql immutable strict parallel safe
    return regexp_replace(words, '[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE00-\uFE0F\uFEFF\U000E0100-\U000E01EF]', '', 'g');
comment on function unseen_left_out is 'Without the characters that nobody sees.';

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
    from certificate c where c.number = unseen_left_out(by_number) and unseen_left_out(c.holder) = unseen_left_out(by_holder)
$$;
