SELECT i.id, i.sheet_id AS "sheetId", i.name, held.*, i.aggregation, i.due_month AS "dueMonth", i.first_month AS "firstMonth",
         history.list AS targets,
         total.reported, total.not_applicable AS "notApplicable", total.sum, total.min, total.max,
         total.numerators, total.denominators, total.reopened, given.waiting, latest.value AS latest, latest.grade, latest.coefficient,
         latest.completed_on AS "completedOn", monthly.list AS monthly, monthly.excused AS "notApplicableMonths",
         CASE WHEN o.id IS NOT NULL
              THEN jsonb_build_object('score', o.score::text, 'reason', o.reason, 'by', o.decided_by) END AS override
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id
  LEFT JOIN (
    SELECT DISTINCT ON (indicator_id) * FROM indicator_revision
    WHERE sheet_id = ANY ($1) AND effective_month <= $2 ORDER BY indicator_id, number DESC
  ) r ON r.indicator_id = i.id
  CROSS JOIN LATERAL (
    SELECT i.comparator, coalesce(i.target_date, i.target::text) AS target, i.target_upper AS "targetUpper", i.unit,
           i.weight, i.rule, i.milestones, i.end_month AS "endMonth"
    WHERE r.number IS NULL
    UNION ALL
    SELECT r.comparator, coalesce(r.target_date, r.target::text), r.target_upper, r.unit, r.weight, r.rule,
           r.milestones, r.end_month
    WHERE r.number IS NOT NULL
  ) held
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'from', effective_month, 'comparator', comparator, 'target', coalesce(target_date, target::text),
             'targetUpper', target_upper::text, 'milestones', milestones, 'endMonth', end_month) ORDER BY number) AS list
    FROM indicator_revision
    WHERE r.number IS NOT NULL AND i.aggregation IN ('sum', 'each-month', 'each-quarter', 'each-half-year')
      AND indicator_id = i.id AND effective_month <= $2
  ) history ON true
  LEFT JOIN score_override o ON o.indicator_id = i.id AND o.from_month <= $2
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE NOT not_applicable)::int AS reported,
           count(*) FILTER (WHERE not_applicable)::int AS not_applicable,
           count(*) FILTER (WHERE reopened)::int AS reopened,
           sum(value) AS sum, min(value) AS min, max(value) AS max,
           sum(numerator) AS numerators, sum(denominator) AS denominators
    FROM counted_entry e
    WHERE e.indicator_id = i.id AND e.month BETWEEN s.fiscal_year || '-01' AND $2
  ) total
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS waiting FROM progress_entry e
    WHERE e.indicator_id = i.id AND e.month BETWEEN s.fiscal_year || '-01' AND $2
      AND e.status = 'submitted' AND e.last_approved IS NULL
  ) given
  LEFT JOIN LATERAL (
    SELECT value, grade, coefficient, completed_on FROM counted_entry e
    WHERE (i.aggregation IN ('latest', 'completed-on') OR i.comparator = 'qualitative')
      AND e.indicator_id = i.id AND NOT e.not_applicable AND e.month BETWEEN s.fiscal_year || '-01' AND $2
    ORDER BY e.month DESC LIMIT 1
  ) latest ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('month', month, 'value', value::text) ORDER BY month)
             FILTER (WHERE NOT not_applicable) AS list,
           jsonb_agg(month ORDER BY month) FILTER (WHERE not_applicable) AS excused
    FROM counted_entry e
    WHERE i.aggregation IN ('each-month', 'each-quarter', 'each-half-year')
      AND e.indicator_id = i.id AND e.month BETWEEN s.fiscal_year || '-01' AND $2
  ) monthly ON true
  WHERE i.sheet_id = ANY ($1)
  ORDER BY i.sheet_id, i.ordinal;

