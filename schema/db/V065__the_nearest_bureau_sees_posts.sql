-- The institutions' personnel department (事业单位人事管理部门, X24-annex1) of a county is its bureau, also where a department stands between: it is kept with the numbers, sees them and gives its opinion.

alter table post_count add column bureau uuid references organisation;
comment on column post_count.bureau is 'The nearest bureau above the unit when it told them, whatever department stands between; null: there was none.';
grant select (bureau) on post_count to zhicheng_reader;

update post_count c set bureau = (
    with recursive above as (
        select o.id, o.parent, o.kind, o.region, 0 as far from organisation u join organisation o on o.id = u.parent where u.id = c.organisation
        union all select o.id, o.parent, o.kind, o.region, far + 1 from organisation o join above a on o.id = a.parent where far < 20)
    select a.id from above a where a.kind = 'HRSS' and a.region = c.region order by far limit 1);

alter policy seen on post_count using (nullif(
    region = (select viewer_region())
    or array[organisation] && (select viewer_ids())
    or superior = (select viewer_above())
    or bureau = (select viewer_above()), false) is not null);
comment on policy seen on post_count is 'The unit''s own, its superior''s, the nearest bureau''s above it, and those of the bureau''s region. && as on dossier.';
