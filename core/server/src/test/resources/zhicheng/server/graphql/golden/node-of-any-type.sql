select convert_to(json_build_object('__typename', 'Organisation', 'id', o1.id)::text, 'UTF8')
from organisation o1
where o1.id = $1
union all
select convert_to(json_build_object('__typename', 'Person', 'id', p2.id, 'name', p2.name)::text, 'UTF8')
from person p2
where (p2.id = $2 and ((p2.provisional = false and p2.region = (select vo.region from organisation vo where vo.id = $3)) or exists (select 1 from dossier pd where pd.applicant = p2.id and (pd.region = (select vo.region from organisation vo where vo.id = $4) and pd.submitted_at is not null and pd.deleted_at is null))))
union all
select convert_to(json_build_object('__typename', 'Account', 'id', a3.id)::text, 'UTF8')
from account a3
where (a3.id = $5 and a3.id = $6)
union all
select convert_to(json_build_object('__typename', 'Binding', 'id', b4.id)::text, 'UTF8')
from binding b4
where (b4.id = $7 and b4.region = (select vo.region from organisation vo where vo.id = $8))
union all
select convert_to(json_build_object('__typename', 'IntegrityEntry', 'id', i5.id)::text, 'UTF8')
from integrity_entry i5
where (i5.id = $9 and i5.region = (select vo.region from organisation vo where vo.id = $10))
union all
select convert_to(json_build_object('__typename', 'Achievement', 'id', a6.id)::text, 'UTF8')
from achievement a6
where (a6.id = $11 and false)
union all
select convert_to(json_build_object('__typename', 'Committee', 'id', c7.id)::text, 'UTF8')
from committee c7
where c7.id = $12
union all
select convert_to(json_build_object('__typename', 'CommitteeFiling', 'id', c8.id)::text, 'UTF8')
from committee_filing c8
where c8.id = $13
union all
select convert_to(json_build_object('__typename', 'CommitteeNotice', 'id', c9.id)::text, 'UTF8')
from committee_notice c9
where c9.id = $14
union all
select convert_to(json_build_object('__typename', 'Meeting', 'id', m10.id)::text, 'UTF8')
from meeting m10
where (m10.id = $15 and exists (select 1 from committee mc where mc.id = m10.committee and mc.region = (select vo.region from organisation vo where vo.id = $16)))
union all
select convert_to(json_build_object('__typename', 'Dossier', 'id', d11.id, 'title', d11.title)::text, 'UTF8')
from dossier d11
where (d11.id = $17 and (d11.region = (select vo.region from organisation vo where vo.id = $18) and d11.submitted_at is not null and d11.deleted_at is null))
union all
select convert_to(json_build_object('__typename', 'Certificate', 'id', c12.id)::text, 'UTF8')
from certificate c12
where (c12.id = $19 and c12.region = (select vo.region from organisation vo where vo.id = $20))
union all
select convert_to(json_build_object('__typename', 'DossierHours', 'id', d13.id)::text, 'UTF8')
from dossier_hours d13
where (d13.id = $21 and exists (select 1 from dossier cd where cd.id = d13.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $22) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierTitle', 'id', d14.id)::text, 'UTF8')
from dossier_title d14
where (d14.id = $23 and exists (select 1 from dossier cd where cd.id = d14.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $24) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierDegree', 'id', d15.id)::text, 'UTF8')
from dossier_degree d15
where (d15.id = $25 and exists (select 1 from dossier cd where cd.id = d15.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $26) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierAssessment', 'id', d16.id)::text, 'UTF8')
from dossier_assessment d16
where (d16.id = $27 and exists (select 1 from dossier cd where cd.id = d16.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $28) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierTestPass', 'id', d17.id)::text, 'UTF8')
from dossier_test_pass d17
where (d17.id = $29 and exists (select 1 from dossier cd where cd.id = d17.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $30) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierAchievement', 'id', d18.id)::text, 'UTF8')
from dossier_achievement d18
where (d18.id = $31 and exists (select 1 from dossier cd where cd.id = d18.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $32) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierFinding', 'id', d19.id)::text, 'UTF8')
from dossier_finding d19
where (d19.id = $33 and false)
union all
select convert_to(json_build_object('__typename', 'TrailEntry', 'id', t20.id)::text, 'UTF8')
from trail t20
where (t20.id = $34 and false)
union all
select convert_to(json_build_object('__typename', 'DossierStep', 'id', d21.id)::text, 'UTF8')
from dossier_step d21
where (d21.id = $35 and exists (select 1 from dossier cd where cd.id = d21.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $36) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierReturn', 'id', d22.id)::text, 'UTF8')
from dossier_return d22
where (d22.id = $37 and exists (select 1 from dossier cd where cd.id = d22.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $38) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierMark', 'id', d23.id)::text, 'UTF8')
from dossier_mark d23
where (d23.id = $39 and exists (select 1 from dossier cd where cd.id = d23.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $40) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'Originals', 'id', o24.id)::text, 'UTF8')
from originals o24
where (o24.id = $41 and exists (select 1 from dossier cd where cd.id = o24.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $42) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'UnitPublication', 'id', p25.id)::text, 'UTF8')
from publication p25
where (p25.id = $43 and ((p25.ended_at is null and p25.until > (select viewer_time())) or exists (select 1 from dossier cd where cd.id = p25.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $44) and cd.submitted_at is not null and cd.deleted_at is null))))
union all
select convert_to(json_build_object('__typename', 'Objection', 'id', o26.id)::text, 'UTF8')
from objection o26
where (o26.id = $45 and (o26.by_account = $46 or exists (select 1 from dossier od where od.id = o26.dossier and (od.region = (select vo.region from organisation vo where vo.id = $47) and od.submitted_at is not null and od.deleted_at is null))))
union all
select convert_to(json_build_object('__typename', 'Complaint', 'id', c27.id)::text, 'UTF8')
from complaint c27
where (c27.id = $48 and c27.region = (select vo.region from organisation vo where vo.id = $49))
union all
select convert_to(json_build_object('__typename', 'EvidenceFile', 'id', e28.id)::text, 'UTF8')
from evidence_file e28
where (e28.id = $50 and false)
union all
select convert_to(json_build_object('__typename', 'DossierFile', 'id', d29.id)::text, 'UTF8')
from dossier_file d29
where (d29.id = $51 and exists (select 1 from dossier cd where cd.id = d29.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $52) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'Message', 'id', m30.id)::text, 'UTF8')
from message m30
where (m30.id = $53 and m30.account = $54)
union all
select convert_to(json_build_object('__typename', 'Payment', 'id', p31.id)::text, 'UTF8')
from payment p31
where (p31.id = $55 and exists (select 1 from dossier cd where cd.id = p31.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $56) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'PostCount', 'id', p32.id)::text, 'UTF8')
from post_count p32
where (p32.id = $57 and p32.region = (select vo.region from organisation vo where vo.id = $58))
union all
select convert_to(json_build_object('__typename', 'DossierPost', 'id', d33.id)::text, 'UTF8')
from dossier_post d33
where (d33.id = $59 and exists (select 1 from dossier cd where cd.id = d33.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $60) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'Entrustment', 'id', e34.id)::text, 'UTF8')
from entrustment e34
where (e34.id = $61 and e34.region = (select vo.region from organisation vo where vo.id = $62))
union all
select convert_to(json_build_object('__typename', 'CaseFile', 'id', c35.id)::text, 'UTF8')
from case_file c35
where (c35.id = $63 and (exists (select 1 from complaint fc where fc.id = c35.complaint and fc.region = (select vo.region from organisation vo where vo.id = $64)) or exists (select 1 from integrity_entry fe where fe.id = c35.integrity_entry and fe.region = (select vo.region from organisation vo where vo.id = $65))))
union all
select convert_to(json_build_object('__typename', 'Nominator', 'id', n36.id)::text, 'UTF8')
from nominator n36
where (n36.id = $66 and n36.region = (select vo.region from organisation vo where vo.id = $67))
union all
select convert_to(json_build_object('__typename', 'Nomination', 'id', n37.id)::text, 'UTF8')
from nomination n37
where (n37.id = $68 and exists (select 1 from dossier cd where cd.id = n37.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $69) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'TitleTransfer', 'id', t38.id)::text, 'UTF8')
from title_transfer t38
where (t38.id = $70 and t38.region = (select vo.region from organisation vo where vo.id = $71))
union all
select convert_to(json_build_object('__typename', 'SpentAchievement', 'id', s39.id)::text, 'UTF8')
from spent_achievement s39
where (s39.id = $72 and exists (select 1 from title_transfer st where st.id = s39.transfer and st.region = (select vo.region from organisation vo where vo.id = $73)))
union all
select convert_to(json_build_object('__typename', 'TrailRoot', 'id', t40.id)::text, 'UTF8')
from trail_root t40
where (t40.id = $74 and false)
union all
select convert_to(json_build_object('__typename', 'DossierVerification', 'id', d41.id)::text, 'UTF8')
from dossier_verification d41
where (d41.id = $75 and exists (select 1 from dossier cd where cd.id = d41.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $76) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierJob', 'id', d42.id)::text, 'UTF8')
from dossier_job d42
where (d42.id = $77 and exists (select 1 from dossier cd where cd.id = d42.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $78) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'AccountConsent', 'id', a43.id)::text, 'UTF8')
from account_consent a43
where (a43.id = $79 and false)

