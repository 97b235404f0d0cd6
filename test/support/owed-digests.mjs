// A department whose sections, each with a reporter of its own, owe the entries of a month.
import { randomUUID } from 'node:crypto';

const SECTIONS = `
  WITH department AS (INSERT INTO department (id, name) VALUES ($1, $2) RETURNING id
  ), wanted AS (
    SELECT gen_random_uuid() AS section_id, gen_random_uuid() AS contact_id, n FROM generate_series(1, $3::int) AS n
  ), sections AS (
    INSERT INTO section (id, department_id, name) SELECT section_id, department.id, '股室 ' || n FROM wanted, department
  ), contacts AS (
    INSERT INTO contact (id, department_id, section_id, name, email)
    SELECT contact_id, department.id, section_id, '填报人 ' || n, 'reporter' || n || '@example.org' FROM wanted, department
  ), sheet AS (
    INSERT INTO target_sheet (id, department_id, kind, fiscal_year, created_at)
    SELECT $4, department.id, 'department', 2026, now() FROM department RETURNING id
  )
  INSERT INTO indicator (id, sheet_id, ordinal, section_id, level1, level2, name, comparator, target, raw, weight, aggregation)
  SELECT gen_random_uuid(), sheet.id, n, section_id, '产出指标', '数量指标', '指标 ' || n, '>=', 60, '>=60次', 1, 'sum'
  FROM wanted, sheet`;

export async function insertOwingDepartment(database, sections, name = '示例市人民政府办公室') {
  const departmentId = randomUUID();
  await database.rows(SECTIONS, [departmentId, name, sections, randomUUID()]);
  return departmentId;
}
