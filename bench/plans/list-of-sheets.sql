SELECT "sheet"."id" AS "sheet_id",
  "sheet"."department_id" AS "sheet_department_id",
  "sheet"."kind" AS "sheet_kind",
  "sheet"."fiscal_year" AS "sheet_fiscal_year",
  "sheet"."project" AS "sheet_project",
  "sheet"."responsible_name" AS "sheet_responsible_name",
  "sheet"."responsible_phone" AS "sheet_responsible_phone",
  "sheet"."funding_total" AS "sheet_funding_total",
  "sheet"."funding_fiscal" AS "sheet_funding_fiscal",
  "sheet"."funding_other" AS "sheet_funding_other",
  "sheet"."funding_carried_over" AS "sheet_funding_carried_over",
  "sheet"."funding_sources" AS "sheet_funding_sources",
  "sheet"."execution_weight" AS "sheet_execution_weight",
  "sheet"."policy" AS "sheet_policy",
  "sheet"."weight_waiver" AS "sheet_weight_waiver",
  "sheet"."evidence_required" AS "sheet_evidence_required",
  "sheet"."first_month" AS "sheet_first_month",
  "sheet"."import_id" AS "sheet_import_id",
  "sheet"."published" AS "sheet_published",
  "sheet"."version" AS "sheet_version",
  "sheet"."created_at" AS "sheet_created_at",
  "department"."id" AS "department_id",
  "department"."name" AS "department_name",
  "department"."parent_id" AS "department_parent_id",
  "department"."due_working_day" AS "department_due_working_day",
  "department"."due_hour" AS "department_due_hour",
  "department"."closes_after" AS "department_closes_after",
  "department"."disabled" AS "department_disabled",
  "department"."version" AS "department_version"
FROM "target_sheet" "sheet"
LEFT JOIN "department" "department" ON "department"."id"="sheet"."department_id"
ORDER BY "sheet"."id" ASC
LIMIT 51;

-- Limit
--   ->  Nested Loop Left Join
--         ->  Index Scan using "PK_2437a0c2f30c4d5c050bcad1cbf" on target_sheet sheet
--         ->  Memoize
--               Cache Key: sheet.department_id
--               Cache Mode: logical
--               ->  Index Scan using "PK_9a2213262c1593bffb581e382f5" on department
--                     Index Cond: (id = sheet.department_id)
