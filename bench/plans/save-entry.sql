WITH given AS (
    SELECT * FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::int[], $10::boolean[], $11::text[], $12::numeric[], $13::numeric[], $14::numeric[], $15::text[], $16::numeric[], $17::text[], $18::boolean[], $19::text[], $20::text[], $21::text[], $22::text[])
      AS g (id, change_id, indicator_id, month, seen, emptied, confirmed, value, numerator, denominator, grade, coefficient, completed_on, not_applicable, not_applicable_reason, deviation_reason, corrective_measure, note)
  ), updated AS (
    UPDATE progress_entry e
    SET value = g.value, numerator = g.numerator, denominator = g.denominator, grade = g.grade, coefficient = g.coefficient, completed_on = g.completed_on, not_applicable = g.not_applicable, not_applicable_reason = g.not_applicable_reason, deviation_reason = g.deviation_reason, corrective_measure = g.corrective_measure, note = g.note, status = CASE WHEN g.emptied AND e.last_approved IS NULL THEN 'empty' ELSE 'draft' END, version = e.version + 1,
        updated_at = $1::timestamptz, authors = (SELECT array_agg(DISTINCT who ORDER BY who) FROM unnest(e.authors || ARRAY[$2, $3]::text[]) AS who
    WHERE who IS NOT NULL),
        confirmed = CASE WHEN g.confirmed IS NOT NULL THEN string_to_array(g.confirmed, ',')
                         WHEN (e.value, e.numerator, e.denominator, e.completed_on, e.not_applicable) IS NOT DISTINCT FROM (g.value, g.numerator, g.denominator, g.completed_on, g.not_applicable) THEN e.confirmed ELSE '{}' END
    FROM given g
    WHERE e.indicator_id = g.indicator_id AND e.month = g.month AND e.version = g.seen AND e.status IN ('draft', 'returned')
    RETURNING e.*
  ), inserted AS (
    INSERT INTO progress_entry AS e (id, indicator_id, month, value, numerator, denominator, grade, coefficient, completed_on, not_applicable, not_applicable_reason, deviation_reason, corrective_measure, note, updated_at, authors, confirmed)
    SELECT id, indicator_id, month, value, numerator, denominator, grade, coefficient, completed_on, not_applicable, not_applicable_reason, deviation_reason, corrective_measure, note, $1::timestamptz, (SELECT array_agg(DISTINCT who ORDER BY who) FROM unnest('{}'::text[] || ARRAY[$2, $3]::text[]) AS who
    WHERE who IS NOT NULL),
           coalesce(string_to_array(confirmed, ','), '{}')
    FROM given WHERE seen IS NULL AND NOT emptied
    ORDER BY indicator_id, month
    ON CONFLICT (indicator_id, month) DO UPDATE
      SET value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator, grade = excluded.grade, coefficient = excluded.coefficient, completed_on = excluded.completed_on, not_applicable = excluded.not_applicable, not_applicable_reason = excluded.not_applicable_reason, deviation_reason = excluded.deviation_reason, corrective_measure = excluded.corrective_measure, note = excluded.note, status = 'draft', version = e.version + 1, updated_at = excluded.updated_at,
          authors = (SELECT array_agg(DISTINCT who ORDER BY who) FROM unnest(e.authors || ARRAY[$2, $3]::text[]) AS who
    WHERE who IS NOT NULL), confirmed = excluded.confirmed
      WHERE e.status = 'empty'
    RETURNING e.*
  ), changed AS (
    SELECT * FROM updated UNION ALL SELECT * FROM inserted
  ), history AS (
    INSERT INTO progress_change (id, entry_id, version, action, actor, on_behalf_of, reason, entry, changed_at)
    SELECT g.change_id, c.id, c.version, CASE WHEN g.emptied THEN 'emptied' ELSE 'saved' END, $2, $3, $4, to_jsonb(c),
           $1::timestamptz
    FROM changed c JOIN given g USING (indicator_id, month)
  )
  SELECT 
  id, indicator_id AS "indicatorId", month, value, numerator, denominator, grade, coefficient,
  completed_on AS "completedOn", not_applicable AS "notApplicable", not_applicable_reason AS "notApplicableReason",
  deviation_reason AS "deviationReason", corrective_measure AS "correctiveMeasure", note, confirmed, status,
  submitted_by AS "submittedBy", submitted_at AS "submittedAt", authors, late, last_approved AS "lastApproved", version, updated_at AS "updatedAt" FROM changed;

-- CTE Scan on changed
--   CTE given
--     ->  Function Scan on g
--   CTE updated
--     ->  Update on progress_entry e
--           ->  Nested Loop
--                 ->  CTE Scan on given g_1
--                 ->  Index Scan using progress_entry_indicator_month_key on progress_entry e
--                       Index Cond: ((indicator_id = g_1.indicator_id) AND (month = g_1.month))
--                       Filter: ((status = ANY ('{draft,returned}'::text[])) AND (g_1.seen = version))
--                 SubPlan 2
--                   ->  Aggregate
--                         ->  Sort
--                               Sort Key: who.who
--                               ->  Function Scan on unnest who
--                                     Filter: (who IS NOT NULL)
--   CTE inserted
--     ->  Insert on progress_entry e_1
--           Conflict Resolution: UPDATE
--           Conflict Arbiter Indexes: progress_entry_indicator_month_key
--           Conflict Filter: (e_1.status = 'empty'::text)
--           ->  Subquery Scan on "*SELECT*"
--                 ->  Sort
--                       Sort Key: given.indicator_id, given.month
--                       InitPlan 5
--                         ->  Aggregate
--                               ->  Sort
--                                     Sort Key: who_2.who
--                                     ->  Function Scan on unnest who_2
--                                           Filter: (who IS NOT NULL)
--                       ->  CTE Scan on given
--                             Filter: ((seen IS NULL) AND (NOT emptied))
--           SubPlan 4
--             ->  Aggregate
--                   ->  Sort
--                         Sort Key: who_1.who
--                         ->  Function Scan on unnest who_1
--                               Filter: (who IS NOT NULL)
--   CTE changed
--     ->  Append
--           ->  CTE Scan on updated
--           ->  CTE Scan on inserted
--   CTE history
--     ->  Insert on progress_change
--           ->  Hash Join
--                 Hash Cond: ((g_2.indicator_id = c.indicator_id) AND (g_2.month = c.month))
--                 ->  CTE Scan on given g_2
--                 ->  Hash
--                       ->  CTE Scan on changed c
