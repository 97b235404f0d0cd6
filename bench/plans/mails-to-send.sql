UPDATE mail SET due_at = $2
  WHERE id IN (
    SELECT id FROM mail WHERE finished_at IS NULL AND state <> 'planned' AND due_at <= $1 ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
  RETURNING id;

-- Update on mail
--   ->  Nested Loop
--         ->  HashAggregate
--               Group Key: "ANY_subquery".id
--               ->  Subquery Scan on "ANY_subquery"
--                     ->  Limit
--                           ->  LockRows
--                                 ->  Index Scan using mail_due_idx on mail mail_1
--                                       Index Cond: (due_at <= $1)
--                                       Filter: ((finished_at IS NULL) AND (state <> 'planned'::text))
--         ->  Index Scan using "PK_5407da42b983ba54c6c62d462d3" on mail
--               Index Cond: (id = "ANY_subquery".id)
