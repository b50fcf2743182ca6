select convert_to(json_build_object('__typename', 'Organisation', 'id', o1.id)::text, 'UTF8')
from organisation o1
where o1.id = $1
union all
select convert_to(json_build_object('__typename', 'Person', 'id', p2.id, 'name', p2.name)::text, 'UTF8')
from person p2
where (p2.id = $2 and (p2.region = (select vo.region from organisation vo where vo.id = $3) or exists (select 1 from dossier pd where pd.applicant = p2.id and (pd.region = (select vo.region from organisation vo where vo.id = $4) and pd.submitted_at is not null and pd.deleted_at is null))))
union all
select convert_to(json_build_object('__typename', 'Account', 'id', a3.id)::text, 'UTF8')
from account a3
where (a3.id = $5 and a3.id = $6)
union all
select convert_to(json_build_object('__typename', 'IntegrityEntry', 'id', i4.id)::text, 'UTF8')
from integrity_entry i4
where (i4.id = $7 and i4.region = (select vo.region from organisation vo where vo.id = $8))
union all
select convert_to(json_build_object('__typename', 'Achievement', 'id', a5.id)::text, 'UTF8')
from achievement a5
where (a5.id = $9 and false)
union all
select convert_to(json_build_object('__typename', 'Committee', 'id', c6.id)::text, 'UTF8')
from committee c6
where c6.id = $10
union all
select convert_to(json_build_object('__typename', 'CommitteeFiling', 'id', c7.id)::text, 'UTF8')
from committee_filing c7
where c7.id = $11
union all
select convert_to(json_build_object('__typename', 'CommitteeNotice', 'id', c8.id)::text, 'UTF8')
from committee_notice c8
where c8.id = $12
union all
select convert_to(json_build_object('__typename', 'Meeting', 'id', m9.id)::text, 'UTF8')
from meeting m9
where (m9.id = $13 and exists (select 1 from committee mc where mc.id = m9.committee and mc.region = (select vo.region from organisation vo where vo.id = $14)))
union all
select convert_to(json_build_object('__typename', 'Dossier', 'id', d10.id, 'title', d10.title)::text, 'UTF8')
from dossier d10
where (d10.id = $15 and (d10.region = (select vo.region from organisation vo where vo.id = $16) and d10.submitted_at is not null and d10.deleted_at is null))
union all
select convert_to(json_build_object('__typename', 'Certificate', 'id', c11.id)::text, 'UTF8')
from certificate c11
where (c11.id = $17 and c11.region = (select vo.region from organisation vo where vo.id = $18))
union all
select convert_to(json_build_object('__typename', 'DossierHours', 'id', d12.id)::text, 'UTF8')
from dossier_hours d12
where (d12.id = $19 and exists (select 1 from dossier cd where cd.id = d12.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $20) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierTitle', 'id', d13.id)::text, 'UTF8')
from dossier_title d13
where (d13.id = $21 and exists (select 1 from dossier cd where cd.id = d13.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $22) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierDegree', 'id', d14.id)::text, 'UTF8')
from dossier_degree d14
where (d14.id = $23 and exists (select 1 from dossier cd where cd.id = d14.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $24) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierAssessment', 'id', d15.id)::text, 'UTF8')
from dossier_assessment d15
where (d15.id = $25 and exists (select 1 from dossier cd where cd.id = d15.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $26) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierTestPass', 'id', d16.id)::text, 'UTF8')
from dossier_test_pass d16
where (d16.id = $27 and exists (select 1 from dossier cd where cd.id = d16.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $28) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierAchievement', 'id', d17.id)::text, 'UTF8')
from dossier_achievement d17
where (d17.id = $29 and exists (select 1 from dossier cd where cd.id = d17.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $30) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierFinding', 'id', d18.id)::text, 'UTF8')
from dossier_finding d18
where (d18.id = $31 and false)
union all
select convert_to(json_build_object('__typename', 'TrailEntry', 'id', t19.id)::text, 'UTF8')
from trail t19
where (t19.id = $32 and false)

select convert_to(json_build_object('__typename', 'Organisation')::text, 'UTF8')
from organisation o1
where o1.id = $1
union all
select convert_to(json_build_object('__typename', 'Person', 'called', p2.name, 'integrityEntries', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= $2), '[]'))
  from (
    select row_number() over (order by i3.from_day desc, i3.id desc) as place,
      json_build_object('kind', i3.kind, 'clauseId', i3.clause, 'from', i3.from_day, 'until', i3.until_day, 'decidedBy', (
        select json_build_object('name', o4.name)
        from organisation o4
        where o4.id = i3.decided_by
      )) as c0
    from integrity_entry i3
    where (i3.person = p2.id and i3.region = (select vo.region from organisation vo where vo.id = $3))
    order by i3.from_day desc, i3.id desc
    limit $4
  ) page
  having true
))::text, 'UTF8')
from person p2
where (p2.id = $5 and (p2.region = (select vo.region from organisation vo where vo.id = $6) or exists (select 1 from dossier pd where pd.applicant = p2.id and (pd.region = (select vo.region from organisation vo where vo.id = $7) and pd.submitted_at is not null and pd.deleted_at is null))))
union all
select convert_to(json_build_object('__typename', 'Account')::text, 'UTF8')
from account a5
where (a5.id = $8 and a5.id = $9)
union all
select convert_to(json_build_object('__typename', 'IntegrityEntry')::text, 'UTF8')
from integrity_entry i6
where (i6.id = $10 and i6.region = (select vo.region from organisation vo where vo.id = $11))
union all
select convert_to(json_build_object('__typename', 'Achievement')::text, 'UTF8')
from achievement a7
where (a7.id = $12 and false)
union all
select convert_to(json_build_object('__typename', 'Committee')::text, 'UTF8')
from committee c8
where c8.id = $13
union all
select convert_to(json_build_object('__typename', 'CommitteeFiling')::text, 'UTF8')
from committee_filing c9
where c9.id = $14
union all
select convert_to(json_build_object('__typename', 'CommitteeNotice')::text, 'UTF8')
from committee_notice c10
where c10.id = $15
union all
select convert_to(json_build_object('__typename', 'Meeting')::text, 'UTF8')
from meeting m11
where (m11.id = $16 and exists (select 1 from committee mc where mc.id = m11.committee and mc.region = (select vo.region from organisation vo where vo.id = $17)))
union all
select convert_to(json_build_object('__typename', 'Dossier')::text, 'UTF8')
from dossier d12
where (d12.id = $18 and (d12.region = (select vo.region from organisation vo where vo.id = $19) and d12.submitted_at is not null and d12.deleted_at is null))
union all
select convert_to(json_build_object('__typename', 'Certificate')::text, 'UTF8')
from certificate c13
where (c13.id = $20 and c13.region = (select vo.region from organisation vo where vo.id = $21))
union all
select convert_to(json_build_object('__typename', 'DossierHours')::text, 'UTF8')
from dossier_hours d14
where (d14.id = $22 and exists (select 1 from dossier cd where cd.id = d14.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $23) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierTitle')::text, 'UTF8')
from dossier_title d15
where (d15.id = $24 and exists (select 1 from dossier cd where cd.id = d15.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $25) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierDegree')::text, 'UTF8')
from dossier_degree d16
where (d16.id = $26 and exists (select 1 from dossier cd where cd.id = d16.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $27) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierAssessment')::text, 'UTF8')
from dossier_assessment d17
where (d17.id = $28 and exists (select 1 from dossier cd where cd.id = d17.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $29) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierTestPass')::text, 'UTF8')
from dossier_test_pass d18
where (d18.id = $30 and exists (select 1 from dossier cd where cd.id = d18.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $31) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierAchievement')::text, 'UTF8')
from dossier_achievement d19
where (d19.id = $32 and exists (select 1 from dossier cd where cd.id = d19.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $33) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierFinding')::text, 'UTF8')
from dossier_finding d20
where (d20.id = $34 and false)
union all
select convert_to(json_build_object('__typename', 'TrailEntry')::text, 'UTF8')
from trail t21
where (t21.id = $35 and false)

select convert_to(json_build_object('id', o1.id)::text, 'UTF8')
from organisation o1
where o1.id = $1
union all
select convert_to(json_build_object('id', p2.id)::text, 'UTF8')
from person p2
where (p2.id = $2 and (p2.region = (select vo.region from organisation vo where vo.id = $3) or exists (select 1 from dossier pd where pd.applicant = p2.id and (pd.region = (select vo.region from organisation vo where vo.id = $4) and pd.submitted_at is not null and pd.deleted_at is null))))
union all
select convert_to(json_build_object('id', a3.id)::text, 'UTF8')
from account a3
where (a3.id = $5 and a3.id = $6)
union all
select convert_to(json_build_object('id', i4.id)::text, 'UTF8')
from integrity_entry i4
where (i4.id = $7 and i4.region = (select vo.region from organisation vo where vo.id = $8))
union all
select convert_to(json_build_object('id', a5.id)::text, 'UTF8')
from achievement a5
where (a5.id = $9 and false)
union all
select convert_to(json_build_object('id', c6.id)::text, 'UTF8')
from committee c6
where c6.id = $10
union all
select convert_to(json_build_object('id', c7.id)::text, 'UTF8')
from committee_filing c7
where c7.id = $11
union all
select convert_to(json_build_object('id', c8.id)::text, 'UTF8')
from committee_notice c8
where c8.id = $12
union all
select convert_to(json_build_object('id', m9.id)::text, 'UTF8')
from meeting m9
where (m9.id = $13 and exists (select 1 from committee mc where mc.id = m9.committee and mc.region = (select vo.region from organisation vo where vo.id = $14)))
union all
select convert_to(json_build_object('id', d10.id)::text, 'UTF8')
from dossier d10
where (d10.id = $15 and (d10.region = (select vo.region from organisation vo where vo.id = $16) and d10.submitted_at is not null and d10.deleted_at is null))
union all
select convert_to(json_build_object('id', c11.id)::text, 'UTF8')
from certificate c11
where (c11.id = $17 and c11.region = (select vo.region from organisation vo where vo.id = $18))
union all
select convert_to(json_build_object('id', d12.id)::text, 'UTF8')
from dossier_hours d12
where (d12.id = $19 and exists (select 1 from dossier cd where cd.id = d12.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $20) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d13.id)::text, 'UTF8')
from dossier_title d13
where (d13.id = $21 and exists (select 1 from dossier cd where cd.id = d13.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $22) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d14.id)::text, 'UTF8')
from dossier_degree d14
where (d14.id = $23 and exists (select 1 from dossier cd where cd.id = d14.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $24) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d15.id)::text, 'UTF8')
from dossier_assessment d15
where (d15.id = $25 and exists (select 1 from dossier cd where cd.id = d15.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $26) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d16.id)::text, 'UTF8')
from dossier_test_pass d16
where (d16.id = $27 and exists (select 1 from dossier cd where cd.id = d16.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $28) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d17.id)::text, 'UTF8')
from dossier_achievement d17
where (d17.id = $29 and exists (select 1 from dossier cd where cd.id = d17.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $30) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d18.id)::text, 'UTF8')
from dossier_finding d18
where (d18.id = $31 and false)
union all
select convert_to(json_build_object('id', t19.id)::text, 'UTF8')
from trail t19
where (t19.id = $32 and false)
