select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('by', json_build_object('series', g.k0, 'level', g.k1, 'issuedMonth', g.k2), 'count', g.n) order by g.place) filter (where g.place <= $1), '[]'), 'hasMore', count(*) > $2)
  from (
    select row_number() over (order by g.k0 nulls last, g.k1 nulls last, g.k2 nulls last) as place, g.*
    from (
      select count(*) as n,
        c1.series collate "C" as k0,
        c1.level collate "C" as k1,
        to_char(c1.issued_at at time zone 'Etc/GMT-8', 'YYYY-MM') collate "C" as k2
      from certificate c1
      where (c1.region = (select vo.region from organisation vo where vo.id = $3) and c1.obtained_on >= $4)
      group by k0, k1, k2
      having true
    ) g
    order by place
    limit $5
  ) g
  having true
)::text, 'UTF8')

select convert_to((
  select json_build_object('groups', coalesce(json_agg(json_build_object('by', json_build_object('committeeName', g.k0, 'personRegion', g.k1), 'count', g.n) order by g.place) filter (where g.place <= $1), '[]'))
  from (
    select row_number() over (order by g.n desc, g.k0 nulls last, g.k1 nulls last) as place, g.*
    from (
      select count(*) as n,
        (select c2.name from committee c2 where c2.id = c1.committee) collate "C" as k0,
        (select p3.region from person p3 where (p3.id = c1.person and ((p3.provisional = false and p3.region = (select vo.region from organisation vo where vo.id = $2)) or exists (select 1 from dossier pd where pd.applicant = p3.id and (pd.region = (select vo.region from organisation vo where vo.id = $3) and pd.submitted_at is not null and pd.deleted_at is null))))) collate "C" as k1
      from certificate c1
      where (c1.region = (select vo.region from organisation vo where vo.id = $4) and c1.revoked_at is null)
      group by k0, k1
      having count(*) >= $5
    ) g
    order by place
    limit $6
  ) g
  having true
)::text, 'UTF8')
