WITH own AS NOT MATERIALIZED (
    SELECT f.*, s.fiscal_year FROM target_sheet s JOIN indicator i ON i.sheet_id = s.id
    JOIN indicator_in_force f ON f.indicator_id = i.id
    WHERE s.fiscal_year IN (SELECT left(month, 4)::int FROM unnest($3::text[]) AS m (month)) AND ($1::uuid[] IS NULL OR s.department_id = ANY ($1)) AND ($2::uuid[] IS NULL OR i.section_id = ANY ($2))
  ), due AS (
    SELECT m.month, x.indicators
    FROM unnest($3::text[]) AS m (month)
    JOIN (SELECT fiscal_year, from_month, until_month, target_date, aggregation, due_month, first_month, end_month, count(*) AS indicators FROM own GROUP BY fiscal_year, from_month, until_month, target_date, aggregation, due_month, first_month, end_month) x
      ON x.fiscal_year = left(m.month, 4)::int AND (m.month >= x.from_month AND m.month < x.until_month
    AND owes_month(x.target_date, x.aggregation, x.due_month, x.first_month, x.end_month,
      m.month))
    UNION ALL
    SELECT e.month, count(*) FROM own JOIN progress_entry e ON e.indicator_id = own.indicator_id
    WHERE e.month = ANY ($3) AND e.last_approved IS NOT NULL
      AND (e.month >= own.from_month AND e.month < own.until_month AND (own.end_month IS NULL OR e.month <= own.end_month) AND EXISTS (
    SELECT FROM progress_entry reopened WHERE reopened.indicator_id = own.indicator_id AND reopened.month = e.month
      AND reopened.last_approved IS NOT NULL)) AND NOT (e.month >= own.from_month AND e.month < own.until_month
    AND owes_month(own.target_date, own.aggregation, own.due_month, own.first_month, own.end_month,
      e.month))
      AND NOT (EXISTS (
    SELECT FROM progress_entry given WHERE given.indicator_id = own.indicator_id
      AND given.status IN ('submitted', 'approved') AND given.month = e.month) OR EXISTS (
    SELECT FROM progress_entry given WHERE given.indicator_id = own.indicator_id
      AND given.status IN ('submitted', 'approved') AND given.completed_on IS NOT NULL))
    GROUP BY e.month
  ), answered AS (
    SELECT e.month, count(*) AS entries FROM own JOIN progress_entry e ON e.indicator_id = own.indicator_id
    WHERE own.target_date IS NULL AND e.month = ANY ($3) AND e.status IN ('submitted', 'approved')
      AND (e.month >= own.from_month AND e.month < own.until_month
    AND owes_month(own.target_date, own.aggregation, own.due_month, own.first_month, own.end_month,
      e.month))
    GROUP BY e.month
    UNION ALL
    SELECT m.month, count(DISTINCT own.indicator_id)
    FROM own JOIN unnest($3::text[]) AS m (month) ON (m.month >= own.from_month AND m.month < own.until_month
    AND owes_month(own.target_date, own.aggregation, own.due_month, own.first_month, own.end_month,
      m.month))
    WHERE own.target_date IS NOT NULL AND (EXISTS (
    SELECT FROM progress_entry given WHERE given.indicator_id = own.indicator_id
      AND given.status IN ('submitted', 'approved') AND given.month = m.month) OR EXISTS (
    SELECT FROM progress_entry given WHERE given.indicator_id = own.indicator_id
      AND given.status IN ('submitted', 'approved') AND given.completed_on IS NOT NULL))
    GROUP BY m.month
  )
  SELECT month, due, due - done AS owed
  FROM (SELECT month, sum(indicators)::int AS due FROM due GROUP BY month) d
  LEFT JOIN LATERAL (SELECT coalesce(sum(entries), 0)::int AS done FROM answered a WHERE a.month = d.month) a ON true
  WHERE due > done
  ORDER BY month DESC;

