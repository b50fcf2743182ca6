-- On top of fixture.sql, in a transaction of its own: what leads from a row that somebody sees to one that he does not, for every relation that can.
-- Ids from 101.
insert into account (id, name, person, organisation, roles, made_up, created_at) values
('00000000-0000-4000-8000-000000000037', 'auditor', null, '00000000-0000-4000-8000-000000000012', '{AUDITOR}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000038', 'he-chuan', '00000000-0000-4000-8000-000000000022', null, '{APPLICANT}', true, '2024-01-03T00:00+08'),
-- made in He's name, who does not apply by it
('00000000-0000-4000-8000-000000000039', 'he-for-the-bureau', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000012', '{EXPERT}', true, '2024-01-03T00:00+08');
-- in the stores of Lin, Sun and He, and never picked
insert into achievement (id, person, kind, title, achieved_on, made_up, created_at) values
('00000000-0000-4000-8000-000000000101', '00000000-0000-4000-8000-000000000021', 'AWARD', '优质工程奖', '2020-03-01', true, '2024-01-05T00:00+08'),
('00000000-0000-4000-8000-000000000102', '00000000-0000-4000-8000-000000000023', 'PROJECT', '梯田改造', '2019-03-01', true, '2024-01-05T00:00+08'),
('00000000-0000-4000-8000-000000000103', '00000000-0000-4000-8000-000000000022', 'PAPER', '脚手架计算', null, true, '2024-01-05T00:00+08');
-- a draft of Sun's with an achievement out of Lin's store: she sees the achievement and not who picked it, he the pick and not the achievement
insert into dossier (id, region, year, series, level, title, applicant, employer, stage, stage_since, created_at, updated_at, draft) values
('00000000-0000-4000-8000-000000000104', 'north', 2024, 'AGRICULTURE', 'INTERMEDIATE', '农艺师', '00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000014', 'DRAFT',
    '2024-09-14T09:00+08', '2024-09-14T09:00+08', '2024-09-14T09:00+08',
    '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "AGRICULTURE", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}], "jobs": [{"employer": "青山设计院", "position": "设计员", "beganOn": "2015-07-01", "endedOn": "2019-06-30", "areaCode": "520502", "grassroots": true}, {"employer": "江南建设", "beganOn": "2019-07-01"}]}');
insert into dossier_achievement (id, dossier, achievement, version, picked_at, kind, title, achieved_on, made_up) values
('00000000-0000-4000-8000-000000000105', '00000000-0000-4000-8000-000000000104', '00000000-0000-4000-8000-000000000076', 1, '2024-09-14T09:00+08', 'PROJECT', '滨江大桥加固工程', '2022-10-01', true);
insert into dossier_file (id, dossier, picked, file, place, name, size, type, sha256, made_up) values
('00000000-0000-4000-8000-000000000127', '00000000-0000-4000-8000-000000000104', '00000000-0000-4000-8000-000000000105', '00000000-0000-4000-8000-000000000111', 1, '竣工验收.pdf', 120000, 'application/pdf', sha256('111'), true);
-- two of He's: of the dossier that he deleted, and of the one with the southern committee, from the northern one
insert into certificate (id, number, holder, person, dossier, committee, region, series, level, title, obtained_on, issued_at, made_up) values
('00000000-0000-4000-8000-000000000106', 'MADE-UP-2024-8', '何川', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000057', '00000000-0000-4000-8000-000000000041', 'south', 'ENGINEERING', 'INTERMEDIATE', '工程师', '2024-06-08', '2024-06-08T12:00+08', true),
('00000000-0000-4000-8000-000000000107', 'MADE-UP-2024-9', '何川', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000053', '00000000-0000-4000-8000-000000000042', 'north', 'AGRICULTURE', 'INTERMEDIATE', '农艺师', '2024-07-08', '2024-07-08T12:00+08', true);
-- against Sun, in the south, where nobody knows him
insert into integrity_entry (id, person, region, kind, reason, clause, from_day, until_day, decided_by, made_up, created_at) values
('00000000-0000-4000-8000-000000000108', '00000000-0000-4000-8000-000000000023', 'south', 'ACADEMIC_MISCONDUCT', '论文抄袭', 'X24-5.1', '2024-03-01', null, '00000000-0000-4000-8000-000000000012', true, '2024-03-01T00:00+08');
insert into dossier_finding (id, dossier, place, at, rule, clause, outcome) values
('00000000-0000-4000-8000-000000000109', '00000000-0000-4000-8000-000000000053', 1, '2024-06-02T10:30+08', 'pledge', 'X24-annex2', '{"code": "pledge", "outcome": "FAILED", "path": "pledge"}');
-- Sun's account was told of a dossier of He's, which he does not see
insert into message (id, account, kind, about, dossier, clause, zh, en, at, due_at, made_up) values
('00000000-0000-4000-8000-000000000245', '00000000-0000-4000-8000-000000000035', 'STEP_DUE', '00000000-0000-4000-8000-000000000212', '00000000-0000-4000-8000-000000000053', 'X24-5.2b', '“工程师”请办理', '“工程师” is to be dealt with', '2024-06-13T09:00+08', '2024-06-16T00:00+08', true);
-- the southern employer's clerk, whose account has no person, of the same
insert into message (id, account, kind, about, dossier, clause, zh, en, at, due_at, made_up) values
('00000000-0000-4000-8000-000000000246', '00000000-0000-4000-8000-000000000032', 'STEP_DUE', '00000000-0000-4000-8000-000000000212', '00000000-0000-4000-8000-000000000053', 'X24-5.2b', '“工程师”请办理', '“工程师” is to be dealt with', '2024-06-13T09:00+08', '2024-06-16T00:00+08', true);
-- He, who is an expert too, did something to his own dossier, when in which of his roles was not told apart yet; and a complaint about Lin, and one about Sun, were entered
insert into trail (subject, seq, at, head, entry)
select act.subject::uuid, act.seq, act.at::timestamptz, sha256(convert_to(act.entry, 'UTF8')), convert_to(act.entry, 'UTF8') from (values
('00000000-0000-4000-8000-000000000053', 3, '2024-06-22T09:00+08', '{"act":"MEND","actor":"00000000-0000-4000-8000-000000000038","capacity":["APPLICANT","EXPERT"],"organisation":null}'),
('00000000-0000-4000-8000-000000000132', 1, '2024-06-05T09:00+08', '{"act":"ENTER_COMPLAINT","actor":"00000000-0000-4000-8000-000000000033","capacity":["HRSS_CITY"],"clauses":["X24-8.5"],"organisation":"00000000-0000-4000-8000-000000000012"}'),
('00000000-0000-4000-8000-000000000133', 1, '2024-09-20T09:00+08', '{"act":"ENTER_COMPLAINT","actor":"00000000-0000-4000-8000-000000000092","capacity":["HRSS_CITY"],"clauses":["J24-4.3"],"organisation":"00000000-0000-4000-8000-000000000011"}')) as act (subject, seq, at, entry);
-- one of He's that the department returned, and that he has half mended: what he changed is his alone
insert into dossier_achievement (id, dossier, achievement, version, picked_at, kind, title, achieved_on, number, granted, rank, benefit, made_up) values
('00000000-0000-4000-8000-000000000136', '00000000-0000-4000-8000-000000000135', '00000000-0000-4000-8000-000000000081', 1, '2024-05-30T09:00+08', 'PATENT', '一种模板支撑', '2023-03-01', 'MADE-UP-1', true, 2, '节约工期', true);
insert into dossier_file (id, dossier, picked, file, place, name, label, size, type, sha256, made_up) values
('00000000-0000-4000-8000-000000000137', '00000000-0000-4000-8000-000000000135', '00000000-0000-4000-8000-000000000136', '00000000-0000-4000-8000-000000000113', 1, '专利证书.png', null, 5000, 'image/png', sha256('113'), true);
insert into dossier (id, region, year, series, specialty, level, channel, title, applicant, employer, stage, stage_since, education_tenths, created_at, updated_at, submitted_at, receipt_at,
    snapshot_hash, edition, facts_hash, reached, draft) values
('00000000-0000-4000-8000-000000000135', 'south', 2024, 'ENGINEERING', '建筑工程', 'INTERMEDIATE', 'state', '工程师', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000013', 'RETURNED', '2024-06-07T09:00+08', 900, '2024-06-03T09:00+08', '2024-06-08T09:00+08',
    '2024-06-03T10:00+08', '2024-06-03T10:00+08', sha256('135'), 1, repeat('a', 64), array['00000000-0000-4000-8000-000000000015']::uuid[],
    '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "ENGINEERING", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "建筑工程", "level": "INTERMEDIATE"}], "jobs": [{"employer": "青山设计院", "position": "设计员", "beganOn": "2015-07-01", "endedOn": "2019-06-30", "areaCode": "520502", "grassroots": true}, {"employer": "江南建设", "beganOn": "2019-07-01"}]}');
insert into dossier_step (id, dossier, seq, place, kind, unit, arrived_at, done_at, outcome, made_up) values
('00000000-0000-4000-8000-000000000138', '00000000-0000-4000-8000-000000000135', 1, 2, 'SUPERIOR_DEPT', '00000000-0000-4000-8000-000000000015', '2024-06-05T09:00+08', '2024-06-07T09:00+08', 'RETURNED', true);
insert into dossier_return (id, dossier, step, number, unit, kind, reason, back_to, counted, at, due_at, made_up) values
('00000000-0000-4000-8000-000000000139', '00000000-0000-4000-8000-000000000135', '00000000-0000-4000-8000-000000000138', 1, '00000000-0000-4000-8000-000000000015', 'SUPERIOR_DEPT', 'FAULTS', 'APPLICANT', false, '2024-06-07T09:00+08', '2024-06-20T00:00+08', true);
insert into dossier_mending (dossier, specialty, title, education_tenths, draft, begun_at) values
('00000000-0000-4000-8000-000000000135', '桥梁工程', '桥梁工程师', 1220, '{"hours": [{"year": 2023, "total": 122}, {"year": 2024, "total": 9}], "titles": [], "degrees": [{"level": "硕士"}], "assessments": [], "testPasses": [], "jobs": [{"employer": "桥梁公司", "position": "工程师", "beganOn": "2020-01-01"}]}', '2024-06-08T09:00+08');
insert into mending_achievement (id, dossier, achievement, version, picked_at, kind, title, made_up) values
('00000000-0000-4000-8000-000000000136', '00000000-0000-4000-8000-000000000135', '00000000-0000-4000-8000-000000000081', 2, '2024-06-08T09:00+08', 'PATENT', '一种模板支撑（授权）', true), ('00000000-0000-4000-8000-000000000141', '00000000-0000-4000-8000-000000000135', '00000000-0000-4000-8000-000000000103', 1, '2024-06-08T09:00+08', 'PAPER', '脚手架计算', true);
insert into mending_file (id, dossier, picked, file, place, name, size, type, sha256, made_up) values
('00000000-0000-4000-8000-000000000142', '00000000-0000-4000-8000-000000000135', '00000000-0000-4000-8000-000000000136', '00000000-0000-4000-8000-000000000113', 1, '专利证书.png', 5000, 'image/png', sha256('113'), true);
-- of what everybody sees published, what is no part of it; and one of Sun's whose period is over, and which nobody has ended
update publication set report = '公示无异议', reported_at = '2024-06-09T09:00+08', joint_with = '00000000-0000-4000-8000-000000000015', joint_opinion = '同意联合推荐', joint_at = '2024-06-09T10:00+08' where id = '00000000-0000-4000-8000-000000000222';
insert into publication (id, dossier, unit, where_shown, particulars, opened_at, until, days, working, clause, report, reported_at, made_up) values
('00000000-0000-4000-8000-000000000332', '00000000-0000-4000-8000-000000000058', '00000000-0000-4000-8000-000000000014', '厂门口', array['姓名：孙北'], '2024-05-20T10:00+08', '2024-05-29T00:00+08', 5, true, 'J24-3.3', '公示无异议', '2024-05-29T09:00+08', true);
-- Sun came over in the south too, where nobody knows him, by a draft of his that had picked out of Lin's store: she sees the achievement, and not what used it up
insert into title_transfer (id, person, region, dossier, from_series, series, level, level_since, document, clause, decided_by, made_up, created_at) values
('00000000-0000-4000-8000-000000000152', '00000000-0000-4000-8000-000000000023', 'south', '00000000-0000-4000-8000-000000000104', 'ENGINEERING', 'AGRICULTURE', 'INTERMEDIATE', '2017-12-31', '虚构〔2024〕7号', 'B24-5.6', '00000000-0000-4000-8000-000000000012', true, '2024-10-02T09:00+08');
insert into spent_achievement (id, transfer, achievement, spent_at) values ('00000000-0000-4000-8000-000000000154', '00000000-0000-4000-8000-000000000152', '00000000-0000-4000-8000-000000000076', '2024-10-02T09:00+08');
