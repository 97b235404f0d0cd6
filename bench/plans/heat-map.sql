WITH lowest AS (
    SELECT s.department_id, count(*) OVER () AS departments
    FROM sheet_score sc JOIN target_sheet s ON s.id = sc.sheet_id
    WHERE sc.as_of = $1 AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2)) AND ($3::text IS NULL OR s.kind = $3)
    GROUP BY s.department_id
    ORDER BY sum(sc.pace_normalised * sc.pace_max) / nullif(sum(sc.pace_max) FILTER (WHERE sc.pace_normalised IS NOT NULL), 0) NULLS LAST
    LIMIT $5
  )
  SELECT jsonb_build_object('id', d.id, 'name', d.name) AS department, sc.as_of AS month, 
  count(*)::int AS sheets, sum(sc.raw)::text AS raw, sum(sc.max)::text AS max, bool_or(sc.provisional) AS provisional,
  sum(sc.missing)::int AS missing, coalesce(sum(waits.entries), 0)::int AS waiting, bool_and(sc.unjudged) AS unjudged,
  round(sum(sc.normalised * sc.max) / nullif(sum(sc.max) FILTER (WHERE sc.normalised IS NOT NULL), 0), 2)::text AS normalised,
  round(sum(sc.pace_normalised * sc.pace_max) / nullif(sum(sc.pace_max) FILTER (WHERE sc.pace_normalised IS NOT NULL), 0), 2)::text AS "paceNormalised",
         max(lowest.departments)::int AS departments
  FROM lowest JOIN target_sheet s USING (department_id) JOIN sheet_score sc ON sc.sheet_id = s.id
  JOIN department d ON d.id = s.department_id 
  LEFT JOIN (
    SELECT i.sheet_id, later.as_of, count(*)::int AS entries
    FROM progress_entry e JOIN indicator i ON i.id = e.indicator_id
    JOIN (SELECT left($1, 4) || '-' || lpad(n::text, 2, '0') AS as_of FROM generate_series(1, 12) AS n) later
      ON e.month BETWEEN left($1, 4) || '-01' AND later.as_of
    WHERE e.status = 'submitted' AND e.last_approved IS NULL
    GROUP BY i.sheet_id, later.as_of
  ) waits ON waits.sheet_id = sc.sheet_id AND waits.as_of = sc.as_of
  WHERE sc.as_of BETWEEN $4 AND $1 AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2)) AND ($3::text IS NULL OR s.kind = $3)
  GROUP BY d.id, sc.as_of
  ORDER BY d.name, d.id, sc.as_of;

-- Sort
--   Sort Key: d.name, d.id, sc.as_of
--   ->  GroupAggregate
--         Group Key: d.id, sc.as_of
--         ->  Sort
--               Sort Key: d.id, sc.as_of
--               ->  Nested Loop Left Join
--                     Join Filter: ((i.sheet_id = sc.sheet_id) AND (((("left"($1, 4) || '-'::text) || lpad((n.n)::text, 2, '0'::text))) = sc.as_of))
--                     ->  Nested Loop
--                           ->  Nested Loop
--                                 Join Filter: (s.department_id = lowest.department_id)
--                                 ->  Hash Join
--                                       Hash Cond: (d.id = lowest.department_id)
--                                       ->  Seq Scan on department d
--                                       ->  Hash
--                                             ->  Subquery Scan on lowest
--                                                   ->  Limit
--                                                         ->  Sort
--                                                               Sort Key: (((sum((sc_1.pace_normalised * sc_1.pace_max))) / NULLIF((sum(sc_1.pace_max) FILTER (WHERE (sc_1.pace_normalised IS NOT NULL))), '0'::numeric)))
--                                                               ->  WindowAgg
--                                                                     Window: w1 AS ()
--                                                                     ->  GroupAggregate
--                                                                           Group Key: s_1.department_id
--                                                                           ->  Sort
--                                                                                 Sort Key: s_1.department_id
--                                                                                 ->  Nested Loop
--                                                                                       ->  Seq Scan on target_sheet s_1
--                                                                                             Filter: ((($3 IS NULL) OR (kind = $3)) AND (($2 IS NULL) OR (department_id = ANY ($2))))
--                                                                                       ->  Index Scan using "PK_69e805c84d6cd310eb448bc206a" on sheet_score sc_1
--                                                                                             Index Cond: ((sheet_id = s_1.id) AND (as_of = $1))
--                                 ->  Index Scan using target_sheet_key on target_sheet s
--                                       Index Cond: (department_id = d.id)
--                                       Filter: ((($3 IS NULL) OR (kind = $3)) AND (($2 IS NULL) OR (department_id = ANY ($2))))
--                           ->  Index Scan using "PK_69e805c84d6cd310eb448bc206a" on sheet_score sc
--                                 Index Cond: ((sheet_id = s.id) AND (as_of >= $4) AND (as_of <= $1))
--                     ->  GroupAggregate
--                           Group Key: i.sheet_id, ((("left"($1, 4) || '-'::text) || lpad((n.n)::text, 2, '0'::text)))
--                           ->  Sort
--                                 Sort Key: i.sheet_id, ((("left"($1, 4) || '-'::text) || lpad((n.n)::text, 2, '0'::text)))
--                                 ->  Nested Loop
--                                       Join Filter: (e.month <= (("left"($1, 4) || '-'::text) || lpad((n.n)::text, 2, '0'::text)))
--                                       ->  Nested Loop
--                                             ->  Index Scan using progress_entry_waiting_idx on progress_entry e
--                                                   Index Cond: (status = 'submitted'::text)
--                                                   Filter: ((last_approved IS NULL) AND (month >= ("left"($1, 4) || '-01'::text)))
--                                             ->  Index Scan using "PK_4693fe4c2cb912a71e05c589e7e" on indicator i
--                                                   Index Cond: (id = e.indicator_id)
--                                       ->  Function Scan on generate_series n