select convert_to(json_build_object('__typename', 'Organisation')::text, 'UTF8')
from organisation o1
where o1.id = $1
union all
select convert_to(json_build_object('__typename', 'Person', 'called', p2.name, 'integrityEntries', (
  select json_build_object('nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by i3.from_day desc, i3.id desc) as place,
      json_build_object('kind', i3.kind, 'clauseId', i3.clause, 'from', i3.from_day, 'until', i3.until_day, 'decidedBy', (
        select json_build_object('name', o4.name)
        from organisation o4
        where o4.id = i3.decided_by
      )) as c0
    from integrity_entry i3
    where (i3.person = p2.id and i3.region = (select vo.region from organisation vo where vo.id = $2))
    order by i3.from_day desc, i3.id desc
    limit $3
  ) page
  having true
))::text, 'UTF8')
from person p2
where (p2.id = $4 and ((p2.provisional = false and p2.region = (select vo.region from organisation vo where vo.id = $5)) or exists (select 1 from dossier pd where pd.applicant = p2.id and (pd.region = (select vo.region from organisation vo where vo.id = $6) and pd.submitted_at is not null and pd.deleted_at is null))))
union all
select convert_to(json_build_object('__typename', 'Account')::text, 'UTF8')
from account a5
where (a5.id = $7 and a5.id = $8)
union all
select convert_to(json_build_object('__typename', 'Binding')::text, 'UTF8')
from binding b6
where (b6.id = $9 and b6.region = (select vo.region from organisation vo where vo.id = $10))
union all
select convert_to(json_build_object('__typename', 'IntegrityEntry')::text, 'UTF8')
from integrity_entry i7
where (i7.id = $11 and i7.region = (select vo.region from organisation vo where vo.id = $12))
union all
select convert_to(json_build_object('__typename', 'Achievement')::text, 'UTF8')
from achievement a8
where (a8.id = $13 and false)
union all
select convert_to(json_build_object('__typename', 'Committee')::text, 'UTF8')
from committee c9
where c9.id = $14
union all
select convert_to(json_build_object('__typename', 'CommitteeFiling')::text, 'UTF8')
from committee_filing c10
where c10.id = $15
union all
select convert_to(json_build_object('__typename', 'CommitteeNotice')::text, 'UTF8')
from committee_notice c11
where c11.id = $16
union all
select convert_to(json_build_object('__typename', 'Meeting')::text, 'UTF8')
from meeting m12
where (m12.id = $17 and exists (select 1 from committee mc where mc.id = m12.committee and mc.region = (select vo.region from organisation vo where vo.id = $18)))
union all
select convert_to(json_build_object('__typename', 'Dossier')::text, 'UTF8')
from dossier d13
where (d13.id = $19 and (d13.region = (select vo.region from organisation vo where vo.id = $20) and d13.submitted_at is not null and d13.deleted_at is null))
union all
select convert_to(json_build_object('__typename', 'Certificate')::text, 'UTF8')
from certificate c14
where (c14.id = $21 and c14.region = (select vo.region from organisation vo where vo.id = $22))
union all
select convert_to(json_build_object('__typename', 'DossierHours')::text, 'UTF8')
from dossier_hours d15
where (d15.id = $23 and exists (select 1 from dossier cd where cd.id = d15.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $24) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierTitle')::text, 'UTF8')
from dossier_title d16
where (d16.id = $25 and exists (select 1 from dossier cd where cd.id = d16.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $26) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierDegree')::text, 'UTF8')
from dossier_degree d17
where (d17.id = $27 and exists (select 1 from dossier cd where cd.id = d17.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $28) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierAssessment')::text, 'UTF8')
from dossier_assessment d18
where (d18.id = $29 and exists (select 1 from dossier cd where cd.id = d18.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $30) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierTestPass')::text, 'UTF8')
from dossier_test_pass d19
where (d19.id = $31 and exists (select 1 from dossier cd where cd.id = d19.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $32) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierAchievement')::text, 'UTF8')
from dossier_achievement d20
where (d20.id = $33 and exists (select 1 from dossier cd where cd.id = d20.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $34) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierFinding')::text, 'UTF8')
from dossier_finding d21
where (d21.id = $35 and false)
union all
select convert_to(json_build_object('__typename', 'TrailEntry')::text, 'UTF8')
from trail t22
where (t22.id = $36 and false)
union all
select convert_to(json_build_object('__typename', 'DossierStep')::text, 'UTF8')
from dossier_step d23
where (d23.id = $37 and exists (select 1 from dossier cd where cd.id = d23.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $38) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierReturn')::text, 'UTF8')
from dossier_return d24
where (d24.id = $39 and exists (select 1 from dossier cd where cd.id = d24.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $40) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierMark')::text, 'UTF8')
from dossier_mark d25
where (d25.id = $41 and exists (select 1 from dossier cd where cd.id = d25.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $42) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'Originals')::text, 'UTF8')
from originals o26
where (o26.id = $43 and exists (select 1 from dossier cd where cd.id = o26.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $44) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'UnitPublication')::text, 'UTF8')
from publication p27
where (p27.id = $45 and ((p27.ended_at is null and p27.until > (select viewer_time())) or exists (select 1 from dossier cd where cd.id = p27.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $46) and cd.submitted_at is not null and cd.deleted_at is null))))
union all
select convert_to(json_build_object('__typename', 'Objection')::text, 'UTF8')
from objection o28
where (o28.id = $47 and (o28.by_account = $48 or exists (select 1 from dossier od where od.id = o28.dossier and (od.region = (select vo.region from organisation vo where vo.id = $49) and od.submitted_at is not null and od.deleted_at is null))))
union all
select convert_to(json_build_object('__typename', 'Complaint')::text, 'UTF8')
from complaint c29
where (c29.id = $50 and c29.region = (select vo.region from organisation vo where vo.id = $51))
union all
select convert_to(json_build_object('__typename', 'EvidenceFile')::text, 'UTF8')
from evidence_file e30
where (e30.id = $52 and false)
union all
select convert_to(json_build_object('__typename', 'DossierFile')::text, 'UTF8')
from dossier_file d31
where (d31.id = $53 and exists (select 1 from dossier cd where cd.id = d31.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $54) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'Message')::text, 'UTF8')
from message m32
where (m32.id = $55 and m32.account = $56)
union all
select convert_to(json_build_object('__typename', 'Payment')::text, 'UTF8')
from payment p33
where (p33.id = $57 and exists (select 1 from dossier cd where cd.id = p33.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $58) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'PostCount')::text, 'UTF8')
from post_count p34
where (p34.id = $59 and p34.region = (select vo.region from organisation vo where vo.id = $60))
union all
select convert_to(json_build_object('__typename', 'DossierPost')::text, 'UTF8')
from dossier_post d35
where (d35.id = $61 and exists (select 1 from dossier cd where cd.id = d35.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $62) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'Entrustment')::text, 'UTF8')
from entrustment e36
where (e36.id = $63 and e36.region = (select vo.region from organisation vo where vo.id = $64))
union all
select convert_to(json_build_object('__typename', 'CaseFile')::text, 'UTF8')
from case_file c37
where (c37.id = $65 and (exists (select 1 from complaint fc where fc.id = c37.complaint and fc.region = (select vo.region from organisation vo where vo.id = $66)) or exists (select 1 from integrity_entry fe where fe.id = c37.integrity_entry and fe.region = (select vo.region from organisation vo where vo.id = $67))))
union all
select convert_to(json_build_object('__typename', 'Nominator')::text, 'UTF8')
from nominator n38
where (n38.id = $68 and n38.region = (select vo.region from organisation vo where vo.id = $69))
union all
select convert_to(json_build_object('__typename', 'Nomination')::text, 'UTF8')
from nomination n39
where (n39.id = $70 and exists (select 1 from dossier cd where cd.id = n39.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $71) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'TitleTransfer')::text, 'UTF8')
from title_transfer t40
where (t40.id = $72 and t40.region = (select vo.region from organisation vo where vo.id = $73))
union all
select convert_to(json_build_object('__typename', 'SpentAchievement')::text, 'UTF8')
from spent_achievement s41
where (s41.id = $74 and exists (select 1 from title_transfer st where st.id = s41.transfer and st.region = (select vo.region from organisation vo where vo.id = $75)))
union all
select convert_to(json_build_object('__typename', 'TrailRoot')::text, 'UTF8')
from trail_root t42
where (t42.id = $76 and false)
union all
select convert_to(json_build_object('__typename', 'DossierVerification')::text, 'UTF8')
from dossier_verification d43
where (d43.id = $77 and exists (select 1 from dossier cd where cd.id = d43.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $78) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'DossierJob')::text, 'UTF8')
from dossier_job d44
where (d44.id = $79 and exists (select 1 from dossier cd where cd.id = d44.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $80) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('__typename', 'AccountConsent')::text, 'UTF8')
from account_consent a45
where (a45.id = $81 and false)

