-- What grows beside the entries in a year: contacts with their mails, changes of entries, what the audit log holds,
-- runs of jobs, and scores of the months before the one that is scored.
SET search_path = public;
SET session_replication_role = replica; -- a year's worth at once needs no chain of hashes
INSERT INTO contact (id, department_id, name, email, duty, language)
SELECT pg_temp.key(5, d), pg_temp.key(1, d), 'Contact ' || d, 'contact' || d || '@example.org', 'head', 'zh'
FROM generate_series(1, $departments) d;
INSERT INTO mail (id, contact_id, kind, topic, local_date, state, attempts, created_at, finished_at, due_at)
SELECT pg_temp.key(6, (d - 1) * 250 + n), pg_temp.key(5, d), 'digest', n::text, '2026-01-15', 'sent', 1, made, made, made
FROM generate_series(1, $departments) d, generate_series(1, 250) n, LATERAL (SELECT timestamptz '2026-01-01' + n * interval '1 day') m (made);
INSERT INTO mail_attempt (id, mail_id, started_at, finished_at, outcome)
SELECT pg_temp.key(7, n), pg_temp.key(6, n), '2026-01-15', '2026-01-15', 'sent' FROM generate_series(1, $departments * 250) n;
INSERT INTO notification (id, rule, subject, contact_id, due_date, stage, reason, mail_id, created_at)
SELECT pg_temp.key(8, n), 'entry-due', n::text, pg_temp.key(5, (n - 1) / 250 + 1), '2026-02-06', '0', '{}', pg_temp.key(6, n), '2026-01-15'
FROM generate_series(1, $departments * 250) n;
INSERT INTO progress_change (id, entry_id, version, action, actor, entry, changed_at)
SELECT pg_temp.key(9, n * 3 + v), pg_temp.key(4, n), v, 'save', 'user', '{}', '2026-01-15'
FROM generate_series(13, $departments * 360 + 12) n, generate_series(1, 2) v;
INSERT INTO audit_event (position, at, actor, action, subject_type, subject_id, department_id, hash)
SELECT last + n, '2026-01-15', 'user', 'update', 'indicator', pg_temp.key(3, n % ($departments * 30) + 1)::text, pg_temp.key(1, n % $departments + 1), ''
FROM generate_series(1, $departments * 300) n, (SELECT coalesce(max(position), 0) AS last FROM audit_event) l;
INSERT INTO job_run (job, slot, state, started_at, finished_at, alive_until)
SELECT 'mail-delivery', n::text, 'done', '2026-01-15', '2026-01-15', '2026-01-15' FROM generate_series(1, $departments * 300) n;
INSERT INTO sheet_score
SELECT (jsonb_populate_record(s, jsonb_build_object('as_of', '2026-' || lpad(m::text, 2, '0')))).*
FROM sheet_score s, generate_series(1, 11) m;
SET session_replication_role = DEFAULT;
