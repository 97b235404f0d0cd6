/**
 * What some tables say now beside what was written down of it last (SQL): `now` and `said` with the same names and kinds of
 * values, numbers as the text that they have in the log. A row of which nothing was written down is not among them; hashes of all
 * rows are in `rows/`, which cannot say what differs.
 */
const COLUMNS = {
  app_user: {
    ...{ username: 'username', role: 'role', disabled: 'disabled', departmentId: 'department_id' },
    ...{ sectionIds: 'section_ids', oidcIssuer: 'oidc_issuer', oidcSubject: 'oidc_subject' },
  },
  target_sheet: {
    ...{ departmentId: 'department_id', kind: 'kind', fiscalYear: 'fiscal_year', project: 'project', policy: 'policy' },
    ...{ executionWeight: 'execution_weight::text', evidenceRequired: 'evidence_required' },
  },
  indicator: {
    ...{
      comparator: 'comparator',
      target: 'target::text',
      targetUpper: 'target_upper::text',
      targetText: 'target_text',
    },
    ...{ targetDate: 'target_date', unit: 'unit', raw: 'raw', weight: 'weight::text', rule: 'rule' },
    ...{ endMonth: 'end_month', endReason: 'end_reason' },
  },
  setting: { value: 'value', version: 'version' },
} as const;

type StatedTable = keyof typeof COLUMNS;
export const STATED_TABLES = Object.keys(COLUMNS) as StatedTable[];

/** Whether a line of the log (`audit_event`) says what a row of these tables was then: lines that say a part of it do not count. */
export const STATES_A_ROW = `
  (action IN ('target_sheet.adopted', 'calendar.changed')
   OR subject_type IN (${STATED_TABLES.map((table) => `'${table}'`).join(', ')}) AND after ? 'version'
      AND action IN (subject_type || '.created', subject_type || '.changed'))`;

const saidBy = (table: StatedTable, row: string): string =>
  `jsonb_build_object(${Object.entries(COLUMNS[table])
    .map(([name, column]) => `'${name}', ${row}.${column}`)
    .join(', ')})`;

const lastLines = (table: StatedTable): string => `
  SELECT DISTINCT ON (subject_id) subject_id, after FROM audit_event
  WHERE subject_type = '${table}' AND ${STATES_A_ROW} ORDER BY subject_id, position DESC`;

const stated = (table: StatedTable): string => `
  SELECT t.id, ${saidBy(table, 't')} AS now, l.after AS said
  FROM ${table} t JOIN (${lastLines(table)}) l ON l.subject_id = t.id::text`;

/** Its targets are those of its last revision, which the log covers; a line of the log says them where it was never revised. */
const INDICATORS = `
  SELECT t.id, ${saidBy('indicator', 't')} AS now, 
    CASE WHEN r.indicator_id IS NULL THEN l.after ELSE ${saidBy('indicator', 'r')} END AS said
  FROM indicator t
  LEFT JOIN (SELECT DISTINCT ON (indicator_id) * FROM indicator_revision ORDER BY indicator_id, number DESC) r
    ON r.indicator_id = t.id
  LEFT JOIN (${lastLines('indicator')}) l ON l.subject_id = t.id::text
  WHERE r.indicator_id IS NOT NULL OR l.subject_id IS NOT NULL`;

/**
 * What nobody has changed is empty, in its first version: the defaults hold. What is gone has no value. The test of the mail
 * server is no rule, and writes no such line.
 */
const SETTINGS = `
  SELECT coalesce(t.id::text, l.subject_id) AS id, ${saidBy('setting', 't')} AS now,
         coalesce(l.after, '{"value": {}, "version": 1}') AS said
  FROM (SELECT * FROM setting WHERE name <> 'mail-test') t
  FULL JOIN (${lastLines('setting')}) l ON l.subject_id = t.id::text`;

/** Years that somebody has changed; those of the library have no line. */
const CALENDARS = `
  SELECT l.subject_id AS id,
         jsonb_build_object('days', (SELECT jsonb_object_agg(d.day, d.working) FROM calendar_day d
                                     WHERE left(d.day, 4) = l.subject_id)) AS now,
         jsonb_build_object('days', (SELECT jsonb_object_agg(item ->> 'day', item -> 'working')
                                     FROM jsonb_array_elements(l.after -> 'items') AS item)) AS said
  FROM (SELECT DISTINCT ON (subject_id) subject_id, after FROM audit_event
        WHERE action = 'calendar.changed' ORDER BY subject_id, position DESC) l`;

export const CURRENT_ROWS: Readonly<Record<StatedTable | 'calendar_day', string>> = {
  app_user: stated('app_user'),
  target_sheet: stated('target_sheet'),
  indicator: INDICATORS,
  setting: SETTINGS,
  calendar_day: CALENDARS,
};
