-- Who is posted here by a central body or another province applies with the consent of four bodies, and the paper of each is attached (J24-2.2e): papers of the store beside those of V037.

alter table achievement drop constraint achievement_kind;
alter table achievement add constraint achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER',
    'EDUCATION', 'SOCIAL_INSURANCE', 'TITLE', 'TRAINING_HOURS', 'EMPLOYMENT', 'ASSESSMENT', 'TEST_PASS',
    'CONSENT_SENDING_DEPARTMENT', 'CONSENT_SENDING_HRSS', 'CONSENT_RECEIVING_DEPARTMENT', 'CONSENT_RECEIVING_HRSS'));
alter table dossier_achievement drop constraint picked_achievement_kind;
alter table dossier_achievement add constraint picked_achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER',
    'EDUCATION', 'SOCIAL_INSURANCE', 'TITLE', 'TRAINING_HOURS', 'EMPLOYMENT', 'ASSESSMENT', 'TEST_PASS',
    'CONSENT_SENDING_DEPARTMENT', 'CONSENT_SENDING_HRSS', 'CONSENT_RECEIVING_DEPARTMENT', 'CONSENT_RECEIVING_HRSS'));
alter table mending_achievement drop constraint picked_achievement_kind;
alter table mending_achievement add constraint picked_achievement_kind check (kind in (
    'PAPER', 'PROJECT', 'AWARD', 'PATENT', 'STANDARD', 'REPORT', 'CASE_REPORT', 'RESEARCH', 'GRASSROOTS_SERVICE', 'AID_POSTING', 'CERTIFICATE', 'OTHER',
    'EDUCATION', 'SOCIAL_INSURANCE', 'TITLE', 'TRAINING_HOURS', 'EMPLOYMENT', 'ASSESSMENT', 'TEST_PASS',
    'CONSENT_SENDING_DEPARTMENT', 'CONSENT_SENDING_HRSS', 'CONSENT_RECEIVING_DEPARTMENT', 'CONSENT_RECEIVING_HRSS'));
comment on column achievement.kind is 'REPORT 专题报告, CASE_REPORT 病案报告, RESEARCH 科研成果 (B23-1.2), GRASSROOTS_SERVICE 服务基层 (B23-1.1, J24-3.3), AID_POSTING 援派 (X24-6.1), CERTIFICATE e.g. 数字技术工程师 (B23-4.1). No achievement but a paper on what the profile tells: EDUCATION 学历学位证书, SOCIAL_INSURANCE 社保证明, TITLE 职称证书, TRAINING_HOURS 学时证明 (J24-4.2, B23-2.2), EMPLOYMENT 工作经历证明, ASSESSMENT 年度考核表 (J24-3.3), TEST_PASS 水平能力测试合格证明 (X24-6.5). CONSENT_… 派出地、派驻地省级行业主管部门和人社部门的同意文件 (J24-2.2e).';
