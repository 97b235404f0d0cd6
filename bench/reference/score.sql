-- Full rescoring as one set: aggregate per indicator, rule, weighted sheet score; it writes both score tables.
BEGIN;
SET LOCAL search_path = reference;
TRUNCATE indicator_score, sheet_score;
INSERT INTO indicator_score (indicator_id, sheet_id, actual, score)
SELECT id, sheet_id, actual,
  CASE WHEN actual IS NULL THEN NULL ELSE
   CASE rule WHEN 'proportional' THEN round(100 * least(1.2, greatest(0, r)), 2)
             WHEN 'binary' THEN CASE WHEN r >= 1 THEN 100 ELSE 0 END
             ELSE CASE WHEN r >= 1 THEN 100 WHEN r >= 0.9 THEN 80 WHEN r >= 0.8 THEN 60 ELSE 0 END END END
FROM (SELECT i.id, i.sheet_id, i.rule, a.actual,
        CASE i.comparator WHEN 'gte' THEN a.actual / nullif(i.target, 0) ELSE i.target / nullif(a.actual, 0) END r
      FROM indicator i JOIN (
        SELECT p.indicator_id, CASE max(i2.aggregation) WHEN 'sum' THEN sum(value) WHEN 'avg' THEN avg(value)
            WHEN 'ratio' THEN 100 * sum(numerator) / nullif(sum(denominator), 0)
            ELSE (array_agg(value ORDER BY period DESC))[1] END actual
        FROM progress_entry p JOIN indicator i2 ON i2.id = p.indicator_id
        WHERE p.status <> 'draft' GROUP BY p.indicator_id) a ON a.indicator_id = i.id) x;
INSERT INTO sheet_score
SELECT i.sheet_id, round(sum(i.weight * s.score) / nullif(sum(i.weight) FILTER (WHERE s.score IS NOT NULL), 0), 2), count(s.score)
FROM indicator i JOIN indicator_score s ON s.indicator_id = i.id GROUP BY i.sheet_id;
COMMIT;
