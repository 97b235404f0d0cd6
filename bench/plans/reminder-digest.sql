SELECT s.department_id AS "departmentId", d.name AS "departmentName", i.section_id AS "sectionId",
         c.name AS "sectionName", m.month, array_agg(i.name ORDER BY s.id, i.ordinal) AS indicators
  FROM unnest($1::text[]) AS m (month)
  JOIN target_sheet s ON s.fiscal_year = left(m.month, 4)::int AND s.department_id = ANY ($2)
  JOIN department d ON d.id = s.department_id
  JOIN indicator i ON i.sheet_id = s.id
  JOIN indicator_in_force f ON f.indicator_id = i.id AND ((m.month >= f.from_month AND m.month < f.until_month
    AND owes_month(f.target_date, f.aggregation, f.due_month, f.first_month, f.end_month,
      m.month)) OR (m.month >= f.from_month AND m.month < f.until_month AND (f.end_month IS NULL OR m.month <= f.end_month) AND EXISTS (
    SELECT FROM progress_entry reopened WHERE reopened.indicator_id = f.indicator_id AND reopened.month = m.month
      AND reopened.last_approved IS NOT NULL)))
  LEFT JOIN section c ON c.id = i.section_id
  WHERE NOT (EXISTS (
    SELECT FROM progress_entry given WHERE given.indicator_id = f.indicator_id
      AND given.status IN ('submitted', 'approved') AND given.month = m.month) OR EXISTS (
    SELECT FROM progress_entry given WHERE given.indicator_id = f.indicator_id
      AND given.status IN ('submitted', 'approved') AND given.completed_on IS NOT NULL))
    AND ($3 OR i.section_id IS NOT DISTINCT FROM $4::uuid)
  GROUP BY s.department_id, d.name, i.section_id, c.name, m.month
  ORDER BY s.department_id, m.month, i.section_id;

-- GroupAggregate
--   Group Key: s.department_id, m.month, i.section_id, d.name, c.name
--   ->  Incremental Sort
--         Sort Key: s.department_id, m.month, i.section_id, d.name, c.name, s.id, i.ordinal
--         Presorted Key: s.department_id
--         ->  Nested Loop
--               Join Filter: (s.department_id = d.id)
--               ->  Index Scan using "PK_9a2213262c1593bffb581e382f5" on department d
--               ->  Materialize
--                     ->  Hash Left Join
--                           Hash Cond: (i.section_id = c.id)
--                           ->  Hash Join
--                                 Hash Cond: (s.fiscal_year = ("left"(m.month, 4))::integer)
--                                 Join Filter: ((m.month >= "*SELECT* 1".from_month) AND (m.month < "*SELECT* 1".until_month) AND (CASE WHEN ((m.month < "*SELECT* 1".first_month) OR (m.month > "*SELECT* 1".end_month)) THEN false WHEN ("*SELECT* 1".aggregation = 'each-quarter'::text) THEN ((("right"(m.month, 2))::integer % 3) = 0) WHEN ("*SELECT* 1".aggregation = 'each-half-year'::text) THEN ((("right"(m.month, 2))::integer % 6) = 0) WHEN ("*SELECT* 1".target_date IS NOT NULL) THEN ("left"("*SELECT* 1".target_date, 7) = m.month) ELSE (("*SELECT* 1".due_month IS NULL) OR ("*SELECT* 1".due_month = ("right"(m.month, 2))::integer)) END OR ((("*SELECT* 1".end_month IS NULL) OR (m.month <= "*SELECT* 1".end_month)) AND (ANY (("*SELECT* 1".indicator_id = (hashed SubPlan 2).col1) AND (m.month = (hashed SubPlan 2).col2))))) AND (NOT EXISTS(SubPlan 3)))
--                                 ->  Hash Join
--                                       Hash Cond: ("*SELECT* 1".indicator_id = i.id)
--                                       ->  Append
--                                             ->  Subquery Scan on "*SELECT* 1"
--                                                   Filter: (NOT (ANY ("*SELECT* 1".indicator_id = (hashed SubPlan 6).col1)))
--                                                   ->  Hash Left Join
--                                                         Hash Cond: (i_1.id = r.indicator_id)
--                                                         ->  Seq Scan on indicator i_1
--                                                         ->  Hash
--                                                               ->  Subquery Scan on r
--                                                                     ->  HashAggregate
--                                                                           Group Key: indicator_revision.indicator_id
--                                                                           ->  Seq Scan on indicator_revision
--                                                   SubPlan 6
--                                                     ->  Index Scan using progress_entry_completed_idx on progress_entry given_1
--                                                           Filter: (status = ANY ('{submitted,approved}'::text[]))
--                                             ->  Subquery Scan on "*SELECT* 2"
--                                                   Filter: (NOT (ANY ("*SELECT* 2".id = (hashed SubPlan 6).col1)))
--                                                   ->  Nested Loop
--                                                         ->  WindowAgg
--                                                               Window: w1 AS (PARTITION BY indicator_revision_1.indicator_id ORDER BY indicator_revision_1.number ROWS BETWEEN '1'::bigint FOLLOWING AND UNBOUNDED FOLLOWING)
--                                                               ->  Sort
--                                                                     Sort Key: indicator_revision_1.indicator_id, indicator_revision_1.number
--                                                                     ->  Seq Scan on indicator_revision indicator_revision_1
--                                                         ->  Index Scan using "PK_4693fe4c2cb912a71e05c589e7e" on indicator i_2
--                                                               Index Cond: (id = indicator_revision_1.indicator_id)
--                                       ->  Hash
--                                             ->  Hash Join
--                                                   Hash Cond: (i.sheet_id = s.id)
--                                                   ->  Seq Scan on indicator i
--                                                         Filter: ($3 OR (NOT (section_id IS DISTINCT FROM $4)))
--                                                   ->  Hash
--                                                         ->  Seq Scan on target_sheet s
--                                                               Filter: (department_id = ANY ($2))
--                                 ->  Hash
--                                       ->  Function Scan on unnest m
--                                 SubPlan 2
--                                   ->  Index Scan using progress_entry_reopened_idx on progress_entry reopened
--                                 SubPlan 3
--                                   ->  Index Scan using progress_entry_indicator_month_key on progress_entry given
--                                         Index Cond: ((indicator_id = "*SELECT* 1".indicator_id) AND (month = m.month))
--                                         Filter: (status = ANY ('{submitted,approved}'::text[]))
--                           ->  Hash
--                                 ->  Seq Scan on section c
