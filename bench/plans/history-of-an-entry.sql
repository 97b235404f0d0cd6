SELECT "ProgressChange"."id" AS "ProgressChange_id",
  "ProgressChange"."entry_id" AS "ProgressChange_entry_id",
  "ProgressChange"."version" AS "ProgressChange_version",
  "ProgressChange"."action" AS "ProgressChange_action",
  "ProgressChange"."actor" AS "ProgressChange_actor",
  "ProgressChange"."on_behalf_of" AS "ProgressChange_on_behalf_of",
  "ProgressChange"."reason" AS "ProgressChange_reason",
  "ProgressChange"."entry" AS "ProgressChange_entry",
  "ProgressChange"."changed_at" AS "ProgressChange_changed_at"
FROM "progress_change" "ProgressChange"
LEFT JOIN "progress_entry" "ProgressChange__ProgressChange_progressEntry" ON "ProgressChange__ProgressChange_progressEntry"."id"="ProgressChange"."entry_id"
WHERE (((("ProgressChange__ProgressChange_progressEntry"."indicator_id" = $1) AND ("ProgressChange__ProgressChange_progressEntry"."month" = $2))))
ORDER BY "ProgressChange"."version" ASC;

-- Sort
--   Sort Key: "ProgressChange".version
--   ->  Nested Loop
--         ->  Index Scan using progress_entry_indicator_month_key on progress_entry "ProgressChange__ProgressChange_progressEntry"
--               Index Cond: ((indicator_id = $1) AND (month = $2))
--         ->  Index Scan using progress_change_entry_idx on progress_change "ProgressChange"
--               Index Cond: (entry_id = "ProgressChange__ProgressChange_progressEntry".id)
