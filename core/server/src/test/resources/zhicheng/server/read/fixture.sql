-- A small world for tests of reading: two regions, two employers, one committee, people on both sides of every border.
-- Ids: o… organisations 1x, people 2x, accounts 3x, committees 4x, dossiers 5x, certificates 6x, others 7x.
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
('00000000-0000-4000-8000-000000000024', '周由', null, 'MALE', 'south', null, null, null, null, true, '2024-01-02T00:00+08');
insert into account (id, name, person, organisation, roles, made_up, created_at) values
('00000000-0000-4000-8000-000000000031', 'lin-xiao', '00000000-0000-4000-8000-000000000021', null, '{APPLICANT}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000032', 'clerk', null, '00000000-0000-4000-8000-000000000013', '{EMPLOYER_CLERK}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000033', 'bureau', null, '00000000-0000-4000-8000-000000000012', '{HRSS_CITY}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000034', 'office', null, '00000000-0000-4000-8000-000000000015', '{COMMITTEE_OFFICE}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000035', 'sun-bei', '00000000-0000-4000-8000-000000000023', null, '{APPLICANT}', true, '2024-01-03T00:00+08');
insert into committee (id, name, region, kind, founder, office, series, levels, phone, made_up, remark, created_at) values
('00000000-0000-4000-8000-000000000041', '青川市工程高级评委会', 'south', 'SENIOR', '00000000-0000-4000-8000-000000000012', '00000000-0000-4000-8000-000000000015', '{ENGINEERING}', '{ASSOCIATE_SENIOR,INTERMEDIATE}', null, true, '虚构', '2024-01-04T00:00+08'),
('00000000-0000-4000-8000-000000000042', '云水市农业中级评委会', 'north', 'INTERMEDIATE', '00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000011', '{AGRICULTURE}', '{INTERMEDIATE}', '0937-0000000', true, null, '2024-01-04T00:00+08');
insert into committee_filing (id, committee, filed_with, from_day, until_day, status, document, made_up, created_at) values
('00000000-0000-4000-8000-000000000071', '00000000-0000-4000-8000-000000000041', '00000000-0000-4000-8000-000000000012', '2021-05-01', '2024-05-01', 'EXPIRED', null, true, '2024-01-04T00:00+08'),
('00000000-0000-4000-8000-000000000072', '00000000-0000-4000-8000-000000000041', '00000000-0000-4000-8000-000000000012', '2024-05-01', '2027-05-01', 'FILED', '虚构〔2024〕1号', true, '2024-01-04T00:00+08');
insert into committee_notice (id, committee, region, year, series, levels, categories, intake_from, intake_until, published_at, link, made_up, remark) values
('00000000-0000-4000-8000-000000000073', '00000000-0000-4000-8000-000000000041', 'south', 2024, '{ENGINEERING}', null, null, '2024-05-20T00:00+08', '2024-07-11T00:00+08', '2024-05-14T09:00+08', null, true, '虚构');
insert into meeting (id, committee, year, status, plan_filed_at, starts_at, ends_at, place, made_up, created_at) values
('00000000-0000-4000-8000-000000000074', '00000000-0000-4000-8000-000000000041', 2024, 'FILED', '2024-08-30T10:00+08', '2024-09-20T09:00+08', null, '青川', true, '2024-08-01T00:00+08');
insert into integrity_entry (id, person, region, kind, reason, clause, from_day, until_day, decided_by, made_up, created_at) values
('00000000-0000-4000-8000-000000000075', '00000000-0000-4000-8000-000000000022', 'south', 'FALSE_MATERIAL', '业绩材料不实', 'X24-5.1', '2023-03-01', '2026-03-01', '00000000-0000-4000-8000-000000000012', true, '2023-03-01T00:00+08');
insert into achievement (id, person, kind, title, achieved_on, made_up, created_at) values
('00000000-0000-4000-8000-000000000076', '00000000-0000-4000-8000-000000000021', 'PROJECT', '滨江大桥加固工程', '2022-10-01', true, '2024-01-05T00:00+08');
insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values
('south', 2024, 1, repeat('a', 64), '{}', '2024-06-01T00:00+08'), ('north', 2024, 1, repeat('b', 64), '{}', '2024-06-01T00:00+08');
insert into dossier (id, region, year, series, specialty, level, channel, title, applicant, employer, committee, stage, stage_since, education_tenths, created_at, updated_at,
    submitted_at, receipt_at, snapshot_hash, edition, facts_hash, intake_at, withdrawn_at, deleted_at) values
