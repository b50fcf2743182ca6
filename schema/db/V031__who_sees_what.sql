-- Who sees what, where it was more or less than is his.

-- The trail. What one did oneself to one's own dossier one sees, in whatever capacity; and of what is about himself an auditor sees no more than whoever else it is
-- about: not which expert, not who objected (MOHRSS40, X24-5.2a), and nothing of a complaint. In which capacity an act was done stands in its entry: of the roles of
-- the account only those by which it was permitted, so that what an expert does otherwise than as one is no expert's act.

comment on column trail.capacity is 'In which roles, with a space between them: of those of the account the ones by which the act was permitted.';
comment on column trail.by_expert is 'Done by a reviewing expert as one: experts are not made public (MOHRSS40), so an applicant does not see it, unless he did it himself.';

create function complaint_is_about(complaint uuid, who uuid) returns boolean
    language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp
    return exists (select from complaint c where c.id = complaint_is_about.complaint and c.about = complaint_is_about.who);
comment on function complaint_is_about is 'Whether this complaint is about this person, who does not see it: the trail keeps from him what was done about it. Runs as its owner, whom no policy stops, and gives no row.';
revoke execute on function complaint_is_about from public;
grant execute on function complaint_is_about to zhicheng_reader;

alter policy seen on trail using (nullif(
    (select viewer_is('AUDITOR')) and ((select viewer_person()) is null
        or (select d.applicant from dossier d where d.id = trail.subject) is distinct from (select viewer_person())
            and (subject_kind <> 'COMPLAINT' or not complaint_is_about(subject, (select viewer_person()))))
    or (by_expert = false and act <> 'OBJECT' or actor = (select viewer_account()))
        and (select d.applicant from dossier d where d.id = trail.subject) = (select viewer_person()), false) is not null);
comment on policy seen on trail is 'Of one''s own dossiers what no expert did as one and is no objection, and what one did oneself; an auditor''s everything else, but for complaints about himself.';

-- A returned dossier that is being mended (J24-3.4, X24-5.2b). Since V019 what its applicant changed stood at once in the dossier and in the rows that are made of it, where all
-- see it who see the dossier: unsigned, beside the hash of another content, and for good where it was never handed in again. From here on the dossier is what was
-- handed in last, to the letter, and what is changed of it stands in a place of its own, which is its applicant's alone, until it is handed in again.

create table dossier_mending (
    dossier          uuid        primary key references dossier,
    specialty        text,
    title            text        not null,
    education_tenths integer     constraint mended_education_is_not_negative check (education_tenths >= 0),
    draft            jsonb       not null constraint mending_is_an_object check (jsonb_typeof(draft) = 'object'),
    begun_at         timestamptz not null
);
comment on table dossier_mending is 'What an applicant changes of a returned dossier, in whole, from the first change until it is handed in again (J24-3.4, X24-5.2b); nobody else reads it. Where it is not, nothing is changed.';
comment on column dossier_mending.specialty is 'In place of the dossier''s, as the columns that follow.';
grant select, insert, update, delete on dossier_mending to zhicheng_writer;

create table mending_achievement (
    like dossier_achievement including defaults including constraints,
    primary key (id),
    constraint mending_picks_for_a_dossier foreign key (dossier) references dossier_mending on delete cascade,
    constraint mending_picks_of_the_store foreign key (achievement) references achievement,
    constraint achievement_is_picked_once_by_a_mending unique (dossier, achievement)
);
comment on table mending_achievement is 'What a mending has picked, in place of what its dossier carries: all of it, under the ids that it will have there.';
create index mending_achievement_by_achievement on mending_achievement (achievement);
grant select, insert, delete on mending_achievement to zhicheng_writer;

create table mending_file (
    like dossier_file including defaults including constraints,
    primary key (id),
    constraint mending_files_for_a_dossier foreign key (dossier) references dossier_mending on delete cascade,
    constraint mending_file_belongs_to_what_is_picked foreign key (picked) references mending_achievement on delete cascade,
    constraint mending_file_is_of_the_store foreign key (file) references evidence_file,
    constraint file_is_picked_once_by_a_mending unique (picked, file)
);
comment on table mending_file is 'The files of what a mending has picked, as dossier_file.';
create index mending_file_by_dossier on mending_file (dossier);
create index mending_file_by_file on mending_file (file);
grant select, insert, delete on mending_file to zhicheng_writer;

