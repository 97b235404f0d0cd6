-- The reference's figures in the product's own tables. Ids are in order of creation, as UUIDv7 are.
SET search_path = public;
CREATE FUNCTION pg_temp.key(kind int, n int) RETURNS uuid IMMUTABLE LANGUAGE sql AS
  $$SELECT (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid$$;
INSERT INTO department (id, name) SELECT pg_temp.key(1, id), name FROM reference.department;
INSERT INTO target_sheet (id, department_id, kind, fiscal_year, project, created_at)
SELECT pg_temp.key(2, id), pg_temp.key(1, department_id), 'project', fiscal_year, 'Project ' || id, '2026-01-01'
FROM reference.target_sheet;
INSERT INTO indicator (id, sheet_id, ordinal, level1, level2, name, comparator, target, unit, raw, weight, rule, aggregation)
SELECT pg_temp.key(3, id), pg_temp.key(2, sheet_id), (id - 1) % 10, 'level 1', 'level 2', name,
       CASE comparator WHEN 'gte' THEN '>=' ELSE '<=' END, target, CASE aggregation WHEN 'ratio' THEN '%' END, '', weight,
       CASE rule WHEN 'binary' THEN 'direct' WHEN 'step' THEN 'graded' ELSE rule END,
       CASE aggregation WHEN 'avg' THEN 'average' WHEN 'last' THEN 'latest' ELSE aggregation END
FROM reference.indicator;
INSERT INTO progress_entry (id, indicator_id, month, value, numerator, denominator, status, updated_at)
SELECT pg_temp.key(4, indicator_id * 12 + extract(month FROM period)::int), pg_temp.key(3, indicator_id),
       to_char(period, 'YYYY-MM'), value, numerator, denominator, status, updated_at
FROM reference.progress_entry;