-- 51 Lin's draft, 52 Lin's with her employer, 53 He's with the committee, 54 Sun's in the north, 55 Zhou's (no employer), 56 He's deleted
('00000000-0000-4000-8000-000000000051', 'south', 2024, 'ENGINEERING', '建筑工程', 'ASSOCIATE_SENIOR', null, '高级工程师', '00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000013', null, 'DRAFT', '2024-06-01T09:00+08', 800, '2024-06-01T09:00+08', '2024-06-01T09:00+08', null, null, null, null, null, null, null, null),
('00000000-0000-4000-8000-000000000052', 'south', 2024, 'ENGINEERING', '建筑工程', 'INTERMEDIATE', 'state', '工程师', '00000000-0000-4000-8000-000000000021', '00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000041', 'EMPLOYER_REVIEW', '2024-06-03T09:00+08', 905, '2024-06-02T09:00+08', '2024-06-03T09:00+08', '2024-06-02T10:00+08', '2024-06-02T10:00+08', sha256('52'), 1, repeat('a', 64), null, null, null),
('00000000-0000-4000-8000-000000000053', 'south', 2024, 'ENGINEERING', null, 'INTERMEDIATE', 'state', '工程师', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000013', '00000000-0000-4000-8000-000000000041', 'ACCEPTED', '2024-06-20T09:00+08', null, '2024-06-02T09:00+08', '2024-06-20T09:00+08', '2024-06-02T11:00:00.25+08', '2024-06-02T11:00:00.25+08', sha256('53'), 1, repeat('a', 64), '2024-06-20T09:00+08', null, null),
('00000000-0000-4000-8000-000000000054', 'north', 2024, 'AGRICULTURE', '农艺', 'INTERMEDIATE', 'state', '农艺师', '00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000014', '00000000-0000-4000-8000-000000000042', 'SUBMITTED', '2024-09-12T09:00+08', 900, '2024-09-11T09:00+08', '2024-09-12T09:00+08', '2024-09-12T09:00+08', '2024-09-12T09:00+08', sha256('54'), 1, repeat('b', 64), null, null, null),
('00000000-0000-4000-8000-000000000055', 'south', 2024, 'ARTS', '编剧', 'INTERMEDIATE', 'freelance', '三级编剧', '00000000-0000-4000-8000-000000000024', null, null, 'WITHDRAWN', '2024-06-05T09:00+08', null, '2024-06-04T09:00+08', '2024-06-05T09:00+08', '2024-06-04T10:00+08', '2024-06-04T10:00+08', sha256('55'), 1, repeat('a', 64), null, '2024-06-05T09:00+08', null),
('00000000-0000-4000-8000-000000000056', 'south', 2024, 'ARCHIVES', null, 'ASSISTANT', 'state', '助理馆员', '00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000013', null, 'DRAFT', '2024-06-06T09:00+08', null, '2024-06-06T09:00+08', '2024-06-06T09:00+08', null, null, null, null, null, null, null, '2024-06-07T00:00+08');
insert into certificate (id, number, holder, person, dossier, committee, region, series, specialty, level, title, document, obtained_on, issued_at, revoked_at, revoked_why, made_up) values
('00000000-0000-4000-8000-000000000061', 'MADE-UP-2019-1', '林晓', '00000000-0000-4000-8000-000000000021', null, '00000000-0000-4000-8000-000000000041', 'south', 'ENGINEERING', '建筑工程', 'ASSISTANT', '助理工程师', null, '2019-12-31', '2020-01-10T09:00+08', null, null, true),
('00000000-0000-4000-8000-000000000062', 'MADE-UP-2018-7', '孙北', '00000000-0000-4000-8000-000000000023', null, null, 'north', 'AGRICULTURE', null, 'ASSISTANT', '助理农艺师', null, '2018-12-31', '2019-01-10T09:00+08', '2021-01-01T00:00+08', '弄虚作假', true);
