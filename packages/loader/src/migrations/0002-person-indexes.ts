/**
 * What people across schools are found by. Measured on a store of 100,000 pupils with 2 million marks: a page
 * of 200 persons reads its marks in 0.07 s and not in 1.8 s, which grows with the store; pupils by day of
 * birth come in 0.01 s a page and not in 0.27 s. An index of (school, pupil_key) holds each key once for all
 * of a pupil's records (PostgreSQL's deduplication), so it has a sixth of the primary key's size. A load of
 * 500,000 marks takes the server 1.12 times as long, and 1.08 times with what the loader does itself.
 *
 * The primary key can't serve instead: a record's key begins with the pupil's by custom alone.
 */
export const personIndexes = `
CREATE INDEX pupil_birth_date ON rollbook.pupil (birth_date);
CREATE INDEX contact_pupil ON rollbook.contact (school, pupil_key);
CREATE INDEX enrolment_pupil ON rollbook.enrolment (school, pupil_key);
CREATE INDEX fsm_spell_pupil ON rollbook.fsm_spell (school, pupil_key);
CREATE INDEX sen_provision_pupil ON rollbook.sen_provision (school, pupil_key);
CREATE INDEX sen_need_pupil ON rollbook.sen_need (school, pupil_key);
CREATE INDEX looked_after_pupil ON rollbook.looked_after (school, pupil_key);
CREATE INDEX service_child_pupil ON rollbook.service_child (school, pupil_key);
CREATE INDEX pupil_premium_pupil ON rollbook.pupil_premium (school, pupil_key);
CREATE INDEX attendance_mark_pupil ON rollbook.attendance_mark (school, pupil_key);
CREATE INDEX attendance_summary_pupil ON rollbook.attendance_summary (school, pupil_key);
CREATE INDEX exclusion_pupil ON rollbook.exclusion (school, pupil_key);
CREATE INDEX assessment_result_pupil ON rollbook.assessment_result (school, pupil_key);
CREATE INDEX admission_application_pupil ON rollbook.admission_application (school, pupil_key);
CREATE INDEX early_years_funding_pupil ON rollbook.early_years_funding (school, pupil_key);
CREATE INDEX youth_participation_pupil ON rollbook.youth_participation (school, pupil_key);
`;