select convert_to(json_build_object('id', o1.id)::text, 'UTF8')
from organisation o1
where o1.id = $1
union all
select convert_to(json_build_object('id', p2.id)::text, 'UTF8')
from person p2
where (p2.id = $2 and ((p2.provisional = false and p2.region = (select vo.region from organisation vo where vo.id = $3)) or exists (select 1 from dossier pd where pd.applicant = p2.id and (pd.region = (select vo.region from organisation vo where vo.id = $4) and pd.submitted_at is not null and pd.deleted_at is null))))
union all
select convert_to(json_build_object('id', a3.id)::text, 'UTF8')
from account a3
where (a3.id = $5 and a3.id = $6)
union all
select convert_to(json_build_object('id', b4.id)::text, 'UTF8')
from binding b4
where (b4.id = $7 and b4.region = (select vo.region from organisation vo where vo.id = $8))
union all
select convert_to(json_build_object('id', i5.id)::text, 'UTF8')
from integrity_entry i5
where (i5.id = $9 and i5.region = (select vo.region from organisation vo where vo.id = $10))
union all
select convert_to(json_build_object('id', a6.id)::text, 'UTF8')
from achievement a6
where (a6.id = $11 and false)
union all
select convert_to(json_build_object('id', c7.id)::text, 'UTF8')
from committee c7
where c7.id = $12
union all
select convert_to(json_build_object('id', c8.id)::text, 'UTF8')
from committee_filing c8
where c8.id = $13
union all
select convert_to(json_build_object('id', c9.id)::text, 'UTF8')
from committee_notice c9
where c9.id = $14
union all
select convert_to(json_build_object('id', m10.id)::text, 'UTF8')
from meeting m10
where (m10.id = $15 and exists (select 1 from committee mc where mc.id = m10.committee and mc.region = (select vo.region from organisation vo where vo.id = $16)))
union all
select convert_to(json_build_object('id', d11.id)::text, 'UTF8')
from dossier d11
where (d11.id = $17 and (d11.region = (select vo.region from organisation vo where vo.id = $18) and d11.submitted_at is not null and d11.deleted_at is null))
union all
select convert_to(json_build_object('id', c12.id)::text, 'UTF8')
from certificate c12
where (c12.id = $19 and c12.region = (select vo.region from organisation vo where vo.id = $20))
union all
select convert_to(json_build_object('id', d13.id)::text, 'UTF8')
from dossier_hours d13
where (d13.id = $21 and exists (select 1 from dossier cd where cd.id = d13.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $22) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d14.id)::text, 'UTF8')
from dossier_title d14
where (d14.id = $23 and exists (select 1 from dossier cd where cd.id = d14.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $24) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d15.id)::text, 'UTF8')
from dossier_degree d15
where (d15.id = $25 and exists (select 1 from dossier cd where cd.id = d15.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $26) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d16.id)::text, 'UTF8')
from dossier_assessment d16
where (d16.id = $27 and exists (select 1 from dossier cd where cd.id = d16.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $28) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d17.id)::text, 'UTF8')
from dossier_test_pass d17
where (d17.id = $29 and exists (select 1 from dossier cd where cd.id = d17.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $30) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d18.id)::text, 'UTF8')
from dossier_achievement d18
where (d18.id = $31 and exists (select 1 from dossier cd where cd.id = d18.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $32) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d19.id)::text, 'UTF8')
from dossier_finding d19
where (d19.id = $33 and false)
union all
select convert_to(json_build_object('id', t20.id)::text, 'UTF8')
from trail t20
where (t20.id = $34 and false)
union all
select convert_to(json_build_object('id', d21.id)::text, 'UTF8')
from dossier_step d21
where (d21.id = $35 and exists (select 1 from dossier cd where cd.id = d21.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $36) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d22.id)::text, 'UTF8')
from dossier_return d22
where (d22.id = $37 and exists (select 1 from dossier cd where cd.id = d22.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $38) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d23.id)::text, 'UTF8')
from dossier_mark d23
where (d23.id = $39 and exists (select 1 from dossier cd where cd.id = d23.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $40) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', o24.id)::text, 'UTF8')
from originals o24
where (o24.id = $41 and exists (select 1 from dossier cd where cd.id = o24.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $42) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', p25.id)::text, 'UTF8')
from publication p25
where (p25.id = $43 and ((p25.ended_at is null and p25.until > (select viewer_time())) or exists (select 1 from dossier cd where cd.id = p25.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $44) and cd.submitted_at is not null and cd.deleted_at is null))))
union all
select convert_to(json_build_object('id', o26.id)::text, 'UTF8')
from objection o26
where (o26.id = $45 and (o26.by_account = $46 or exists (select 1 from dossier od where od.id = o26.dossier and (od.region = (select vo.region from organisation vo where vo.id = $47) and od.submitted_at is not null and od.deleted_at is null))))
union all
select convert_to(json_build_object('id', c27.id)::text, 'UTF8')
from complaint c27
where (c27.id = $48 and c27.region = (select vo.region from organisation vo where vo.id = $49))
union all
select convert_to(json_build_object('id', e28.id)::text, 'UTF8')
from evidence_file e28
where (e28.id = $50 and false)
union all
select convert_to(json_build_object('id', d29.id)::text, 'UTF8')
from dossier_file d29
where (d29.id = $51 and exists (select 1 from dossier cd where cd.id = d29.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $52) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', m30.id)::text, 'UTF8')
from message m30
where (m30.id = $53 and m30.account = $54)
union all
select convert_to(json_build_object('id', p31.id)::text, 'UTF8')
from payment p31
where (p31.id = $55 and exists (select 1 from dossier cd where cd.id = p31.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $56) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', p32.id)::text, 'UTF8')
from post_count p32
where (p32.id = $57 and p32.region = (select vo.region from organisation vo where vo.id = $58))
union all
select convert_to(json_build_object('id', d33.id)::text, 'UTF8')
from dossier_post d33
where (d33.id = $59 and exists (select 1 from dossier cd where cd.id = d33.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $60) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', e34.id)::text, 'UTF8')
from entrustment e34
where (e34.id = $61 and e34.region = (select vo.region from organisation vo where vo.id = $62))
union all
select convert_to(json_build_object('id', c35.id)::text, 'UTF8')
from case_file c35
where (c35.id = $63 and (exists (select 1 from complaint fc where fc.id = c35.complaint and fc.region = (select vo.region from organisation vo where vo.id = $64)) or exists (select 1 from integrity_entry fe where fe.id = c35.integrity_entry and fe.region = (select vo.region from organisation vo where vo.id = $65))))
union all
select convert_to(json_build_object('id', n36.id)::text, 'UTF8')
from nominator n36
where (n36.id = $66 and n36.region = (select vo.region from organisation vo where vo.id = $67))
union all
select convert_to(json_build_object('id', n37.id)::text, 'UTF8')
from nomination n37
where (n37.id = $68 and exists (select 1 from dossier cd where cd.id = n37.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $69) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', t38.id)::text, 'UTF8')
from title_transfer t38
where (t38.id = $70 and t38.region = (select vo.region from organisation vo where vo.id = $71))
union all
select convert_to(json_build_object('id', s39.id)::text, 'UTF8')
from spent_achievement s39
where (s39.id = $72 and exists (select 1 from title_transfer st where st.id = s39.transfer and st.region = (select vo.region from organisation vo where vo.id = $73)))
union all
select convert_to(json_build_object('id', t40.id)::text, 'UTF8')
from trail_root t40
where (t40.id = $74 and false)
union all
select convert_to(json_build_object('id', d41.id)::text, 'UTF8')
from dossier_verification d41
where (d41.id = $75 and exists (select 1 from dossier cd where cd.id = d41.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $76) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', d42.id)::text, 'UTF8')
from dossier_job d42
where (d42.id = $77 and exists (select 1 from dossier cd where cd.id = d42.dossier and (cd.region = (select vo.region from organisation vo where vo.id = $78) and cd.submitted_at is not null and cd.deleted_at is null)))
union all
select convert_to(json_build_object('id', a43.id)::text, 'UTF8')
from account_consent a43
where (a43.id = $79 and false)
