-- More texts are searched (V007): titles of the achievements that dossiers carry, holders and titles of certificates. And whether a text has what is looked for
-- is asked without a rank where nothing is ranked.
--
-- What a reviewer asks of dossiers by the achievements in them, or of certificates by a name, went row by row over the whole table before. A row costs what it
-- costs in V007: its text once more, and an index over the pairs of its characters. What is there already is filled in first and indexed then, which is many times faster.

create or replace function search_place(noun text, field text) returns integer language plpgsql immutable parallel safe as $$
begin
    case concat_ws('.', noun, field)
        when 'Organisation', 'Person', 'Committee', 'Achievement', 'Dossier', 'DossierAchievement', 'Certificate' then return null;
        when 'Organisation.name', 'Person.name', 'Committee.name', 'Achievement.title', 'Dossier.title', 'DossierAchievement.title', 'Certificate.holder' then return 1;
        when 'Dossier.specialty', 'Certificate.title' then return 2;
        when 'Dossier.applicant' then return 3;
        when 'Dossier.employer' then return 4;
        else raise exception '% is not searched', concat_ws('.', noun, field) using errcode = 'invalid_parameter_value';
    end case;
end $$;

create or replace view search_source (noun, id, text) as
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
    from dossier d join person p on p.id = d.applicant left join organisation o on o.id = d.employer
    union all
    select 'DossierAchievement', id, E'\n' || search_normal(title) || E'\n' from dossier_achievement
    union all
    select 'Certificate', id, E'\n' || search_normal(holder) || E'\n' || search_normal(title) || E'\n' from certificate;

create trigger search_follows after insert or delete on dossier_achievement for each row execute function search_follow('DossierAchievement');
create trigger search_follows after insert or delete on certificate for each row execute function search_follow('Certificate');
create trigger search_follows_title after update of title on dossier_achievement for each row when (old.title <> new.title) execute function search_follow('DossierAchievement');
create trigger search_follows_text after update of holder, title on certificate for each row when ((old.holder, old.title) <> (new.holder, new.title)) execute function search_follow('Certificate');

create table search_dossierachievement (noun text not null, id uuid not null, text text not null);
comment on table search_dossierachievement is 'Achievements that dossiers carry: title.';
create table search_certificate (noun text not null, id uuid not null, text text not null);
comment on table search_certificate is 'Certificates: holder, title.';
insert into search_dossierachievement select noun, id, text from search_source where noun = 'DossierAchievement';
insert into search_certificate select noun, id, text from search_source where noun = 'Certificate';
create index search_dossierachievement_bigrams_idx on search_dossierachievement using gin (bigrams(text)) with (fastupdate = off);
create index search_certificate_bigrams_idx on search_certificate using gin (bigrams(text)) with (fastupdate = off);
alter table search_text attach partition search_dossierachievement for values in ('DossierAchievement');
alter table search_text attach partition search_certificate for values in ('Certificate');
alter table search_dossierachievement enable row level security;
alter table search_certificate enable row level security;
analyze search_dossierachievement, search_certificate;

insert into plain_word (noun, kind, words)
    select 'DossierAchievement', kind, words from plain_word where noun = 'Achievement'
    union all
    select 'Certificate', kind, words from plain_word where noun = 'Dossier';

create function search_holds(text text, words text[], place integer) returns boolean language plpgsql immutable parallel safe as $$
declare
    searched text := case when place is null then text else E'\n' || split_part(text, E'\n', place + 1) || E'\n' end;
    word text;
begin
    foreach word in array words loop
        if strpos(searched, word) = 0 then
            return false;
        end if;
    end loop;
    return true;
end $$;
comment on function search_holds is 'Whether all words stand in a searched text, or in one field of it: where search_rank is not null.';
revoke execute on function search_holds from public;

create or replace function search_ids(noun text, words text[], field text default null) returns setof uuid
    language plpgsql stable parallel safe security definer rows 100
    set search_path = pg_catalog, public, pg_temp set enable_seqscan = off set enable_indexscan = off set jit = off as $$
declare
    pairs text[] := search_pairs(words);
    place integer := search_place(noun, field);
    one text := case when cardinality(words) = 1 then words[1] end;
begin
    return query
        select s.id from search_text s
        where s.noun = search_ids.noun and bigrams(s.text) @> pairs
            and case when one is null then search_holds(s.text, words, place)
                     when place is null then strpos(s.text, one) > 0
                     else strpos(E'\n' || split_part(s.text, E'\n', place + 1) || E'\n', one) > 0 end;
end $$;

create or replace function search_has(noun text, id uuid, words text[], field text default null) returns boolean
    language plpgsql stable parallel safe security definer cost 1000
    set search_path = pg_catalog, public, pg_temp as $$
begin
    return exists (select from search_text s where s.noun = search_has.noun and s.id = search_has.id
        and search_holds(s.text, words, search_place(search_has.noun, field)));
end $$;
