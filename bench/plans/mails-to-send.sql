WITH due AS (
    SELECT id FROM mail WHERE finished_at IS NULL AND state <> 'planned' AND due_at <= $1
    ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
  ), ahead AS (
    SELECT id FROM mail WHERE finished_at IS NULL AND state <> 'planned' AND due_at > $1 + interval '1 day'
    ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE mail SET due_at = $2 WHERE id IN (SELECT id FROM due UNION ALL SELECT id FROM ahead)
  RETURNING id;

-- Update on mail
--   CTE due
--     ->  Limit
--           ->  LockRows
--                 ->  Index Scan using mail_due_idx on mail mail_1
--                       Index Cond: (due_at <= $1)
--                       Filter: ((finished_at IS NULL) AND (state <> 'planned'::text))
--   CTE ahead
--     ->  Limit
--           ->  LockRows
--                 ->  Index Scan using mail_due_idx on mail mail_2
--                       Index Cond: (due_at > ($1 + '1 day'::interval))
--                       Filter: ((finished_at IS NULL) AND (state <> 'planned'::text))
--   ->  Nested Loop
--         ->  Unique
--               ->  Sort
--                     Sort Key: due.id
--                     ->  Append
--                           ->  CTE Scan on due
--                           ->  CTE Scan on ahead
--         ->  Index Scan using "PK_5407da42b983ba54c6c62d462d3" on mail
--               Index Cond: (id = due.id)
