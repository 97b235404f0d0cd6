WITH held AS MATERIALIZED (
    SELECT e.* FROM unnest($1::uuid[], $2::text[], $3::int[]) AS g (indicator_id, month, seen)
    JOIN progress_entry e ON e.indicator_id = g.indicator_id AND e.month = g.month
    WHERE e.version = g.seen OR g.seen IS NULL AND e.status = 'empty'
    ORDER BY e.indicator_id, e.month FOR NO KEY UPDATE OF e
  )
  SELECT DISTINCT unnest((
  SELECT array_agg(key ORDER BY key) FROM jsonb_each(to_jsonb(e) - '{updated_at,submitted_at}'::text[]) AS a JOIN jsonb_each(h.entry) AS b USING (key)
  WHERE a.value <> b.value)) AS field
  FROM held e CROSS JOIN LATERAL (
    SELECT entry FROM progress_change WHERE entry_id = e.id ORDER BY version DESC LIMIT 1) AS h;

-- Unique
--   CTE held
--     ->  LockRows
--           ->  Sort
--                 Sort Key: e_1.indicator_id, e_1.month
--                 ->  Nested Loop
--                       ->  Function Scan on g
--                       ->  Index Scan using progress_entry_indicator_month_key on progress_entry e_1
--                             Index Cond: ((indicator_id = g.indicator_id) AND (month = g.month))
--                             Filter: ((version = g.seen) OR ((g.seen IS NULL) AND (status = 'empty'::text)))
--   ->  Sort
--         Sort Key: (unnest((SubPlan 2)))
--         ->  ProjectSet
--               ->  Nested Loop
--                     ->  CTE Scan on held e
--                     ->  Limit
--                           ->  Index Scan Backward using progress_change_entry_idx on progress_change
--                                 Index Cond: (entry_id = e.id)
--               SubPlan 2
--                 ->  Aggregate
--                       ->  Sort
--                             Sort Key: a.key
--                             ->  Hash Join
--                                   Hash Cond: (a.key = b.key)
--                                   Join Filter: (a.value <> b.value)
--                                   ->  Function Scan on jsonb_each a
--                                   ->  Hash
--                                         ->  Function Scan on jsonb_each b
