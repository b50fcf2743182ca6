-- Search: any piece of two characters or more of a title, a name, an employer, wherever in the text it stands, Chinese and Latin mixed.
--
-- The searched text stands apart from what it is taken from: zhicheng_reader cannot select it and learns ids only, which it joins with rows
-- that it may see; and a submission, which changes no text, does not touch it. Triggers keep it up.
--
-- One text per row: its fields in a fixed order, normalised, a line feed before, between and after them. No field has a line feed of its
-- own then, so that nothing is found across two fields, and "begins with" is a piece like any other: one that follows a line feed. The index
-- holds every pair of neighbouring characters; the pairs of what is asked for narrow down, strpos decides. Nothing is a pattern, nothing is
-- escaped.
--
-- How the read side asks, $1 being what was typed. What is looked for is one of
--   search_words($1)     every word, in whichever field, in any order
--   search_phrase($1)    the whole as it stands
--   search_start($1)     what a field begins with; one character will do
-- As a condition, wherever it stands (and, or, not, a relation, a count, a group):
--   d.id in (select s.id from search_ids('Dossier', search_words($1)) s)
--   d.id in (select s.id from search_ids('Dossier', search_phrase($1), 'title') s)          title: {contains: $1}
--   p.id in (select s.id from search_ids('Person', search_start($1), 'name') s)             name: {startsWith: $1}
-- As a page, best first; $2 is how many, a keyset condition goes beside the visibility in both parts:
--   select id from (
--     (select d.id, s.rank, d.created_at from search_ids('Dossier', search_words($1)) s join dossier d on d.id = s.id
--      where not (select search_common('Dossier', search_words($1))) and <visibility, filters>
--      order by s.rank, d.created_at desc, d.id desc limit $2)
--     union all
--     (select d.id, 0, d.created_at from dossier d
--      where (select search_common('Dossier', search_words($1))) and <visibility, filters>
--        and search_has('Dossier', d.id, (select search_words($1)))
--      order by d.created_at desc, d.id desc limit $2)) page
--   order by rank, created_at desc, id desc limit $2
-- One part runs, the other costs nothing. What is rare is collected, ranked and sorted. What is common (工程 in a third of all dossiers)
-- says little by where it stands: it is listed newest first, along the index of that order, asking row by row until the page is full. A page
-- in another order is the same without rank.

create function search_normal(words text) returns text language sql immutable strict parallel safe
    return btrim(regexp_replace(lower(normalize(words, nfkc)), '[[:space:][:cntrl:]]+', ' ', 'g'));
comment on function search_normal is 'As what a text is compared: full width as half width (NFKC), lower case, white space and control characters as one blank, none at the ends.';

