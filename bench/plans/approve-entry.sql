SELECT i.id, coalesce(this_year.list, '[]') AS entries, coalesce(last_year.list, '[]') AS "lastYear"
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'month', month, 'value', value::text, 'numerator', numerator::text, 'denominator', denominator::text,
             'grade', grade, 'coefficient', coefficient::text, 'completedOn', completed_on,
             'notApplicable', not_applicable) ORDER BY month) AS list
    FROM counted_entry e
    WHERE e.indicator_id = i.id AND e.month BETWEEN s.fiscal_year || '-01' AND $2
  ) this_year ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('month', e.month, 'value', e.value::text) ORDER BY e.month) AS list
    FROM target_sheet before
    JOIN indicator same ON same.sheet_id = before.id AND same.name = i.name AND same.aggregation = 'sum'
    CROSS JOIN LATERAL (
      SELECT month, value FROM counted_entry WHERE indicator_id = same.id AND value IS NOT NULL OFFSET 0
    ) e
    WHERE i.aggregation = 'sum' AND before.department_id = s.department_id AND before.fiscal_year = s.fiscal_year - 1
      AND before.kind = s.kind AND before.project IS NOT DISTINCT FROM s.project
  ) last_year ON true
  WHERE i.sheet_id = ANY ($1)
    AND ($3 OR i.aggregation = 'sum' AND (i.rule = 'direct' OR i.comparator IN ('<=', '<', 'range')));

-- Nested Loop Left Join
--   ->  Nested Loop Left Join
--         ->  Hash Join
--               Hash Cond: (i.sheet_id = s.id)
--               ->  Bitmap Heap Scan on indicator i
--                     Recheck Cond: (sheet_id = ANY ($1))
--                     Filter: ($3 OR ((aggregation = 'sum'::text) AND ((rule = 'direct'::text) OR (comparator = ANY ('{<=,<,range}'::text[])))))
--                     ->  Bitmap Index Scan on indicator_sheet_ordinal_key
--                           Index Cond: (sheet_id = ANY ($1))
--               ->  Hash
--                     ->  Seq Scan on target_sheet s
--         ->  Aggregate
--               ->  Sort
--                     Sort Key: "*SELECT* 1".month
--                     ->  Append
--                           ->  Subquery Scan on "*SELECT* 1"
--                                 ->  Index Scan using progress_entry_indicator_month_key on progress_entry
--                                       Index Cond: ((indicator_id = i.id) AND (month >= ((s.fiscal_year)::text || '-01'::text)) AND (month <= $2))
--                                       Filter: (status = 'approved'::text)
--                           ->  Subquery Scan on "*SELECT* 2"
--                                 ->  Index Scan using progress_entry_reopened_idx on progress_entry progress_entry_1
--                                       Index Cond: (indicator_id = i.id)
--                                       Filter: ((status <> 'approved'::text) AND (month <= $2) AND (month >= ((s.fiscal_year)::text || '-01'::text)))
--   ->  Aggregate
--         ->  Sort
--               Sort Key: "*SELECT* 1_1".month
--               ->  Result
--                     One-Time Filter: (i.aggregation = 'sum'::text)
--                     ->  Nested Loop
--                           ->  Nested Loop
--                                 ->  Bitmap Heap Scan on target_sheet before
--                                       Recheck Cond: ((department_id = s.department_id) AND (fiscal_year = (s.fiscal_year - 1)) AND (kind = s.kind))
--                                       Filter: (NOT (project IS DISTINCT FROM s.project))
--                                       ->  Bitmap Index Scan on target_sheet_key
--                                             Index Cond: ((department_id = s.department_id) AND (fiscal_year = (s.fiscal_year - 1)) AND (kind = s.kind))
--                                 ->  Index Scan using indicator_sheet_ordinal_key on indicator same
--                                       Index Cond: (sheet_id = before.id)
--                                       Filter: ((name = i.name) AND (aggregation = 'sum'::text))
--                           ->  Append
--                                 ->  Subquery Scan on "*SELECT* 1_1"
--                                       ->  Bitmap Heap Scan on progress_entry progress_entry_2
--                                             Recheck Cond: (indicator_id = same.id)
--                                             Filter: ((value IS NOT NULL) AND (status = 'approved'::text))
--                                             ->  Bitmap Index Scan on progress_entry_indicator_month_key
--                                                   Index Cond: (indicator_id = same.id)
--                                 ->  Subquery Scan on "*SELECT* 2_1"
--                                       ->  Index Scan using progress_entry_reopened_idx on progress_entry progress_entry_3
--                                             Index Cond: (indicator_id = same.id)
--                                             Filter: ((status <> 'approved'::text) AND (((last_approved ->> 'value'::text))::numeric IS NOT NULL))
