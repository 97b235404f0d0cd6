SELECT c.id, c.entry_id AS "entryId", c.version, c.action, c.actor, c.on_behalf_of AS "onBehalfOf", c.reason,
              c.entry, c.changed_at AS "changedAt", coalesce(u.display_name, c.actor) AS "actorName",
              jsonb_build_object(
  'value', c.entry->>'value', 'numerator', c.entry->>'numerator', 'denominator', c.entry->>'denominator',
  'grade', c.entry->>'grade', 'coefficient', c.entry->>'coefficient', 'completedOn', c.entry->>'completed_on',
  'notApplicable', coalesce((c.entry->>'not_applicable')::boolean, false)) AS figures
       FROM progress_change c
       JOIN progress_entry e ON e.id = c.entry_id
       LEFT JOIN app_user u ON u.username = c.actor
       WHERE e.indicator_id = $1 AND e.month = $2
       ORDER BY c.version;

-- Sort
--   Sort Key: c.version
--   ->  Nested Loop Left Join
--         ->  Nested Loop
--               ->  Index Scan using progress_entry_indicator_month_key on progress_entry e
--                     Index Cond: ((indicator_id = $1) AND (month = $2))
--               ->  Index Scan using progress_change_entry_idx on progress_change c
--                     Index Cond: (entry_id = e.id)
--         ->  Index Scan using app_user_username_key on app_user u
--               Index Cond: (username = c.actor)
