SELECT i.id, i.level1, i.level2, i.name, held.*, i.per, i.aggregation, i.due_month AS "dueMonth", i.first_month AS "firstMonth",
         i.measure_id AS "measureId",
         CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object('name', m.name, 'sectionId', m.section_id) END AS measure,
         coalesce(history.list, '[]') AS targets,
         jsonb_build_object('id', s.id, 'project', s.project, 'policy', s.policy) AS sheet,
         jsonb_build_object('id', d.id, 'name', d.name) AS department,
         CASE WHEN c.id IS NULL THEN NULL ELSE jsonb_build_object('id', c.id, 'name', c.name) END AS section,
         coalesce(e.list, '[]') AS entries
  FROM indicator i
  JOIN target_sheet s ON s.id = i.sheet_id
  JOIN department d ON d.id = s.department_id
  LEFT JOIN measure m ON m.id = i.measure_id
  LEFT JOIN LATERAL (
    SELECT * FROM indicator_revision WHERE indicator_id = i.id AND effective_month <= $10
    ORDER BY number DESC LIMIT 1
  ) r ON true
  CROSS JOIN LATERAL (
    SELECT i.comparator, coalesce(i.target_date, i.target::text) AS target, i.target_upper AS "targetUpper",
           i.target_text AS "targetText", i.unit, i.weight, i.rule, i.end_month AS "endMonth", i.end_reason AS "endReason"
    WHERE r.number IS NULL
    UNION ALL
    SELECT r.comparator, coalesce(r.target_date, r.target::text), r.target_upper, r.target_text, r.unit, r.weight, r.rule,
           r.end_month, r.end_reason
    WHERE r.number IS NOT NULL
  ) held
  LEFT JOIN section c ON c.id = i.section_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'from', effective_month, 'comparator', comparator, 'target', coalesce(target_date, target::text),
             'targetUpper', target_upper::text, 'targetText', target_text, 'unit', unit, 'weight', weight::text,
             'rule', rule, 'endMonth', end_month) ORDER BY number) AS list
    FROM indicator_revision WHERE indicator_id = i.id
  ) history ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
             'id', id, 'month', month, 'value', value::text, 'numerator', numerator::text,
             'denominator', denominator::text, 'grade', grade, 'coefficient', coefficient::text, 'completedOn', completed_on,
             'notApplicable', not_applicable, 'notApplicableReason', not_applicable_reason,
             'deviationReason', deviation_reason, 'correctiveMeasure', corrective_measure, 'note', note,
             'confirmed', confirmed, 'status', status, 'submittedBy', submitted_by, 'submittedAt', submitted_at,
             'authors', authors, 'late', late, 'lastApproved', last_approved, 'version', version,
             'updatedAt', updated_at) ORDER BY month) AS list
    FROM progress_entry WHERE indicator_id = i.id AND status <> 'empty'
  ) e ON true
  WHERE ($1::int IS NULL OR s.fiscal_year = $1)
    AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2))
    AND ($3::uuid[] IS NULL OR CASE WHEN m.id IS NULL THEN i.section_id ELSE m.section_id END = ANY ($3))
    AND ($4::uuid IS NULL OR s.department_id = $4)
    AND ($5::uuid IS NULL OR i.section_id = $5)
    AND ($6::uuid IS NULL OR i.sheet_id = $6)
    AND ($7::text IS NULL OR EXISTS (SELECT FROM progress_entry WHERE indicator_id = i.id AND status = $7))
    AND ($8::uuid IS NULL OR i.id > $8)
    AND ($11::uuid[] IS NULL OR i.id = ANY ($11) OR i.measure_id = ANY ($11))
  ORDER BY i.id
  LIMIT $9;

-- Limit
--   ->  Sort
--         Sort Key: i.id
--         ->  Nested Loop Left Join
--               ->  Nested Loop Left Join
--                     ->  Nested Loop
--                           ->  Nested Loop Left Join
--                                 Join Filter: (c.id = i.section_id)
--                                 ->  Nested Loop Left Join
--                                       ->  Nested Loop Left Join
--                                             Join Filter: (m.id = i.measure_id)
--                                             Filter: (($3 IS NULL) OR (CASE WHEN (m.id IS NULL) THEN i.section_id ELSE m.section_id END = ANY ($3)))
--                                             ->  Nested Loop
--                                                   Join Filter: (s.department_id = d.id)
--                                                   ->  Nested Loop
--                                                         ->  Seq Scan on target_sheet s
--                                                               Filter: ((($1 IS NULL) OR (fiscal_year = $1)) AND (($4 IS NULL) OR (department_id = $4)) AND (($2 IS NULL) OR (department_id = ANY ($2))))
--                                                         ->  Index Scan using indicator_sheet_ordinal_key on indicator i
--                                                               Index Cond: (sheet_id = s.id)
--                                                               Filter: ((($5 IS NULL) OR (section_id = $5)) AND (($6 IS NULL) OR (sheet_id = $6)) AND (($8 IS NULL) OR (id > $8)) AND (($11 IS NULL) OR (id = ANY ($11)) OR (measure_id = ANY ($11))) AND (($7 IS NULL) OR EXISTS(SubPlan 1)))
--                                                               SubPlan 1
--                                                                 ->  Index Scan using progress_entry_indicator_month_key on progress_entry progress_entry_1
--                                                                       Index Cond: (indicator_id = i.id)
--                                                                       Filter: (status = $7)
--                                                   ->  Seq Scan on department d
--                                             ->  Seq Scan on measure m
--                                       ->  Limit
--                                             ->  Sort
--                                                   Sort Key: indicator_revision.number DESC
--                                                   ->  Seq Scan on indicator_revision
--                                                         Filter: ((effective_month <= $10) AND (indicator_id = i.id))
--                                 ->  Seq Scan on section c
--                           ->  Append
--                                 ->  Result
--                                       One-Time Filter: (indicator_revision.number IS NULL)
--                                 ->  Result
--                                       One-Time Filter: (indicator_revision.number IS NOT NULL)
--                     ->  Aggregate
--                           ->  Sort
--                                 Sort Key: indicator_revision_1.number
--                                 ->  Seq Scan on indicator_revision indicator_revision_1
--                                       Filter: (indicator_id = i.id)
--               ->  Memoize
--                     Cache Key: i.id
--                     Cache Mode: binary
--                     ->  Aggregate
--                           ->  Sort
--                                 Sort Key: progress_entry.month
--                                 ->  Bitmap Heap Scan on progress_entry
--                                       Recheck Cond: (indicator_id = i.id)
--                                       Filter: (status <> 'empty'::text)
--                                       ->  Bitmap Index Scan on progress_entry_indicator_month_key
--                                             Index Cond: (indicator_id = i.id)