-- Nested Loop Left Join
--   ->  Nested Loop Left Join
--         ->  Nested Loop Left Join
--               ->  Nested Loop
--                     ->  Nested Loop
--                           ->  Nested Loop
--                                 ->  Nested Loop Left Join
--                                       Join Filter: (o.indicator_id = i.id)
--                                       ->  Nested Loop Left Join
--                                             Join Filter: (r.indicator_id = i.id)
--                                             ->  Merge Join
--                                                   Merge Cond: (i.sheet_id = s.id)
--                                                   ->  Index Scan using indicator_sheet_ordinal_key on indicator i
--                                                         Index Cond: (sheet_id = ANY ($1))
--                                                   ->  Sort
--                                                         Sort Key: s.id
--                                                         ->  Seq Scan on target_sheet s
--                                             ->  Materialize
--                                                   ->  Subquery Scan on r
--                                                         ->  Unique
--                                                               ->  Sort
--                                                                     Sort Key: indicator_revision.indicator_id, indicator_revision.number DESC
--                                                                     ->  Seq Scan on indicator_revision
--                                                                           Filter: ((effective_month <= $2) AND (sheet_id = ANY ($1)))
--                                       ->  Seq Scan on score_override o
--                                             Filter: (from_month <= $2)
--                                 ->  Aggregate
--                                       ->  Append
--                                             ->  Subquery Scan on "*SELECT* 1"
--                                                   ->  Index Scan using progress_entry_indicator_month_key on progress_entry
--                                                         Index Cond: ((indicator_id = i.id) AND (month >= ((s.fiscal_year)::text || '-01'::text)) AND (month <= $2))
--                                                         Filter: (status = 'approved'::text)
--                                             ->  Subquery Scan on "*SELECT* 2"
--                                                   ->  Index Scan using progress_entry_reopened_idx on progress_entry progress_entry_1
--                                                         Index Cond: (indicator_id = i.id)
--                                                         Filter: ((status <> 'approved'::text) AND (month <= $2) AND (month >= ((s.fiscal_year)::text || '-01'::text)))
--                           ->  Aggregate
--                                 ->  Index Scan using progress_entry_waiting_idx on progress_entry e_1
--                                       Index Cond: (status = 'submitted'::text)
--                                       Filter: ((last_approved IS NULL) AND (month <= $2) AND (indicator_id = i.id) AND (month >= ((s.fiscal_year)::text || '-01'::text)))
--                     ->  Append
--                           ->  Result
--                                 One-Time Filter: (r.number IS NULL)
--                           ->  Result
--                                 One-Time Filter: (r.number IS NOT NULL)
--               ->  Memoize
--                     Cache Key: r.number, i.aggregation, i.id
--                     Cache Mode: binary
--                     ->  Aggregate
--                           ->  Sort
--                                 Sort Key: indicator_revision_1.number
--                                 ->  Result
--                                       One-Time Filter: ((r.number IS NOT NULL) AND (i.aggregation = ANY ('{sum,each-month,each-quarter,each-half-year}'::text[])))
--                                       ->  Seq Scan on indicator_revision indicator_revision_1
--                                             Filter: ((effective_month <= $2) AND (indicator_id = i.id))
--         ->  Memoize
--               Cache Key: i.aggregation, i.comparator, i.id, s.fiscal_year
--               Cache Mode: binary
--               ->  Subquery Scan on latest
--                     ->  Limit
--                           ->  Sort
--                                 Sort Key: "*SELECT* 1_1".month DESC
--                                 ->  Append
--                                       ->  Result
--                                             One-Time Filter: ((i.aggregation = ANY ('{latest,completed-on}'::text[])) OR (i.comparator = 'qualitative'::text))
--                                             ->  Subquery Scan on "*SELECT* 1_1"
--                                                   ->  Index Scan using progress_entry_indicator_month_key on progress_entry progress_entry_2
--                                                         Index Cond: ((indicator_id = i.id) AND (month >= ((s.fiscal_year)::text || '-01'::text)) AND (month <= $2))
--                                                         Filter: ((NOT not_applicable) AND (status = 'approved'::text))
--                                       ->  Result
--                                             One-Time Filter: ((i.aggregation = ANY ('{latest,completed-on}'::text[])) OR (i.comparator = 'qualitative'::text))
--                                             ->  Subquery Scan on "*SELECT* 2_1"
--                                                   ->  Index Scan using progress_entry_reopened_idx on progress_entry progress_entry_3
--                                                         Index Cond: (indicator_id = i.id)
--                                                         Filter: ((status <> 'approved'::text) AND (month <= $2) AND (NOT COALESCE(((last_approved ->> 'notApplicable'::text))::boolean, false)) AND (month >= ((s.fiscal_year)::text || '-01'::text)))
--   ->  Memoize
--         Cache Key: i.aggregation, i.id, s.fiscal_year
--         Cache Mode: binary
--         ->  Aggregate
--               ->  Sort
--                     Sort Key: "*SELECT* 1_2".month
--                     ->  Append
--                           ->  Result
--                                 One-Time Filter: (i.aggregation = ANY ('{each-month,each-quarter,each-half-year}'::text[]))
--                                 ->  Subquery Scan on "*SELECT* 1_2"
--                                       ->  Index Scan using progress_entry_indicator_month_key on progress_entry progress_entry_4
--                                             Index Cond: ((indicator_id = i.id) AND (month >= ((s.fiscal_year)::text || '-01'::text)) AND (month <= $2))
--                                             Filter: (status = 'approved'::text)
--                           ->  Result
--                                 One-Time Filter: (i.aggregation = ANY ('{each-month,each-quarter,each-half-year}'::text[]))
--                                 ->  Subquery Scan on "*SELECT* 2_2"
--                                       ->  Index Scan using progress_entry_reopened_idx on progress_entry progress_entry_5
--                                             Index Cond: (indicator_id = i.id)
--                                             Filter: ((status <> 'approved'::text) AND (month <= $2) AND (month >= ((s.fiscal_year)::text || '-01'::text)))