alter table dossier_mending enable row level security;
alter table mending_achievement enable row level security;
alter table mending_file enable row level security;
create policy commands_pass on dossier_mending to zhicheng_writer using (true) with check (true);
create policy commands_pass on mending_achievement to zhicheng_writer using (true) with check (true);
create policy commands_pass on mending_file to zhicheng_writer using (true) with check (true);

-- what was handed in changes only by being handed in again

create or replace function dossier_carries_what_it_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.draft = new.draft then
        return null;
    elsif tg_op = 'UPDATE' and old.submitted_at is not null and (old.stage <> 'RETURNED' or new.stage = 'RETURNED') then
        raise exception 'dossier % was submitted: what it tells does not change', new.id
            using errcode = 'check_violation', table = tg_table_name, constraint = 'submitted_dossier_tells_the_same';
    end if;
    perform carry_what_is_told(new.id, new.draft);
    return null;
end $$;
comment on function dossier_carries_what_it_tells is 'Keeps dossier_hours, dossier_title, dossier_degree, dossier_assessment and dossier_test_pass the same as dossier.draft, and both as they are once it was submitted, until it is returned and handed in again.';

create or replace function picked_achievements_are_frozen() returns trigger language plpgsql as $$
begin
    if exists (select from dossier d where d.id in (old.dossier, new.dossier) and d.submitted_at is not null
            and (d.stage <> 'RETURNED' or not exists (select from dossier_mending m where m.dossier = d.id))) then
        raise exception 'a submitted dossier keeps the achievements that were picked: % refused', lower(tg_op)
            using errcode = 'check_violation', table = tg_table_name, constraint = 'picked_achievements_are_frozen';
    end if;
    return coalesce(new, old);
end $$;
comment on function picked_achievements_are_frozen is 'Refuses every change to what a submitted dossier has picked, unless it is returned and its mending is carried over. Rows written before their dossier, in one transaction with it, come with it.';
comment on column dossier.draft is 'What is told of the case, in the shape of the GraphQL input CaseInput: of a draft what stands in it, once submitted what was handed in last. Not readable by zhicheng_reader.';

-- The place of an entry in its chain tells of those that are not shown: who sees the first, the second and the fourth knows that something was done in between, and when. It is
-- shown to whoever sees the whole chain. What tells entries apart, made of subject and place until here, is drawn at random: whoever knows the subject could count
-- along it. An order among entries that are seen, at one instant, is all that the place gives to others.

alter table trail drop column id;
alter table trail add column id uuid not null default gen_random_uuid();
comment on column trail.id is 'Drawn at random: it says nothing of its place in the chain.';
comment on column trail.place is 'As seq. Shown to whoever sees the whole chain.';
create unique index trail_by_id on trail (id);
create index trail_by_time on trail (at desc, place desc, id desc);
create index trail_by_subject on trail (subject, at desc, place desc, id desc);
grant select (id) on trail to zhicheng_reader;

-- A publication in the unit is everybody's for its period (公示期, J24-3.3, X24-5.2a), which is known by its days, and not until somebody has done what comes after it, which may be
-- never. Official time comes with each transaction, as who looks does. What is reported of its result, and under which opinion another unit signs, is no part of
-- what is published: the compiler shows these columns to whoever sees the dossier.

create function viewer_time() returns timestamptz language sql stable parallel safe
    return nullif(current_setting('zhicheng.at', true), '')::timestamptz;
comment on function viewer_time is 'The official time at which somebody looks; null: nobody says, and no period runs.';

alter policy seen on publication using (
    ended_at is null and (until > (select viewer_time()) or array[joint_with] && (select viewer_ids()))
    or (select true from dossier d where d.id = publication.dossier) is not null);
comment on policy seen on publication is 'Everybody''s for its period, unless it was ended before; until it is ended of the unit that signs it too; and of those who see the dossier. && as on dossier.';
comment on table publication is 'A publication in the unit (公示) before a recommendation: J24-3.3, X24-5.2a. Open to everybody until its period is over or it has ended; an identity number is never on it.';
