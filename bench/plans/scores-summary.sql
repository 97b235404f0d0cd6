SELECT i.id AS "indicatorId", i.name, sc.sheet_id AS "sheetId", s.project,
         jsonb_build_object('id', d.id, 'name', d.name) AS department, c.name AS section,
         x.score::text AS score, x.formula::text AS formula, x."paceScore"::text AS "paceScore", x.max::text AS max,
         (x.max - x."paceScore")::text AS lost, x.light
  FROM 
  sheet_score sc
  JOIN target_sheet s ON s.id = sc.sheet_id
  JOIN department d ON d.id = s.department_id
  CROSS JOIN jsonb_to_recordset(sc.indicators) AS x (id uuid, score numeric, formula numeric, max numeric, "paceScore" numeric,
    light text, missing int, "atRisk" boolean, breach text)
  JOIN indicator i ON i.id = x.id
  LEFT JOIN section c ON c.id = i.section_id
  WHERE sc.as_of = $1 AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2)) AND ($3::text IS NULL OR s.kind = $3) AND x."paceScore" < x.max
  ORDER BY x.max - x."paceScore" DESC, i.id
  LIMIT $4;

-- Limit
--   ->  Sort
--         Sort Key: ((x.max - x."paceScore")) DESC, i.id
--         ->  Hash Left Join
--               Hash Cond: (i.section_id = c.id)
--               ->  Hash Join
--                     Hash Cond: (x.id = i.id)
--                     ->  Nested Loop
--                           ->  Hash Join
--                                 Hash Cond: (s.department_id = d.id)
--                                 ->  Nested Loop
--                                       ->  Seq Scan on target_sheet s
--                                             Filter: ((($3 IS NULL) OR (kind = $3)) AND (($2 IS NULL) OR (department_id = ANY ($2))))
--                                       ->  Index Scan using "PK_69e805c84d6cd310eb448bc206a" on sheet_score sc
--                                             Index Cond: ((sheet_id = s.id) AND (as_of = $1))
--                                 ->  Hash
--                                       ->  Seq Scan on department d
--                           ->  Function Scan on jsonb_to_recordset x
--                                 Filter: ("paceScore" < max)
--                     ->  Hash
--                           ->  Seq Scan on indicator i
--               ->  Hash
--                     ->  Seq Scan on section c
