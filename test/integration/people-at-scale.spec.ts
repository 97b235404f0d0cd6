import { TestApp } from '../support/test-app.js';

/** `PEOPLE=15000 npm test -- people-at-scale` for a province. */
const PEOPLE = Number(process.env.PEOPLE ?? 300);
const SECTIONS = 2 * PEOPLE;
const SECTIONS_OF_DEPARTMENT = 20;

// Each person reports for two sections, mostly of two departments; every section owes October.
const PROVINCE = `
  INSERT INTO department (id, name)
    SELECT gen_random_uuid(), '单位 ' || n FROM generate_series(1, $1::int / ${SECTIONS_OF_DEPARTMENT}) n;
  CREATE TEMP TABLE place AS
    SELECT gen_random_uuid() AS section_id, gen_random_uuid() AS sheet_id, d.id AS department_id, n
    FROM generate_series(1, $1::int) n
    JOIN (SELECT id, row_number() OVER (ORDER BY name) AS nth FROM department) d
      ON d.nth = 1 + (n - 1) / ${SECTIONS_OF_DEPARTMENT};
  INSERT INTO section (id, department_id, name) SELECT section_id, department_id, '股室 ' || n FROM place;
  INSERT INTO contact (id, department_id, section_id, name, email)
    SELECT gen_random_uuid(), department_id, section_id, '填报人 ' || n % $2::int,
           CASE WHEN n > $2::int THEN 'Person' ELSE 'person' END || n % $2::int || '@example.org' FROM place;
  INSERT INTO contact (id, department_id, duty, name, email)
    SELECT gen_random_uuid(), id, 'head', '负责人', 'head' || row_number() OVER () || '@example.org' FROM department;
  INSERT INTO contact (id, department_id, duty, name, email)
    SELECT gen_random_uuid(), id, 'office', '绩效办', 'office@example.org' FROM department LIMIT 1;
  INSERT INTO target_sheet (id, department_id, kind, project, fiscal_year, created_at)
    SELECT sheet_id, department_id, 'project', '项目 ' || n, 2026, now() FROM place;
  INSERT INTO indicator (id, sheet_id, ordinal, section_id, level1, level2, name, comparator, target, raw, weight, aggregation, due_month)
    SELECT gen_random_uuid(), sheet_id, 1, section_id, '产出指标', '数量指标', '指标 ' || n, '>=', 60, '>=60次', 1, 'sum', 10 FROM place;
  ANALYZE`;

describe('a province of people', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    for (const statement of PROVINCE.split(';'))
      await app.manager.query(statement.replaceAll('$1::int', String(SECTIONS)).replaceAll('$2::int', String(PEOPLE)));
  });
  afterAll(() => app.close());

  it(
    'gets exactly one mail each, whatever the number of their sections, and the ledger says why for every duty',
    async () => {
      const [started, memory] = [performance.now(), process.memoryUsage().rss];
      expect(await app.runJob('reminder-digest', '2026-11-03T00:10')).toEqual({ mails: PEOPLE });
      const passed = (performance.now() - started) / 1000;
      const grown = (process.memoryUsage().rss - memory) / 1e6;
      const [figures]: object[] = await app.manager.query(`
        SELECT count(*)::int AS rows, count(DISTINCT n.contact_id)::int AS contacts, count(DISTINCT n.mail_id)::int AS mails,
               count(DISTINCT mailbox(c.email))::int AS people,
               count(*) FILTER (WHERE n.reason->'owed'->0->>'sectionId' = c.section_id::text)::int AS reasons
        FROM notification n JOIN contact c ON c.id = n.contact_id`);
      expect(figures).toEqual({ rows: SECTIONS, contacts: SECTIONS, mails: PEOPLE, people: PEOPLE, reasons: SECTIONS });
      expect(await app.runJob('reminder-digest', '2026-11-03T00:20')).toEqual({ mails: 0 });
      if (process.env.PEOPLE)
        process.stderr.write(
          `${PEOPLE} people, ${SECTIONS} sections: planned in ${passed.toFixed(1)} s, +${grown.toFixed(0)} MB\n`,
        );
    },
    Math.max(60_000, PEOPLE * 40),
  );
});