-- Sort
--   Sort Key: m.month DESC
--   ->  Nested Loop
--         ->  GroupAggregate
--               Group Key: m.month
--               ->  Sort
--                     Sort Key: m.month
--                     ->  Append
--                           ->  Hash Join
--                                 Hash Cond: (("left"(m.month, 4))::integer = x.fiscal_year)
--                                 Join Filter: ((m.month >= x.from_month) AND (m.month < x.until_month) AND CASE WHEN ((m.month < x.first_month) OR (m.month > x.end_month)) THEN false WHEN (x.aggregation = 'each-quarter'::text) THEN ((("right"(m.month, 2))::integer % 3) = 0) WHEN (x.aggregation = 'each-half-year'::text) THEN ((("right"(m.month, 2))::integer % 6) = 0) WHEN (x.target_date IS NOT NULL) THEN ("left"(x.target_date, 7) = m.month) ELSE ((x.due_month IS NULL) OR (x.due_month = ("right"(m.month, 2))::integer)) END)
--                                 ->  Function Scan on unnest m
--                                 ->  Hash
--                                       ->  Subquery Scan on x
--                                             ->  GroupAggregate
--                                                   Group Key: s.fiscal_year, "*SELECT* 1".from_month, "*SELECT* 1".until_month, "*SELECT* 1".target_date, "*SELECT* 1".aggregation, "*SELECT* 1".due_month, "*SELECT* 1".first_month, "*SELECT* 1".end_month
--                                                   ->  Sort
--                                                         Sort Key: s.fiscal_year, "*SELECT* 1".from_month, "*SELECT* 1".until_month, "*SELECT* 1".target_date, "*SELECT* 1".aggregation, "*SELECT* 1".due_month, "*SELECT* 1".first_month, "*SELECT* 1".end_month
--                                                         ->  Hash Semi Join
--                                                               Hash Cond: (s.fiscal_year = ("left"(m_1.month, 4))::integer)
--                                                               ->  Hash Join
--                                                                     Hash Cond: (i.sheet_id = s.id)
--                                                                     ->  Hash Join
--                                                                           Hash Cond: ("*SELECT* 1".indicator_id = i.id)
--                                                                           ->  Append
--                                                                                 ->  Subquery Scan on "*SELECT* 1"
--                                                                                       ->  Hash Left Join
--                                                                                             Hash Cond: (i_1.id = r.indicator_id)
--                                                                                             ->  Seq Scan on indicator i_1
--                                                                                             ->  Hash
--                                                                                                   ->  Subquery Scan on r
--                                                                                                         ->  HashAggregate
--                                                                                                               Group Key: indicator_revision.indicator_id
--                                                                                                               ->  Seq Scan on indicator_revision
--                                                                                 ->  Subquery Scan on "*SELECT* 2"
--                                                                                       ->  Nested Loop
--                                                                                             ->  WindowAgg
--                                                                                                   Window: w1 AS (PARTITION BY indicator_revision_1.indicator_id ORDER BY indicator_revision_1.number ROWS BETWEEN '1'::bigint FOLLOWING AND UNBOUNDED FOLLOWING)
--                                                                                                   ->  Sort
--                                                                                                         Sort Key: indicator_revision_1.indicator_id, indicator_revision_1.number
--                                                                                                         ->  Seq Scan on indicator_revision indicator_revision_1
--                                                                                             ->  Index Scan using "PK_4693fe4c2cb912a71e05c589e7e" on indicator i_2
--                                                                                                   Index Cond: (id = indicator_revision_1.indicator_id)
--                                                                           ->  Hash
--                                                                                 ->  Seq Scan on indicator i
--                                                                                       Filter: (($2 IS NULL) OR (section_id = ANY ($2)))
--                                                                     ->  Hash
--                                                                           ->  Seq Scan on target_sheet s
--                                                                                 Filter: (($1 IS NULL) OR (department_id = ANY ($1)))
--                                                               ->  Hash
--                                                                     ->  Function Scan on unnest m_1
--                           ->  GroupAggregate
--                                 Group Key: reopened.month
--                                 ->  Sort
--                                       Sort Key: reopened.month
--                                       ->  Nested Loop
--                                             Join Filter: ((reopened.month >= "*SELECT* 1_1".from_month) AND (reopened.month < "*SELECT* 1_1".until_month) AND (("*SELECT* 1_1".end_month IS NULL) OR (reopened.month <= "*SELECT* 1_1".end_month)) AND ("*SELECT* 1_1".indicator_id = reopened.indicator_id) AND ((reopened.month < "*SELECT* 1_1".from_month) OR (reopened.month >= "*SELECT* 1_1".until_month) OR (NOT CASE WHEN ((reopened.month < "*SELECT* 1_1".first_month) OR (reopened.month > "*SELECT* 1_1".end_month)) THEN false WHEN ("*SELECT* 1_1".aggregation = 'each-quarter'::text) THEN ((("right"(reopened.month, 2))::integer % 3) = 0) WHEN ("*SELECT* 1_1".aggregation = 'each-half-year'::text) THEN ((("right"(reopened.month, 2))::integer % 6) = 0) WHEN ("*SELECT* 1_1".target_date IS NOT NULL) THEN ("left"("*SELECT* 1_1".target_date, 7) = reopened.month) ELSE (("*SELECT* 1_1".due_month IS NULL) OR ("*SELECT* 1_1".due_month = ("right"(reopened.month, 2))::integer)) END)) AND (NOT EXISTS(SubPlan 1)))
--                                             ->  Nested Loop Semi Join
--                                                   Join Filter: (s_1.fiscal_year = ("left"(m_2.month, 4))::integer)
--                                                   ->  Nested Loop
--                                                         Join Filter: ("*SELECT* 1_1".indicator_id = i_3.id)
--                                                         ->  Nested Loop
--                                                               Join Filter: (s_1.id = i_3.sheet_id)
--                                                               ->  Index Scan using "PK_4693fe4c2cb912a71e05c589e7e" on indicator i_3
--                                                                     Filter: (($2 IS NULL) OR (section_id = ANY ($2)))
--                                                               ->  Materialize
--                                                                     ->  Seq Scan on target_sheet s_1
--                                                                           Filter: (($1 IS NULL) OR (department_id = ANY ($1)))
--                                                         ->  Materialize
--                                                               ->  Append
--                                                                     ->  Subquery Scan on "*SELECT* 1_1"
--                                                                           Filter: (NOT (ANY ("*SELECT* 1_1".indicator_id = (hashed SubPlan 4).col1)))
--                                                                           ->  Hash Left Join
--                                                                                 Hash Cond: (i_4.id = r_1.indicator_id)
--                                                                                 ->  Seq Scan on indicator i_4
--                                                                                 ->  Hash
--                                                                                       ->  Subquery Scan on r_1
--                                                                                             ->  HashAggregate
--                                                                                                   Group Key: indicator_revision_2.indicator_id
--                                                                                                   ->  Seq Scan on indicator_revision indicator_revision_2
--                                                                           SubPlan 4
--                                                                             ->  Index Scan using progress_entry_completed_idx on progress_entry given_1
--                                                                                   Filter: (status = ANY ('{submitted,approved}'::text[]))
--                                                                     ->  Subquery Scan on "*SELECT* 2_1"
--                                                                           Filter: (NOT (ANY ("*SELECT* 2_1".id = (hashed SubPlan 4).col1)))
--                                                                           ->  Nested Loop
--                                                                                 ->  WindowAgg
--                                                                                       Window: w1 AS (PARTITION BY indicator_revision_3.indicator_id ORDER BY indicator_revision_3.number ROWS BETWEEN '1'::bigint FOLLOWING AND UNBOUNDED FOLLOWING)
--                                                                                       ->  Sort
--                                                                                             Sort Key: indicator_revision_3.indicator_id, indicator_revision_3.number
--                                                                                             ->  Seq Scan on indicator_revision indicator_revision_3
--                                                                                 ->  Index Scan using "PK_4693fe4c2cb912a71e05c589e7e" on indicator i_5
--                                                                                       Index Cond: (id = indicator_revision_3.indicator_id)
--                                                   ->  Function Scan on unnest m_2
--                                             ->  Index Scan using progress_entry_reopened_idx on progress_entry reopened
--                                                   Index Cond: (indicator_id = i_3.id)
--                                                   Filter: (month = ANY ($3))
--                                             SubPlan 1
--                                               ->  Index Scan using progress_entry_indicator_month_key on progress_entry given
--                                                     Index Cond: ((indicator_id = "*SELECT* 1_1".indicator_id) AND (month = reopened.month))
--                                                     Filter: (status = ANY ('{submitted,approved}'::text[]))
--         ->  Subquery Scan on a
--               Filter: (((sum(x.indicators))::integer) > a.done)
--               ->  Aggregate
--                     ->  Append
--                           ->  Subquery Scan on "*SELECT* 1_2"
--                                 ->  GroupAggregate
--                                       ->  Hash Semi Join
--                                             Hash Cond: (s_2.fiscal_year = ("left"(m_3.month, 4))::integer)
--                                             ->  Nested Loop
--                                                   ->  Hash Join
--                                                         Hash Cond: (i_6.sheet_id = s_2.id)
--                                                         ->  Hash Join
--                                                               Hash Cond: ("*SELECT* 1_3".indicator_id = i_6.id)
--                                                               ->  Append
--                                                                     ->  Subquery Scan on "*SELECT* 1_3"
--                                                                           ->  Hash Left Join
--                                                                                 Hash Cond: (i_7.id = r_2.indicator_id)
--                                                                                 ->  Seq Scan on indicator i_7
--                                                                                       Filter: (target_date IS NULL)
--                                                                                 ->  Hash
--                                                                                       ->  Subquery Scan on r_2
--                                                                                             ->  HashAggregate
--                                                                                                   Group Key: indicator_revision_4.indicator_id
--                                                                                                   ->  Seq Scan on indicator_revision indicator_revision_4
--                                                                     ->  Subquery Scan on "*SELECT* 2_3"
--                                                                           ->  Nested Loop
--                                                                                 ->  Subquery Scan on r_3
--                                                                                       Filter: (r_3.target_date IS NULL)
--                                                                                       ->  WindowAgg
--                                                                                             Window: w1 AS (PARTITION BY indicator_revision_5.indicator_id ORDER BY indicator_revision_5.number ROWS BETWEEN '1'::bigint FOLLOWING AND UNBOUNDED FOLLOWING)
--                                                                                             ->  Sort
--                                                                                                   Sort Key: indicator_revision_5.indicator_id, indicator_revision_5.number
--                                                                                                   ->  Seq Scan on indicator_revision indicator_revision_5
--                                                                                 ->  Index Scan using "PK_4693fe4c2cb912a71e05c589e7e" on indicator i_8
--                                                                                       Index Cond: (id = r_3.indicator_id)
--                                                               ->  Hash
--                                                                     ->  Seq Scan on indicator i_6
--                                                                           Filter: (($2 IS NULL) OR (section_id = ANY ($2)))
--                                                         ->  Hash
--                                                               ->  Seq Scan on target_sheet s_2
--                                                                     Filter: (($1 IS NULL) OR (department_id = ANY ($1)))
--                                                   ->  Index Scan using progress_entry_indicator_month_key on progress_entry e
--                                                         Index Cond: ((indicator_id = "*SELECT* 1_3".indicator_id) AND (month >= "*SELECT* 1_3".from_month) AND (month < "*SELECT* 1_3".until_month) AND (month = ANY ($3)) AND (month = m.month))
--                                                         Filter: ((status = ANY ('{submitted,approved}'::text[])) AND CASE WHEN ((month < "*SELECT* 1_3".first_month) OR (month > "*SELECT* 1_3".end_month)) THEN false WHEN ("*SELECT* 1_3".aggregation = 'each-quarter'::text) THEN ((("right"(month, 2))::integer % 3) = 0) WHEN ("*SELECT* 1_3".aggregation = 'each-half-year'::text) THEN ((("right"(month, 2))::integer % 6) = 0) WHEN ("*SELECT* 1_3".target_date IS NOT NULL) THEN ("left"("*SELECT* 1_3".target_date, 7) = month) ELSE (("*SELECT* 1_3".due_month IS NULL) OR ("*SELECT* 1_3".due_month = ("right"(month, 2))::integer)) END)
--                                             ->  Hash
--                                                   ->  Function Scan on unnest m_3
--                           ->  Subquery Scan on "*SELECT* 2_2"
--                                 ->  GroupAggregate
--                                       ->  Sort
--                                             Sort Key: "*SELECT* 1_4".indicator_id
--                                             ->  Nested Loop
--                                                   Join Filter: ((m_4.month >= "*SELECT* 1_4".from_month) AND (m_4.month < "*SELECT* 1_4".until_month) AND CASE WHEN ((m_4.month < "*SELECT* 1_4".first_month) OR (m_4.month > "*SELECT* 1_4".end_month)) THEN false WHEN ("*SELECT* 1_4".aggregation = 'each-quarter'::text) THEN ((("right"(m_4.month, 2))::integer % 3) = 0) WHEN ("*SELECT* 1_4".aggregation = 'each-half-year'::text) THEN ((("right"(m_4.month, 2))::integer % 6) = 0) WHEN ("*SELECT* 1_4".target_date IS NOT NULL) THEN ("left"("*SELECT* 1_4".target_date, 7) = m_4.month) ELSE (("*SELECT* 1_4".due_month IS NULL) OR ("*SELECT* 1_4".due_month = ("right"(m_4.month, 2))::integer)) END AND (EXISTS(SubPlan 5) OR (ANY ("*SELECT* 1_4".indicator_id = (hashed SubPlan 8).col1))))
--                                                   ->  Nested Loop Semi Join
--                                                         Join Filter: (s_3.fiscal_year = ("left"(m_5.month, 4))::integer)
--                                                         ->  Nested Loop
--                                                               ->  Nested Loop
--                                                                     ->  Append
--                                                                           ->  Subquery Scan on "*SELECT* 1_4"
--                                                                                 ->  Nested Loop Left Join
--                                                                                       Join Filter: (indicator_revision_6.indicator_id = i_10.id)
--                                                                                       ->  Seq Scan on indicator i_10
--                                                                                             Filter: (target_date IS NOT NULL)
--                                                                                       ->  HashAggregate
--                                                                                             Group Key: indicator_revision_6.indicator_id
--                                                                                             ->  Seq Scan on indicator_revision indicator_revision_6
--                                                                           ->  Subquery Scan on "*SELECT* 2_4"
--                                                                                 ->  Nested Loop
--                                                                                       ->  Subquery Scan on r_4
--                                                                                             Filter: (r_4.target_date IS NOT NULL)
--                                                                                             ->  WindowAgg
--                                                                                                   Window: w1 AS (PARTITION BY indicator_revision_7.indicator_id ORDER BY indicator_revision_7.number ROWS BETWEEN '1'::bigint FOLLOWING AND UNBOUNDED FOLLOWING)
--                                                                                                   ->  Sort
--                                                                                                         Sort Key: indicator_revision_7.indicator_id, indicator_revision_7.number
--                                                                                                         ->  Seq Scan on indicator_revision indicator_revision_7
--                                                                                       ->  Index Scan using "PK_4693fe4c2cb912a71e05c589e7e" on indicator i_11
--                                                                                             Index Cond: (id = r_4.indicator_id)
--                                                                     ->  Index Scan using "PK_4693fe4c2cb912a71e05c589e7e" on indicator i_9
--                                                                           Index Cond: (id = "*SELECT* 1_4".indicator_id)
--                                                                           Filter: (($2 IS NULL) OR (section_id = ANY ($2)))
--                                                               ->  Index Scan using "PK_2437a0c2f30c4d5c050bcad1cbf" on target_sheet s_3
--                                                                     Index Cond: (id = i_9.sheet_id)
--                                                                     Filter: (($1 IS NULL) OR (department_id = ANY ($1)))
--                                                         ->  Function Scan on unnest m_5
--                                                   ->  Function Scan on unnest m_4
--                                                         Filter: (month = m.month)
--                                                   SubPlan 5
--                                                     ->  Index Scan using progress_entry_indicator_month_key on progress_entry given_2
--                                                           Index Cond: ((indicator_id = "*SELECT* 1_4".indicator_id) AND (month = m_4.month))
--                                                           Filter: (status = ANY ('{submitted,approved}'::text[]))
--                                                   SubPlan 8
--                                                     ->  Index Scan using progress_entry_completed_idx on progress_entry given_3
--                                                           Filter: (status = ANY ('{submitted,approved}'::text[]))
