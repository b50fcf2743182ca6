select 'Organisation', json_build_object('id', o1.id) from organisation o1 where o1.id = ?
union all
select 'Person', json_build_object('id', p2.id, 'name', p2.name) from person p2 where (p2.id = ? and (p2.region = (select vo.region from organisation vo where vo.id = ?) or exists (select 1 from dossier pd where pd.applicant = p2.id and (pd.region = (select vo.region from organisation vo where vo.id = ?) and pd.submitted_at is not null and pd.deleted_at is null))))
union all
select 'Account', json_build_object('id', a3.id) from account a3 where (a3.id = ? and a3.id = ?)
union all
select 'IntegrityEntry', json_build_object('id', i4.id) from integrity_entry i4 where (i4.id = ? and i4.region = (select vo.region from organisation vo where vo.id = ?))
union all
select 'Achievement', json_build_object('id', a5.id) from achievement a5 where (a5.id = ? and false)
union all
select 'Committee', json_build_object('id', c6.id) from committee c6 where c6.id = ?
union all
select 'CommitteeFiling', json_build_object('id', c7.id) from committee_filing c7 where c7.id = ?
union all
select 'CommitteeNotice', json_build_object('id', c8.id) from committee_notice c8 where c8.id = ?
union all
select 'Meeting', json_build_object('id', m9.id) from meeting m9 where (m9.id = ? and exists (select 1 from committee mc where mc.id = m9.committee and mc.region = (select vo.region from organisation vo where vo.id = ?)))
union all
select 'Dossier', json_build_object('id', d10.id, 'title', d10.title) from dossier d10 where (d10.id = ? and (d10.region = (select vo.region from organisation vo where vo.id = ?) and d10.submitted_at is not null and d10.deleted_at is null))
union all
select 'Certificate', json_build_object('id', c11.id) from certificate c11 where (c11.id = ? and c11.region = (select vo.region from organisation vo where vo.id = ?))
union all
select 'DossierHours', json_build_object('id', d12.id) from dossier_hours d12 where (d12.id = ? and exists (select 1 from dossier cd where cd.id = d12.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierTitle', json_build_object('id', d13.id) from dossier_title d13 where (d13.id = ? and exists (select 1 from dossier cd where cd.id = d13.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierDegree', json_build_object('id', d14.id) from dossier_degree d14 where (d14.id = ? and exists (select 1 from dossier cd where cd.id = d14.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierAssessment', json_build_object('id', d15.id) from dossier_assessment d15 where (d15.id = ? and exists (select 1 from dossier cd where cd.id = d15.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierTestPass', json_build_object('id', d16.id) from dossier_test_pass d16 where (d16.id = ? and exists (select 1 from dossier cd where cd.id = d16.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierAchievement', json_build_object('id', d17.id) from dossier_achievement d17 where (d17.id = ? and exists (select 1 from dossier cd where cd.id = d17.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierFinding', json_build_object('id', d18.id) from dossier_finding d18 where (d18.id = ? and false)
union all
select 'TrailEntry', json_build_object('id', t19.id) from trail t19 where (t19.id = ? and false)

select 'Organisation', json_build_object() from organisation o1 where o1.id = ?
union all
select 'Person', json_build_object('called', p2.name, 'integrityEntries', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place) filter (where page.place <= ?), '[]'))
  from (
    select row_number() over (order by i3.from_day desc, i3.id desc) as place, json_build_array(i3.from_day, i3.id, i3.person) as keys,
      json_build_object('kind', i3.kind, 'clauseId', i3.clause, 'from', i3.from_day, 'until', i3.until_day, 'decidedBy', (
        select json_build_object('name', o4.name)
        from organisation o4
        where o4.id = i3.decided_by
      )) as c0
    from integrity_entry i3
    where (i3.person = p2.id and i3.region = (select vo.region from organisation vo where vo.id = ?))
    order by i3.from_day desc, i3.id desc
    limit ?
  ) page
  having true
)) from person p2 where (p2.id = ? and (p2.region = (select vo.region from organisation vo where vo.id = ?) or exists (select 1 from dossier pd where pd.applicant = p2.id and (pd.region = (select vo.region from organisation vo where vo.id = ?) and pd.submitted_at is not null and pd.deleted_at is null))))
union all
select 'Account', json_build_object() from account a5 where (a5.id = ? and a5.id = ?)
union all
select 'IntegrityEntry', json_build_object() from integrity_entry i6 where (i6.id = ? and i6.region = (select vo.region from organisation vo where vo.id = ?))
union all
select 'Achievement', json_build_object() from achievement a7 where (a7.id = ? and false)
union all
select 'Committee', json_build_object() from committee c8 where c8.id = ?
union all
select 'CommitteeFiling', json_build_object() from committee_filing c9 where c9.id = ?
union all
select 'CommitteeNotice', json_build_object() from committee_notice c10 where c10.id = ?
union all
select 'Meeting', json_build_object() from meeting m11 where (m11.id = ? and exists (select 1 from committee mc where mc.id = m11.committee and mc.region = (select vo.region from organisation vo where vo.id = ?)))
union all
select 'Dossier', json_build_object() from dossier d12 where (d12.id = ? and (d12.region = (select vo.region from organisation vo where vo.id = ?) and d12.submitted_at is not null and d12.deleted_at is null))
union all
select 'Certificate', json_build_object() from certificate c13 where (c13.id = ? and c13.region = (select vo.region from organisation vo where vo.id = ?))
union all
select 'DossierHours', json_build_object() from dossier_hours d14 where (d14.id = ? and exists (select 1 from dossier cd where cd.id = d14.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierTitle', json_build_object() from dossier_title d15 where (d15.id = ? and exists (select 1 from dossier cd where cd.id = d15.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierDegree', json_build_object() from dossier_degree d16 where (d16.id = ? and exists (select 1 from dossier cd where cd.id = d16.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierAssessment', json_build_object() from dossier_assessment d17 where (d17.id = ? and exists (select 1 from dossier cd where cd.id = d17.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierTestPass', json_build_object() from dossier_test_pass d18 where (d18.id = ? and exists (select 1 from dossier cd where cd.id = d18.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierAchievement', json_build_object() from dossier_achievement d19 where (d19.id = ? and exists (select 1 from dossier cd where cd.id = d19.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierFinding', json_build_object() from dossier_finding d20 where (d20.id = ? and false)
union all
select 'TrailEntry', json_build_object() from trail t21 where (t21.id = ? and false)

select 'Organisation', json_build_object('id', o1.id) from organisation o1 where o1.id = ?
union all
select 'Person', json_build_object('id', p2.id) from person p2 where (p2.id = ? and (p2.region = (select vo.region from organisation vo where vo.id = ?) or exists (select 1 from dossier pd where pd.applicant = p2.id and (pd.region = (select vo.region from organisation vo where vo.id = ?) and pd.submitted_at is not null and pd.deleted_at is null))))
union all
select 'Account', json_build_object('id', a3.id) from account a3 where (a3.id = ? and a3.id = ?)
union all
select 'IntegrityEntry', json_build_object('id', i4.id) from integrity_entry i4 where (i4.id = ? and i4.region = (select vo.region from organisation vo where vo.id = ?))
union all
select 'Achievement', json_build_object('id', a5.id) from achievement a5 where (a5.id = ? and false)
union all
select 'Committee', json_build_object('id', c6.id) from committee c6 where c6.id = ?
union all
select 'CommitteeFiling', json_build_object('id', c7.id) from committee_filing c7 where c7.id = ?
union all
select 'CommitteeNotice', json_build_object('id', c8.id) from committee_notice c8 where c8.id = ?
union all
select 'Meeting', json_build_object('id', m9.id) from meeting m9 where (m9.id = ? and exists (select 1 from committee mc where mc.id = m9.committee and mc.region = (select vo.region from organisation vo where vo.id = ?)))
union all
select 'Dossier', json_build_object('id', d10.id) from dossier d10 where (d10.id = ? and (d10.region = (select vo.region from organisation vo where vo.id = ?) and d10.submitted_at is not null and d10.deleted_at is null))
union all
select 'Certificate', json_build_object('id', c11.id) from certificate c11 where (c11.id = ? and c11.region = (select vo.region from organisation vo where vo.id = ?))
union all
select 'DossierHours', json_build_object('id', d12.id) from dossier_hours d12 where (d12.id = ? and exists (select 1 from dossier cd where cd.id = d12.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierTitle', json_build_object('id', d13.id) from dossier_title d13 where (d13.id = ? and exists (select 1 from dossier cd where cd.id = d13.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierDegree', json_build_object('id', d14.id) from dossier_degree d14 where (d14.id = ? and exists (select 1 from dossier cd where cd.id = d14.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierAssessment', json_build_object('id', d15.id) from dossier_assessment d15 where (d15.id = ? and exists (select 1 from dossier cd where cd.id = d15.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierTestPass', json_build_object('id', d16.id) from dossier_test_pass d16 where (d16.id = ? and exists (select 1 from dossier cd where cd.id = d16.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierAchievement', json_build_object('id', d17.id) from dossier_achievement d17 where (d17.id = ? and exists (select 1 from dossier cd where cd.id = d17.dossier and (cd.region = (select vo.region from organisation vo where vo.id = ?) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select 'DossierFinding', json_build_object('id', d18.id) from dossier_finding d18 where (d18.id = ? and false)
union all
select 'TrailEntry', json_build_object('id', t19.id) from trail t19 where (t19.id = ? and false)
