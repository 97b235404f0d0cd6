-- $departments × 3 sheets × 10 indicators × 12 months; the same figures every time.
SET search_path = reference;
SELECT setseed(0.42);
INSERT INTO department SELECT d, 'Department ' || d FROM generate_series(1, $departments) d;
INSERT INTO target_sheet SELECT s, (s - 1) / 3 + 1, 2026 FROM generate_series(1, $departments * 3) s;
INSERT INTO indicator
SELECT i, (i - 1) / 10 + 1, 'Indicator ' || i, CASE WHEN i % 5 = 0 THEN 'lte' ELSE 'gte' END,
       CASE i % 4 WHEN 0 THEN 600 WHEN 1 THEN 50 WHEN 2 THEN 55 ELSE 80 END, 10,
       (ARRAY['sum', 'avg', 'last', 'ratio'])[i % 4 + 1],
       (ARRAY['proportional', 'proportional', 'proportional', 'binary', 'step'])[i % 5 + 1]
FROM generate_series(1, $departments * 30) i;
INSERT INTO progress_entry
SELECT i, make_date(2026, m, 1), CASE WHEN i % 4 = 3 THEN NULL ELSE round((30 + random() * 40)::numeric, 2) END,
       CASE WHEN i % 4 = 3 THEN round((60 + random() * 30)::numeric, 0) END, CASE WHEN i % 4 = 3 THEN 100 END,
       CASE WHEN m = 12 AND i % 7 = 0 THEN 'draft' ELSE 'approved' END, '2026-01-15'
FROM generate_series(1, $departments * 30) i, generate_series(1, 12) m;
ALTER TABLE department ADD PRIMARY KEY (id);
ALTER TABLE target_sheet ADD PRIMARY KEY (id);
ALTER TABLE indicator ADD PRIMARY KEY (id);
CREATE INDEX ON indicator (sheet_id);
ALTER TABLE progress_entry ADD PRIMARY KEY (indicator_id, period);