create function bigrams(words text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
    pairs text[] := '{}';
begin
    for place in 1 .. length(words) - 1 loop
        pairs[place] := substr(words, place, 2);
    end loop;
    return pairs;
end $$;
comment on function bigrams is 'Every two neighbouring characters in their order, with repetitions; none of a single one.';

create table search_text (
    noun text not null,
    id   uuid not null,
    text text not null,
    constraint search_text_of_a_row primary key (noun, id)
) partition by list (noun);
comment on table search_text is 'What is searched of a row: its fields, normalised, a line feed before, between and after them. Kept up by triggers; only search_ids, search_has and search_common look at it.';
create table search_organisation partition of search_text for values in ('Organisation');
comment on table search_organisation is 'Organisations: name.';
create table search_person partition of search_text for values in ('Person');
comment on table search_person is 'People: name.';
create table search_committee partition of search_text for values in ('Committee');
comment on table search_committee is 'Committees: name.';
create table search_achievement partition of search_text for values in ('Achievement');
comment on table search_achievement is 'Achievements: title.';
create table search_dossier partition of search_text for values in ('Dossier');
comment on table search_dossier is 'Dossiers: title, specialty, the applicant''s name, the employer''s.';

-- Where it is taken from

create view search_source (noun, id, text) as
    select 'Organisation', id, E'\n' || search_normal(name) || E'\n' from organisation
    union all
    select 'Person', id, E'\n' || search_normal(name) || E'\n' from person
    union all
    select 'Committee', id, E'\n' || search_normal(name) || E'\n' from committee
    union all
    select 'Achievement', id, E'\n' || search_normal(title) || E'\n' from achievement
    union all
    select 'Dossier', d.id, E'\n' || search_normal(d.title) || E'\n' || coalesce(search_normal(d.specialty), '') || E'\n' || search_normal(p.name)
        || E'\n' || coalesce(search_normal(o.name), '') || E'\n'
    from dossier d join person p on p.id = d.applicant left join organisation o on o.id = d.employer;
comment on view search_source is 'What search_text ought to hold.';

insert into search_text select noun, id, text from search_source;
create index search_text_pairs on search_text using gin (bigrams(text)) with (fastupdate = off); -- no pending list for every search to read
analyze search_text;

create function search_keep(noun text, ids uuid[]) returns void language sql set search_path = pg_catalog, public, pg_temp as $$
    insert into search_text as kept select s.noun, s.id, s.text from search_source s where s.noun = search_keep.noun and s.id = any (ids)
    on conflict on constraint search_text_of_a_row do update set text = excluded.text where kept.text <> excluded.text
$$;
comment on function search_keep is 'Brings the searched text of these rows up to date; what is so already is not written.';

create function search_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        delete from search_text s where s.noun = tg_argv[0] and s.id = old.id;
        return null;
    end if;
    if tg_argv[0] = 'Dossier' then -- whoever renames one of the two now waits, and then finds this dossier
        perform from person p where p.id = new.applicant for share;
        perform from organisation o where o.id = new.employer for share;
    end if;
    perform search_keep(tg_argv[0], array[new.id]);
    if tg_op = 'UPDATE' and tg_argv[0] = 'Person' then
        perform search_keep('Dossier', array(select d.id from dossier d where d.applicant = new.id));
    elsif tg_op = 'UPDATE' and tg_argv[0] = 'Organisation' then
        perform search_keep('Dossier', array(select d.id from dossier d where d.employer = new.id));
    end if;
    return null;
end $$;
comment on function search_follow is 'The searched text follows its row, of the noun that the trigger names; that of dossiers follows their applicant''s name and employer''s too.';

create trigger search_follows after insert or delete on organisation for each row execute function search_follow('Organisation');
create trigger search_follows after insert or delete on person for each row execute function search_follow('Person');
create trigger search_follows after insert or delete on committee for each row execute function search_follow('Committee');
create trigger search_follows after insert or delete on achievement for each row execute function search_follow('Achievement');
create trigger search_follows after insert or delete on dossier for each row execute function search_follow('Dossier');
create trigger search_follows_name after update of name on organisation for each row when (old.name <> new.name) execute function search_follow('Organisation');
create trigger search_follows_name after update of name on person for each row when (old.name <> new.name) execute function search_follow('Person');
create trigger search_follows_name after update of name on committee for each row when (old.name <> new.name) execute function search_follow('Committee');
create trigger search_follows_title after update of title on achievement for each row when (old.title <> new.title) execute function search_follow('Achievement');
create trigger search_follows_text after update of title, specialty, applicant, employer on dossier for each row
    when ((old.title, old.specialty, old.applicant, old.employer) is distinct from (new.title, new.specialty, new.applicant, new.employer))
    execute function search_follow('Dossier');

-- What is looked for

create function search_phrase(typed text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
    phrase text := search_normal(typed);
begin
    if length(phrase) not between 2 and 200 then
        raise exception 'what is searched for has 2 to 200 characters, not %', length(phrase) using errcode = 'invalid_parameter_value';
    end if;
    return array[phrase];
end $$;
comment on function search_phrase is 'Looks for the whole as it stands. Error 22023 where it is under 2 or over 200 characters.';

create function search_start(typed text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
    phrase text := search_normal(typed);
begin
    if length(phrase) not between 1 and 200 then
        raise exception 'what is searched for has 1 to 200 characters, not %', length(phrase) using errcode = 'invalid_parameter_value';
    end if;
    return array[E'\n' || phrase];
end $$;
comment on function search_start is 'Looks for a field that begins so. Error 22023 where it is empty or over 200 characters.';

create function search_words(typed text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
    words text[] := string_to_array(search_normal(typed), ' ');
begin
    if not exists (select from unnest(words) word where length(word) >= 2) or length(typed) > 200 then
        raise exception 'what is searched for has a word of 2 characters, and at most 200' using errcode = 'invalid_parameter_value';
    end if;
    return words;
end $$;
comment on function search_words is 'Looks for every word, each wherever it stands. A word of one character only narrows down: error 22023 where there is none of two, or over 200 characters.';

create function search_pairs(words text[]) returns text[] language plpgsql immutable parallel safe as $$
declare
    pairs text[] := array(select pair from unnest(words) word, unnest(bigrams(word)) pair);
begin
    if pairs = '{}' then -- would be found in everything
        raise exception 'what is searched for has two characters at least' using errcode = 'invalid_parameter_value';
    end if;
    return pairs;
end $$;
comment on function search_pairs is 'What the index is asked for.';

create function search_place(noun text, field text) returns integer language plpgsql immutable parallel safe as $$
begin
    case concat_ws('.', noun, field)
        when 'Organisation', 'Person', 'Committee', 'Achievement', 'Dossier' then return null;
        when 'Organisation.name', 'Person.name', 'Committee.name', 'Achievement.title', 'Dossier.title' then return 1;
        when 'Dossier.specialty' then return 2;
        when 'Dossier.applicant' then return 3;
        when 'Dossier.employer' then return 4;
        else raise exception '% is not searched', concat_ws('.', noun, field) using errcode = 'invalid_parameter_value';
    end case;
end $$;
comment on function search_place is 'Which field of the searched text, counted from 1; null where none is named. Error 22023 where the noun or its field is not searched.';

create function search_rank(text text, words text[], place integer) returns integer language plpgsql immutable parallel safe as $$
declare
    searched text := case when place is null then text else E'\n' || split_part(text, E'\n', place + 1) || E'\n' end;
    rank integer := 0;
    word text;
    found_at integer;
begin
    foreach word in array words loop
        found_at := strpos(searched, word);
        if found_at = 0 then
            return null;
        end if;
        word := ltrim(word, E'\n');
        rank := rank + case
            when strpos(searched, E'\n' || word || E'\n') > 0 then 0
            when strpos(searched, E'\n' || word) > 0 then 1
            else strpos(reverse(left(searched, found_at - 1)), E'\n') end;
    end loop;
    return rank;
end $$;
comment on function search_rank is 'How well the words fit, summed over them: 0 where one is a whole field, else where in its field it first stands, counted from 1. Null where one is missing.';

-- What the reader may ask. The functions see what their owner sees, without policies: they answer with ids, the asking statement with rows.

create function search_ids(noun text, words text[], field text default null) returns setof uuid
    language plpgsql stable parallel safe security definer rows 100
    set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set enable_indexscan = off set jit = off as $$
declare
    pairs text[] := search_pairs(words);
    place integer := search_place(noun, field);
    one text := case when cardinality(words) = 1 and place is null then words[1] end;
begin
    return query
        select s.id from search_text s
        where s.noun = search_ids.noun and bigrams(s.text) @> pairs
            and case when one is not null then strpos(s.text, one) > 0 else search_rank(s.text, words, place) is not null end;
end $$;
comment on function search_ids is 'Every row of a noun in which all words are found, in one field or anywhere. The time is that of all that is found, whoever may see it.';

create function search_ranked(noun text, words text[]) returns table (id uuid, rank integer)
    language plpgsql stable parallel safe security definer rows 100
    set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set enable_indexscan = off set jit = off as $$
declare
    pairs text[] := search_pairs(words);
    place integer := search_place(noun, null);
begin
    return query
        select found.id, found.rank from (
            select s.id, search_rank(s.text, words, place) from search_text s
            where s.noun = search_ranked.noun and bigrams(s.text) @> pairs offset 0) found (id, rank) -- offset 0: ranked once
        where found.rank is not null;
end $$;
comment on function search_ranked is 'As search_ids, with how well each fits: the smaller, the better (search_rank).';

create function search_has(noun text, id uuid, words text[], field text default null) returns boolean
    language plpgsql stable parallel safe security definer cost 1000
    set search_path = pg_catalog, public, pg_temp as $$
begin
    return exists (select from search_text s where s.noun = search_has.noun and s.id = search_has.id
        and search_rank(s.text, words, search_place(search_has.noun, field)) is not null);
end $$;
comment on function search_has is 'Whether search_ids has this id.';

create function search_common(noun text, words text[]) returns boolean
    language plpgsql stable parallel safe security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    expected float8;
    pairs text[];
    shares float4[];
    least_share float4;
    word text;
    pair text;
begin
    perform search_place(noun, null);
    select c.reltuples, s.most_common_elems::text::text[], s.most_common_elem_freqs into expected, pairs, shares
    from pg_class c join pg_stats s on s.schemaname = 'public' and s.tablename = c.relname
    where c.oid = ('search_' || lower(noun) || '_bigrams_idx')::regclass and s.most_common_elems is not null;
    if not found then
        return false;
    end if;
    foreach word in array words loop
        least_share := 1;
        foreach pair in array bigrams(word) loop
            least_share := least(least_share, coalesce(shares[array_position(pairs, pair)], 0));
        end loop;
        expected := expected * least_share;
    end loop;
    return expected > 10000;
end $$;
comment on function search_common is 'Whether more rows have all words than are worth collecting: 10,000, by what autovacuum last counted of each pair, words taken as independent. False where nothing was counted yet.';

revoke execute on function search_keep, search_follow, search_pairs, search_rank, search_place,
    search_ids, search_ranked, search_has, search_common from public;
grant execute on function search_ids, search_ranked, search_has, search_common to zhicheng_reader;

