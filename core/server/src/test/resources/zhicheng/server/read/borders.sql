-- On top of fixture.sql, in a transaction of its own: what leads from a row that somebody sees to one that he does not, for every relation that can.
-- Ids from 101.
insert into account (id, name, person, organisation, roles, made_up, created_at) values
('00000000-0000-4000-8000-000000000037', 'auditor', null, '00000000-0000-4000-8000-000000000012', '{AUDITOR}', true, '2024-01-03T00:00+08'),
('00000000-0000-4000-8000-000000000038', 'he-chuan', '00000000-0000-4000-8000-000000000022', null, '{APPLICANT}', true, '2024-01-03T00:00+08');
-- in the stores of Lin, Sun and He, and never picked
insert into achievement (id, person, kind, title, achieved_on, made_up, created_at) values
('00000000-0000-4000-8000-000000000101', '00000000-0000-4000-8000-000000000021', 'AWARD', '优质工程奖', '2020-03-01', true, '2024-01-05T00:00+08'),
('00000000-0000-4000-8000-000000000102', '00000000-0000-4000-8000-000000000023', 'PROJECT', '梯田改造', '2019-03-01', true, '2024-01-05T00:00+08'),
('00000000-0000-4000-8000-000000000103', '00000000-0000-4000-8000-000000000022', 'PAPER', '脚手架计算', null, true, '2024-01-05T00:00+08');
-- a draft of Sun's with an achievement out of Lin's store: she sees the achievement and not who picked it, he the pick and not the achievement
insert into dossier (id, region, year, series, level, title, applicant, employer, stage, stage_since, created_at, updated_at, draft) values
('00000000-0000-4000-8000-000000000104', 'north', 2024, 'AGRICULTURE', 'INTERMEDIATE', '农艺师', '00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000014', 'DRAFT',
    '2024-09-14T09:00+08', '2024-09-14T09:00+08', '2024-09-14T09:00+08',
    '{"hours": [{"year": 2023, "total": 90}], "titles": [{"series": "AGRICULTURE", "level": "ASSISTANT"}], "degrees": [{"level": "本科"}], "assessments": [{"year": 2023, "grade": "合格"}], "testPasses": [{"specialty": "农艺", "level": "INTERMEDIATE"}]}');
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
-- Sun came over in the south too, where nobody knows him, by a draft of his that had picked out of Lin's store: she sees the achievement, and not what used it up
insert into title_transfer (id, person, region, dossier, from_series, series, level, level_since, document, clause, decided_by, made_up, created_at) values
('00000000-0000-4000-8000-000000000152', '00000000-0000-4000-8000-000000000023', 'south', '00000000-0000-4000-8000-000000000104', 'ENGINEERING', 'AGRICULTURE', 'INTERMEDIATE', '2017-12-31', '虚构〔2024〕7号', 'B24-5.6', '00000000-0000-4000-8000-000000000012', true, '2024-10-02T09:00+08');
insert into spent_achievement (id, transfer, achievement, spent_at) values ('00000000-0000-4000-8000-000000000154', '00000000-0000-4000-8000-000000000152', '00000000-0000-4000-8000-000000000076', '2024-10-02T09:00+08');
