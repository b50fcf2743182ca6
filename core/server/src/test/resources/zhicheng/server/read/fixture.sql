-- A small world for tests of reading: two regions, two employers, three committees, people on both sides of every border.
-- Ids: o… organisations 1x, people 2x, accounts 3x, committees 4x, dossiers 5x, certificates 6x, files 11x and 12x, others 7x and 8x.
insert into organisation (id, parent, name, credit_code, kind, region, area_code, made_up, created_at) values
('00000000-0000-4000-8000-000000000011', null, '云水市人社局', null, 'HRSS', 'north', '620200', true, '2024-01-01T00:00+08'),
('00000000-0000-4000-8000-000000000012', null, '青川市人社局', null, 'HRSS', 'south', '421200', true, '2024-01-01T00:00+08'),
('00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000012', '青川建设集团', '91350100M000100Y43', 'STATE_ENTERPRISE', 'south', '421202', true, '2024-01-01T00:00+08'),
('00000000-0000-4000-8000-000000000014', null, '云水机械厂', null, 'PRIVATE_ENTERPRISE', 'north', '620201', true, '2024-01-01T00:00+08'),
('00000000-0000-4000-8000-000000000015', null, '青川市工程高评办', null, 'COMMITTEE_OFFICE', 'south', '421200', true, '2024-01-01T00:00+08');
insert into person (id, name, birth_date, gender, region, employer, identity_masked, identity_cipher, identity_index, made_up, created_at) values
('00000000-0000-4000-8000-000000000021', '林晓', '1988-05-01', 'FEMALE', 'south', '00000000-0000-4000-8000-000000000013', '4212**************', '\x01', '\x01', true, '2024-01-02T00:00+08'),
('00000000-0000-4000-8000-000000000022', '何川', null, null, 'south', '00000000-0000-4000-8000-000000000013', null, null, null, true, '2024-01-02T00:00+08'),
('00000000-0000-4000-8000-000000000023', '孙北', '1980-01-31', 'MALE', 'north', '00000000-0000-4000-8000-000000000014', null, null, null, true, '2024-01-02T00:00+08'),
('00000000-0000-4000-8000-000000000024', '周由', null, 'MALE', 'south', null, null, null, null, true, '2024-01-02T00:00+08'),
('00000000-0000-4000-8000-000000000025', '吴白', null, 'FEMALE', 'south', '00000000-0000-4000-8000-000000000013', null, null, null, true, '2024-01-02T00:00+08'),
('00000000-0000-4000-8000-000000000026', '郑原', null, 'MALE', 'north', '00000000-0000-4000-8000-000000000014', null, null, null, true, '2024-01-02T00:00+08'),
('00000000-0000-4000-8000-000000000027', '冯去', null, 'FEMALE', 'north', '00000000-0000-4000-8000-000000000014', null, null, null, true, '2024-01-02T00:00+08'),
('00000000-0000-4000-8000-000000000028', '蒋初', null, null, 'south', null, null, null, null, true, '2024-01-02T00:00+08');
-- registered themselves and not known yet: Feng, who works and has handed something in, and Jiang, who has done nothing
update person set provisional = true where id in ('00000000-0000-4000-8000-000000000027', '00000000-0000-4000-8000-000000000028');
insert into account (id, name, person, organisation, roles, made_up, created_at) values
('00000000-0000-4000-8000-000000000031', 'lin-xiao', '00000000-0000-4000-8000-000000000021', null, '{APPLICANT}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000032', 'clerk', null, '00000000-0000-4000-8000-000000000013', '{EMPLOYER_CLERK}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000033', 'bureau', null, '00000000-0000-4000-8000-000000000012', '{HRSS_CITY}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000034', 'office', null, '00000000-0000-4000-8000-000000000015', '{COMMITTEE_OFFICE}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000035', 'sun-bei', '00000000-0000-4000-8000-000000000023', null, '{APPLICANT}', true, '2024-01-03T00:00+08');
insert into committee (id, name, region, kind, founder, office, series, levels, phone, made_up, remark, created_at) values
('00000000-0000-4000-8000-000000000041', '青川市工程高级评委会', 'south', 'SENIOR', '00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-000000000015', '{ENGINEERING}', '{ASSOCIATE_SENIOR,INTERMEDIATE}', null, true, '虚构', '2024-01-04T00:00+08'),
('00000000-0000-4000-8000-000000000042', '云水市农业中级评委会', 'north', 'INTERMEDIATE', '00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000011', '{AGRICULTURE}', '{INTERMEDIATE}', '0937-0000000', true, null, '2024-01-04T00:00+08'),
('00000000-0000-4000-8000-000000000043', '青川市档案初级评委会', 'south', 'JUNIOR', '00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000011', '{ARCHIVES}', '{ASSISTANT}', null, true, '虚构', '2024-01-04T00:00+08');
insert into committee_filing (id, committee, filed_with, from_day, until_day, status, document, made_up, created_at) values
('00000000-0000-4000-8000-000000000071', '00000000-0000-4000-8000-000000000041', '00000000-0000-4000-8000-000000000012', '2021-05-01', '2024-05-01', 'EXPIRED', null, true, '2024-01-04T00:00+08'),
('00000000-0000-4000-8000-000000000072', '00000000-0000-4000-8000-000000000041', '00000000-0000-4000-8000-000000000012', '2024-05-01', '2027-05-01', 'FILED', '虚构〔2024〕1号', true, '2024-01-04T00:00+08');
insert into committee_notice (id, committee, region, year, series, levels, categories, intake_from, intake_until, published_at, link, made_up, remark) values
('00000000-0000-4000-8000-000000000073', '00000000-0000-4000-8000-000000000041', 'south', 2024, '{ENGINEERING}', null, null, '2024-05-20T00:00+08', '2024-07-11T00:00+08', '2024-05-14T09:00+08', null, true, '虚构');
insert into meeting (id, committee, year, status, plan_filed_at, starts_at, ends_at, place, made_up, created_at) values
('00000000-0000-4000-8000-000000000074', '00000000-0000-4000-8000-000000000041', 2024, 'FILED', '2024-08-30T10:00+08', '2024-09-20T09:00+08', null, '青川', true, '2024-08-01T00:00+08'),
('00000000-0000-4000-8000-000000000079', '00000000-0000-4000-8000-000000000042', 2024, 'PLANNED', null, '2024-10-20T09:00+08', null, '云水', true, '2024-08-01T00:00+08'),
('00000000-0000-4000-8000-000000000080', '00000000-0000-4000-8000-000000000043', 2024, 'PLANNED', null, '2024-10-21T09:00+08', null, '青川', true, '2024-08-01T00:00+08');
insert into integrity_entry (id, person, region, kind, reason, clause, from_day, until_day, decided_by, made_up, created_at) values
('00000000-0000-4000-8000-000000000075', '00000000-0000-4000-8000-000000000022', 'south', 'FALSE_MATERIAL', '业绩材料不实', 'X24-5.1', '2023-03-01', '2026-03-01', '00000000-0000-4000-8000-000000000012', true, '2023-03-01T00:00+08'),
('00000000-0000-4000-8000-000000000078', '00000000-0000-4000-8000-000000000023', 'north', 'ADMINISTRATIVE', '受到处分', 'X24-1.3', '2022-03-01', '2023-03-01', '00000000-0000-4000-8000-000000000011', true, '2022-03-01T00:00+08');
insert into achievement (id, person, kind, title, achieved_on, number, granted, rank, issued_by, benefit, made_up, created_at) values
('00000000-0000-4000-8000-000000000076', '00000000-0000-4000-8000-000000000021', 'PROJECT', '滨江大桥加固工程', '2022-10-01', null, null, null, null, null, true, '2024-01-05T00:00+08'),
('00000000-0000-4000-8000-000000000077', '00000000-0000-4000-8000-000000000023', 'PAPER', '旱作节水研究', '2021-10-01', null, null, 1, '《虚构农学》', null, true, '2024-01-05T00:00+08'),
('00000000-0000-4000-8000-000000000081', '00000000-0000-4000-8000-000000000022', 'PATENT', '一种模板支撑', '2023-03-01', 'MADE-UP-1', true, 2, null, '节约工期', true, '2024-01-05T00:00+08');
insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values
('south', 2024, 1, repeat('a', 64), '{}', '2024-06-01T00:00+08'), ('north', 2024, 1, repeat('b', 64), '{}', '2024-06-01T00:00+08');
-- what was picked comes before its dossier: once a dossier is handed in, nothing is added
insert into dossier_achievement (id, dossier, achievement, version, picked_at, kind, title, achieved_on, number, granted, rank, issued_by, benefit, made_up)
select picked.id::uuid, picked.dossier::uuid, a.id, 1, '2024-05-30T09:00+08', a.kind, a.title, a.achieved_on, a.number, a.granted, a.rank, a.issued_by, a.benefit, true
from (values
('00000000-0000-4000-8000-000000000082', '00000000-0000-4000-8000-000000000051', '00000000-0000-4000-8000-000000000076'),
('00000000-0000-4000-8000-000000000083', '00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000076'),
('00000000-0000-4000-8000-000000000084', '00000000-0000-4000-8000-000000000053', '00000000-0000-4000-8000-000000000081'),
('00000000-0000-4000-8000-000000000085', '00000000-0000-4000-8000-000000000057', '00000000-0000-4000-8000-000000000081'),
('00000000-0000-4000-8000-000000000086', '00000000-0000-4000-8000-000000000054', '00000000-0000-4000-8000-000000000077'),
('00000000-0000-4000-8000-000000000087', '00000000-0000-4000-8000-000000000058', '00000000-0000-4000-8000-000000000077')) as picked (id, dossier, achievement)
join achievement a on a.id = picked.achievement::uuid;
-- Lin's certificate and a scan that has not come yet, He's patent, Sun's paper; and what was picked of them
insert into evidence_file (id, person, achievement, place, name, label, size, type, sha256, declared_at, received_at, removed_at, made_up) values
('00000000-0000-4000-8000-000000000111', '00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000076', 1, '竣工验收.pdf', '竣工验收报告', 120000, 'application/pdf', sha256('111'), '2024-05-29T09:00+08', '2024-05-29T09:01+08', null, true),
('00000000-0000-4000-8000-000000000112', '00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000076', 2, '现场.jpg', null, 80000, 'image/jpeg', sha256('112'), '2024-05-29T09:02+08', null, null, true),
('00000000-0000-4000-8000-000000000113', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000081', 1, '专利证书.png', null, 5000, 'image/png', sha256('113'), '2024-05-29T10:00+08', '2024-05-29T10:01+08', null, true),
('00000000-0000-4000-8000-000000000114', '00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000077', 1, '论文.pdf', '论文全文', 300000, 'application/pdf', sha256('114'), '2024-05-29T11:00+08', '2024-05-29T11:01+08', '2024-09-20T09:00+08', true);
insert into dossier_file (id, dossier, picked, file, place, name, label, size, type, sha256, made_up)
select carried.id::uuid, p.dossier, p.id, f.id, 1, f.name, f.label, f.size, f.type, f.sha256, true
from (values
('00000000-0000-4000-8000-000000000121', '00000000-0000-4000-8000-000000000082', '00000000-0000-4000-8000-000000000111'),
('00000000-0000-4000-8000-000000000122', '00000000-0000-4000-8000-000000000083', '00000000-0000-4000-8000-000000000111'),
('00000000-0000-4000-8000-000000000123', '00000000-0000-4000-8000-000000000084', '00000000-0000-4000-8000-000000000113'),
('00000000-0000-4000-8000-000000000124', '00000000-0000-4000-8000-000000000085', '00000000-0000-4000-8000-000000000113'),
('00000000-0000-4000-8000-000000000125', '00000000-0000-4000-8000-000000000086', '00000000-0000-4000-8000-000000000114'),
('00000000-0000-4000-8000-000000000126', '00000000-0000-4000-8000-000000000087', '00000000-0000-4000-8000-000000000114')) as carried (id, picked, file)
join dossier_achievement p on p.id = carried.picked::uuid join evidence_file f on f.id = carried.file::uuid;
insert into dossier (id, region, year, series, specialty, level, channel, title, applicant, employer, committee, stage, stage_since, education_tenths, created_at, updated_at,
    submitted_at, receipt_at, snapshot_hash, edition, facts_hash, intake_at, withdrawn_at, deleted_at, window_until, draft) values
-- 51 Lin's draft, 52 Lin's with her employer, 53 He's with the committee, 54 Sun's in the north, 55 Zhou's (no employer), 56 He's deleted,
-- 57 He's deleted after it reached the committee, 58 Sun's with a committee of the north, 59 Feng's of the time when she worked in the south
('00000000-0000-4000-8000-000000000051', 'south', 2024, 'ENGINEERING', '建筑工程', 'ASSOCIATE_SENIOR', null, '高级工程师', '00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000013', null, 'DRAFT', '2024-06-01T09:00+08', 800, '2024-06-01T09:00+08', '2024-06-01T09:00+08', null, null, null, null, null, null, null, null, null, '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "ENGINEERING", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}]}'),
('00000000-0000-4000-8000-000000000052', 'south', 2024, 'ENGINEERING', '建筑工程', 'INTERMEDIATE', 'state', '工程师', '00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000041', 'EMPLOYER_REVIEW', '2024-06-03T09:00+08', 905, '2024-06-02T09:00+08', '2024-06-03T09:00+08', '2024-06-02T10:00+08', '2024-06-02T10:00+08', sha256('52'), 1, repeat('a', 64), null, null, null, '2024-07-11T00:00+08', '{"hours": [{"year": 2023, "total": 80, "specialised": 56.5, "province": "520502"}, {"year": 2024, "total": 90.5, "specialised": null}], "titles": [{"series": "ENGINEERING", "specialty": " 建筑工程　", "level": "ASSISTANT", "date": "2019-12-31", "province": "520000", "aidMonths": 14}], "degrees": [{"level": "大专", "date": "2007-07-01"}, {"level": "本科", "date": "2010-07-01"}], "assessments": [{"year": 2022, "grade": "优秀"}, {"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "建筑工程", "level": "INTERMEDIATE", "date": "2024-04-20"}], "sanctions": null}'),
('00000000-0000-4000-8000-000000000053', 'south', 2024, 'ENGINEERING', null, 'INTERMEDIATE', 'state', '工程师', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000041', 'ACCEPTED', '2024-06-20T09:00+08', null, '2024-06-02T09:00+08', '2024-06-20T09:00+08', '2024-06-02T11:00:00.25+08', '2024-06-02T11:00:00.25+08', sha256('53'), 1, repeat('a', 64), '2024-06-20T09:00+08', null, null, '2024-07-11T00:00+08', '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "ENGINEERING", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}]}'),
('00000000-0000-4000-8000-000000000054', 'north', 2024, 'AGRICULTURE', '农艺', 'INTERMEDIATE', 'state', '农艺师', '00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000014', '00000000-0000-4000-8000-000000000042', 'SUBMITTED', '2024-09-12T09:00+08', 900, '2024-09-11T09:00+08', '2024-09-12T09:00+08', '2024-09-12T09:00+08', '2024-09-12T09:00+08', sha256('54'), 1, repeat('b', 64), null, null, null, '2024-10-21T00:00+08', '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "ENGINEERING", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}]}'),
('00000000-0000-4000-8000-000000000055', 'south', 2024, 'ARTS', '编剧', 'INTERMEDIATE', 'freelance', '三级编剧', '00000000-0000-4000-8000-000000000024', null, null, 'WITHDRAWN', '2024-06-05T09:00+08', null, '2024-06-04T09:00+08', '2024-06-05T09:00+08', '2024-06-04T10:00+08', '2024-06-04T10:00+08', sha256('55'), 1, repeat('a', 64), null, '2024-06-05T09:00+08', null, null, '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "ENGINEERING", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}]}'),
('00000000-0000-4000-8000-000000000056', 'south', 2024, 'ARCHIVES', null, 'ASSISTANT', 'state', '助理馆员', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000013', null, 'SUBMITTED', '2024-06-06T10:00+08', null, '2024-06-06T09:00+08', '2024-06-06T10:00+08', '2024-06-06T10:00+08', '2024-06-06T10:00+08', sha256('56'), 1, repeat('a', 64), null, null, '2024-06-07T00:00+08', null, '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "ENGINEERING", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}]}'),
('00000000-0000-4000-8000-000000000057', 'south', 2024, 'ENGINEERING', null, 'INTERMEDIATE', 'state', '工程师', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000041', 'ACCEPTED', '2024-06-08T09:00+08', null, '2024-06-06T11:00+08', '2024-06-08T09:00+08', '2024-06-06T12:00+08', '2024-06-06T12:00+08', sha256('57'), 1, repeat('a', 64), '2024-06-08T09:00+08', null, '2024-06-09T00:00+08', null, '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "ENGINEERING", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}]}'),
('00000000-0000-4000-8000-000000000058', 'north', 2024, 'AGRICULTURE', null, 'INTERMEDIATE', 'state', '农艺师', '00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000014', '00000000-0000-4000-8000-000000000042', 'ACCEPTED', '2024-09-16T09:00+08', null, '2024-09-12T09:00+08', '2024-09-16T09:00+08', '2024-09-13T09:00+08', '2024-09-13T09:00+08', sha256('58'), 1, repeat('b', 64), '2024-09-16T09:00+08', null, null, null, '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "ENGINEERING", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}]}'),
('00000000-0000-4000-8000-000000000059', 'south', 2024, 'ENGINEERING', null, 'ASSISTANT', 'state', '助理工程师', '00000000-0000-4000-8000-000000000027', '00000000-0000-4000-8000-000000000013', null, 'SUBMITTED', '2024-05-21T10:00+08', null, '2024-05-21T09:00+08', '2024-05-21T10:00+08', '2024-05-21T10:00+08', '2024-05-21T10:00+08', sha256('59'), 1, repeat('a', 64), null, null, null, null, '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "ENGINEERING", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}]}');
insert into certificate (id, number, holder, person, dossier, committee, region, series, specialty, level, title, document, obtained_on, issued_at, revoked_at, revoked_why, made_up) values
('00000000-0000-4000-8000-000000000061', 'MADE-UP-2019-1', '林晓', '00000000-0000-4000-8000-000000000021', null, '00000000-0000-4000-8000-000000000041', 'south', 'ENGINEERING', '建筑工程', 'ASSISTANT', '助理工程师', null, '2019-12-31', '2020-01-10T09:00+08', null, null, true),
('00000000-0000-4000-8000-000000000062', 'MADE-UP-2018-7', '孙北', '00000000-0000-4000-8000-000000000023', null, null, 'north', 'AGRICULTURE', null, 'ASSISTANT', '助理农艺师', null, '2018-12-31', '2019-01-10T09:00+08', '2021-01-01T00:00+08', '弄虚作假', true),
('00000000-0000-4000-8000-000000000063', 'MADE-UP-2020-3', '周由', '00000000-0000-4000-8000-000000000024', null, '00000000-0000-4000-8000-000000000041', 'north', 'ENGINEERING', null, 'ASSISTANT', '助理工程师', null, '2020-12-31', '2021-01-10T09:00+08', null, null, true),
('00000000-0000-4000-8000-000000000064', 'MADE-UP-2021-4', '周由', '00000000-0000-4000-8000-000000000024', null, '00000000-0000-4000-8000-000000000042', 'south', 'AGRICULTURE', null, 'ASSISTANT', '助理农艺师', null, '2021-12-31', '2022-01-10T09:00+08', null, null, true);
insert into dossier_finding (id, dossier, place, at, rule, clause, outcome) values
('00000000-0000-4000-8000-000000000088', '00000000-0000-4000-8000-000000000051', 1, '2024-06-01T10:00+08', 'window', 'X24-4', '{"code": "window", "outcome": "CANNOT_TELL", "path": "at"}'),
('00000000-0000-4000-8000-000000000089', '00000000-0000-4000-8000-000000000051', 2, '2024-06-01T10:00+08', 'capability-test', 'X24-6.5', '{"code": "capability-test", "outcome": "FAILED", "path": "person.testPasses"}'),
('00000000-0000-4000-8000-000000000090', '00000000-0000-4000-8000-000000000055', 1, '2024-06-04T09:30+08', 'pledge', 'X24-annex2', '{"code": "pledge", "outcome": "FAILED", "path": null}');
-- 52: handed in, then moved by the clerk, then objected to; 53: one act of a clerk, one of an expert; 54: Sun's; and Lin's profile
insert into trail (subject, seq, at, head, entry)
select act.subject::uuid, act.seq, act.at::timestamptz, sha256(convert_to(act.entry, 'UTF8')), convert_to(act.entry, 'UTF8') from (values
('00000000-0000-4000-8000-000000000052', 1, '2024-06-02T10:00+08', '{"act":"SUBMIT","actor":"00000000-0000-4000-8000-000000000031","capacity":["APPLICANT"],"clauses":["X24"],"organisation":null}'),
('00000000-0000-4000-8000-000000000052', 2, '2024-06-03T09:00+08', '{"act":"MOVE","actor":"00000000-0000-4000-8000-000000000032","capacity":["EMPLOYER_CLERK"],"organisation":"00000000-0000-4000-8000-000000000013"}'),
('00000000-0000-4000-8000-000000000052', 3, '2024-06-05T09:00+08', '{"act":"OBJECT","actor":"00000000-0000-4000-8000-000000000032","capacity":["EMPLOYER_CLERK"],"organisation":"00000000-0000-4000-8000-000000000013"}'),
('00000000-0000-4000-8000-000000000053', 1, '2024-06-02T12:00+08', '{"act":"MOVE","actor":"00000000-0000-4000-8000-000000000032","capacity":["EMPLOYER_APPROVER","EMPLOYER_CLERK"],"organisation":"00000000-0000-4000-8000-000000000013"}'),
('00000000-0000-4000-8000-000000000053', 2, '2024-06-21T09:00+08', '{"act":"MOVE","actor":"00000000-0000-4000-8000-000000000034","capacity":["CHAIR","EXPERT"],"clauses":["MOHRSS40","X24-5.3"],"organisation":"00000000-0000-4000-8000-000000000015"}'),
('00000000-0000-4000-8000-000000000054', 1, '2024-09-12T09:00+08', '{"act":"SUBMIT","actor":"00000000-0000-4000-8000-000000000035","capacity":["APPLICANT"],"clauses":["J24"],"organisation":null}'),
('00000000-0000-4000-8000-000000000021', 1, '2024-05-30T09:00+08', '{"act":"SAVE_PROFILE","actor":"00000000-0000-4000-8000-000000000031","capacity":["APPLICANT"],"organisation":null}')) as act (subject, seq, at, entry);
-- the way of some of them: 52 was returned once, and is published; 53 came by a department (15) to its committee; 54 was returned and published in the north
update dossier set reached = array['00000000-0000-4000-8000-000000000015']::uuid[] where id = '00000000-0000-4000-8000-000000000053';
insert into dossier_step (id, dossier, seq, place, kind, unit, responsible, clause, arrived_at, due_at, done_at, outcome, words, made_up) values
('00000000-0000-4000-8000-000000000217', '00000000-0000-4000-8000-000000000052', 1, 1, 'EMPLOYER', '00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000025', 'X24-5.2a', '2024-06-02T10:00+08', null, '2024-06-02T15:00+08', 'RETURNED', '请补学时', true),
('00000000-0000-4000-8000-000000000210', '00000000-0000-4000-8000-000000000052', 2, 1, 'EMPLOYER', '00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000025', 'X24-5.2a', '2024-06-03T09:00+08', '2024-10-01T00:00+08', null, null, null, true),
('00000000-0000-4000-8000-000000000211', '00000000-0000-4000-8000-000000000053', 1, 1, 'EMPLOYER', '00000000-0000-4000-8000-000000000013', null, 'X24-5.2a', '2024-06-02T11:00+08', null, '2024-06-12T11:00+08', 'FORWARDED', '同意上报', true),
('00000000-0000-4000-8000-000000000212', '00000000-0000-4000-8000-000000000053', 2, 2, 'SUPERIOR_DEPT', '00000000-0000-4000-8000-000000000015', null, 'X24-5.2b', '2024-06-12T11:00+08', null, '2024-06-14T11:00+08', 'FORWARDED', null, true),
('00000000-0000-4000-8000-000000000213', '00000000-0000-4000-8000-000000000053', 3, 4, 'COMMITTEE_OFFICE', '00000000-0000-4000-8000-000000000015', null, 'X24-5.2b', '2024-06-14T11:00+08', null, null, null, null, true),
('00000000-0000-4000-8000-000000000214', '00000000-0000-4000-8000-000000000054', 1, 1, 'EMPLOYER', '00000000-0000-4000-8000-000000000014', null, null, '2024-09-12T09:00+08', '2024-11-01T00:00+08', null, null, null, true);
insert into dossier_return (id, dossier, step, number, unit, kind, reason, back_to, counted, says, clause, at, due_at, answered_at, made_up) values
('00000000-0000-4000-8000-000000000216', '00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000217', 1, '00000000-0000-4000-8000-000000000013', 'EMPLOYER', 'FAULTS', 'APPLICANT', false, '请补学时', null, '2024-06-02T15:00+08', '2024-06-10T00:00+08', '2024-06-03T09:00+08', true),
('00000000-0000-4000-8000-000000000218', '00000000-0000-4000-8000-000000000054', '00000000-0000-4000-8000-000000000214', 1, '00000000-0000-4000-8000-000000000014', 'EMPLOYER', 'FAULTS', 'APPLICANT', false, null, null, '2024-09-12T15:00+08', '2024-09-20T00:00+08', null, true);
insert into dossier_mark (id, dossier, step, returned, path, accepted, reason, clause, at, made_up) values
('00000000-0000-4000-8000-000000000219', '00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000217', '00000000-0000-4000-8000-000000000216', 'facts.hours', false, '2023年学时无证明', 'X24-5.2b', '2024-06-02T14:00+08', true),
('00000000-0000-4000-8000-000000000220', '00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000210', null, 'facts.titles', true, null, null, '2024-06-03T10:00+08', true),
('00000000-0000-4000-8000-000000000221', '00000000-0000-4000-8000-000000000054', '00000000-0000-4000-8000-000000000214', '00000000-0000-4000-8000-000000000218', 'facts.degrees', false, '缺学位证', null, '2024-09-12T14:00+08', true),
('00000000-0000-4000-8000-000000000231', '00000000-0000-4000-8000-000000000054', '00000000-0000-4000-8000-000000000214', null, 'facts.titles', true, null, null, '2024-09-12T14:30+08', true);
insert into originals (id, dossier, step, unit, says, clause, asked_at, agree, found, where_kept, checked_at, made_up) values
('00000000-0000-4000-8000-000000000228', '00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000210', '00000000-0000-4000-8000-000000000013', '学位证书原件', 'X24-5.2a', '2024-06-03T10:00+08', null, null, null, null, true),
('00000000-0000-4000-8000-000000000229', '00000000-0000-4000-8000-000000000053', '00000000-0000-4000-8000-000000000212', '00000000-0000-4000-8000-000000000015', '专利证书原件', 'X24-5.2b', '2024-06-13T09:00+08', true, '与上传件一致', '主管部门档案室', '2024-06-13T15:00+08', true),
('00000000-0000-4000-8000-000000000230', '00000000-0000-4000-8000-000000000054', '00000000-0000-4000-8000-000000000214', '00000000-0000-4000-8000-000000000014', '论文原件', null, '2024-09-12T11:00+08', false, '与上传件不一致', null, '2024-09-12T13:00+08', true);
insert into publication (id, dossier, unit, where_shown, particulars, assembly, opened_at, until, days, working, clause, report, reported_at, ended_at, made_up) values
('00000000-0000-4000-8000-000000000222', '00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000013', '一楼公告栏', array['推荐结果：拟推荐 林晓（青川建设集团） 申报 工程师', '个人业绩材料：滨江大桥加固工程'], null, '2024-06-04T09:00+08', '2024-06-13T00:00+08', 5, true, 'X24-5.2a', null, null, null, true),
('00000000-0000-4000-8000-000000000223', '00000000-0000-4000-8000-000000000053', '00000000-0000-4000-8000-000000000013', '一楼公告栏', array['推荐结果：拟推荐 何川（青川建设集团） 申报 工程师'], null, '2024-06-03T09:00+08', '2024-06-12T00:00+08', 5, true, 'X24-5.2a', '公示无异议', '2024-06-12T08:00+08', '2024-06-12T09:00+08', true),
('00000000-0000-4000-8000-000000000224', '00000000-0000-4000-8000-000000000054', '00000000-0000-4000-8000-000000000014', '厂门口', array['姓名：孙北'], '2024年9月职工大会', '2024-09-12T10:00+08', '2024-09-21T00:00+08', 5, true, 'MOHRSS40', null, null, '2024-09-12T12:00+08', true);
insert into objection (id, dossier, publication, by_name, by_account, says, at, upheld, conclusion, concluded_at, made_up) values
('00000000-0000-4000-8000-000000000225', '00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000222', '吴白', '00000000-0000-4000-8000-000000000032', '学时有疑问', '2024-06-05T09:00+08', null, null, null, true),
('00000000-0000-4000-8000-000000000226', '00000000-0000-4000-8000-000000000053', '00000000-0000-4000-8000-000000000223', '林晓', '00000000-0000-4000-8000-000000000031', '专利署名有疑问', '2024-06-05T09:00+08', false, '经核查不属实', '2024-06-07T09:00+08', true),
('00000000-0000-4000-8000-000000000227', '00000000-0000-4000-8000-000000000054', '00000000-0000-4000-8000-000000000224', '郑原', '00000000-0000-4000-8000-000000000035', '论文有疑问', '2024-09-12T11:00+08', null, null, null, true);
-- Sun asked the southern employer, He the northern one, and were refused; on 99 He's dossier rests that has come to the department
insert into binding (id, person, organisation, region, ground, state, name, reason, asked_at, decided_at, made_up) values
('00000000-0000-4000-8000-000000000095', '00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000013', 'south', 'EMPLOYMENT', 'CONFIRMED', '林晓', null, '2024-01-05T00:00+08', '2024-01-06T00:00+08', true),
('00000000-0000-4000-8000-000000000096', '00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000013', 'south', 'LABOUR_RELATION', 'REFUSED', '孙北', '非本单位人员', '2024-01-07T00:00+08', '2024-01-08T00:00+08', true),
('00000000-0000-4000-8000-000000000097', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000014', 'north', 'EMPLOYMENT', 'REFUSED', '何川', '已离职', '2024-01-07T00:00+08', '2024-01-08T00:00+08', true),
('00000000-0000-4000-8000-000000000098', '00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000014', 'north', 'EMPLOYMENT', 'CONFIRMED', '孙北', null, '2024-01-05T00:00+08', '2024-01-06T00:00+08', true),
('00000000-0000-4000-8000-000000000099', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000013', 'south', 'EMPLOYMENT', 'CONFIRMED', '何川', null, '2024-01-05T00:00+08', '2024-01-06T00:00+08', true);
-- complaints: about He's dossier with the committee's office, which looks into it; about Lin with the bureau, concluded; about Sun's with the bureau of the north
insert into complaint (id, region, about, dossier, unit, by_name, says, received_at, looked_from, looked_until, persons, manner, course, conclusion, founded, handling_applicant,
    handling_reviewers, evidence, concluded_at, made_up) values
('00000000-0000-4000-8000-000000000131', 'south', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000053', '00000000-0000-4000-8000-000000000015', '周由', '专利并非本人发明', '2024-06-22T09:00+08', null, null, null, null, null, null, null, null, null, null, null, true),
('00000000-0000-4000-8000-000000000132', 'south', '00000000-0000-4000-8000-000000000021', null, '00000000-0000-4000-8000-000000000012', null, '学时系代学', '2024-06-05T09:00+08', '2024-06-06', '2024-06-10', array['吴白', '郑原'], '调阅平台记录', '核对登录记录', '不属实', false, '不予处理', '不予处理',
    array['平台登录记录'], '2024-06-11T09:00+08', true),
('00000000-0000-4000-8000-000000000133', 'north', '00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000054', '00000000-0000-4000-8000-000000000011', '郑原', '论文代写', '2024-09-20T09:00+08', null, null, null, null, null, null, null, null, null, null, null, true);
-- the southern employer nominates, the northern one lost the right; one nominee of each
insert into nominator (id, organisation, region, category, grade, document, clause, from_day, lost_at, lost_why, lost_by, decided_by, made_up, created_at) values
('00000000-0000-4000-8000-000000000141', '00000000-0000-4000-8000-000000000013', 'south', 'LITTLE_GIANT', 'PROVINCIAL', '虚构〔2023〕1号', 'B23-2.3', '2023-07-01', null, null, null, '00000000-0000-4000-8000-000000000012', true, '2023-07-02T00:00+08'),
('00000000-0000-4000-8000-000000000142', '00000000-0000-4000-8000-000000000014', 'north', 'LITTLE_GIANT', 'NATIONAL', '虚构〔2023〕2号', 'B23-2.3', '2023-08-01', '2024-02-01T09:00+08', '举荐不实', '虚构〔2024〕9号', '00000000-0000-4000-8000-000000000011', true, '2023-08-02T00:00+08');
insert into nomination (id, region, organisation, year, category, place, dossier, at, made_up) values
('00000000-0000-4000-8000-000000000143', 'south', '00000000-0000-4000-8000-000000000013', 2024, 'LITTLE_GIANT', 1, '00000000-0000-4000-8000-000000000053', '2024-06-12T11:00+08', true),
('00000000-0000-4000-8000-000000000144', 'north', '00000000-0000-4000-8000-000000000014', 2024, 'LITTLE_GIANT', 2, '00000000-0000-4000-8000-000000000054', '2024-09-13T11:00+08', true);
-- Lin came over in the south, Sun in the north, and what it used up
insert into title_transfer (id, person, region, dossier, from_series, series, level, level_since, document, clause, decided_by, made_up, created_at) values
('00000000-0000-4000-8000-000000000151', '00000000-0000-4000-8000-000000000021', 'south', '00000000-0000-4000-8000-000000000052', 'AGRICULTURE', 'ENGINEERING', 'INTERMEDIATE', '2019-12-31', '虚构〔2024〕5号', 'B24-5.6', '00000000-0000-4000-8000-000000000012', true, '2024-08-01T09:00+08'),
('00000000-0000-4000-8000-000000000155', '00000000-0000-4000-8000-000000000023', 'north', '00000000-0000-4000-8000-000000000054', 'ENGINEERING', 'AGRICULTURE', 'INTERMEDIATE', '2018-12-31', '虚构〔2024〕6号', 'B24-5.6', '00000000-0000-4000-8000-000000000011', true, '2024-10-01T09:00+08');
insert into spent_achievement (id, transfer, achievement, spent_at) values
('00000000-0000-4000-8000-000000000153', '00000000-0000-4000-8000-000000000151', '00000000-0000-4000-8000-000000000076', '2024-08-01T09:00+08'),
('00000000-0000-4000-8000-000000000156', '00000000-0000-4000-8000-000000000155', '00000000-0000-4000-8000-000000000077', '2024-10-01T09:00+08');
-- what proves the complaints about He and about Sun, and what stands against them; the last has not come yet
insert into case_file (id, complaint, integrity_entry, unit, place, name, label, size, type, sha256, declared_at, received_at, made_up) values
('00000000-0000-4000-8000-000000000161', '00000000-0000-4000-8000-000000000131', null, '00000000-0000-4000-8000-000000000015', 1, '举报信.pdf', '举报信', 90000, 'application/pdf', sha256('161'), '2024-06-22T10:00+08', '2024-06-22T10:01+08', true),
('00000000-0000-4000-8000-000000000162', '00000000-0000-4000-8000-000000000133', null, '00000000-0000-4000-8000-000000000011', 1, '比对报告.pdf', null, 70000, 'application/pdf', sha256('162'), '2024-09-20T10:00+08', '2024-09-20T10:01+08', true),
('00000000-0000-4000-8000-000000000163', null, '00000000-0000-4000-8000-000000000075', '00000000-0000-4000-8000-000000000012', 1, '处理决定.pdf', '处理决定', 40000, 'application/pdf', sha256('163'), '2023-03-01T10:00+08', '2023-03-01T10:01+08', true),
('00000000-0000-4000-8000-000000000164', null, '00000000-0000-4000-8000-000000000078', '00000000-0000-4000-8000-000000000011', 2, '处分通知.jpg', null, 30000, 'image/jpeg', sha256('164'), '2022-03-01T10:00+08', null, true);
-- two roots over the trail
insert into trail_root (number, before, hash, statement, signature, key)
select root.number, root.before, sha256(root.statement), root.statement, decode(repeat(lpad(root.number::text, 2, '0'), 64), 'hex'), decode('302a', 'hex') from (
    with first as (select convert_to('{"at":"2024-06-30T16:00:00Z","before":null,"entries":6,"key":"' || repeat('c', 64) || '","leaves":3,"number":1,"subjects":3,"tree":"' || repeat('d', 64) || '","what":"zhicheng trail root 1"}', 'UTF8') as statement)
    select 1 as number, null::bytea as before, statement from first
    union all
    select 2, sha256(statement), convert_to('{"at":"2024-09-30T16:00:00Z","before":"' || encode(sha256(statement), 'hex') || '","entries":7,"key":"' || repeat('c', 64) || '","leaves":1,"number":2,"subjects":4,"tree":"' || repeat('e', 64) || '","what":"zhicheng trail root 1"}', 'UTF8') from first) root
order by root.number;
