interface Vouched {
  /** Where it is not the name. */
  readonly table?: string;
  /** What rows are asked for by, with its type; where nothing else is said the key, too. */
  readonly by: string;
  readonly type: 'uuid' | 'text';
  /** What tells a row `h` from others (SQL). */
  readonly key?: string;
  /** Columns that decide points, or who is told of what and may do what. */
  readonly columns: readonly string[];
  /** Such times, each as a number: their text depends on the time zone. */
  readonly times?: readonly string[];
}

const ID = { by: 'id', type: 'uuid' } as const;

/**
 * Tables of which the log vouches for every row as it is now. Addresses of people are not among the columns: a hash of one can be
 * guessed (`account-proofs`). Whoever adds a table or a column raises `GENERATION`, and so does a migration that changes such rows.
 */
export const VOUCHED = {
  app_user: {
    ...ID,
    columns: [
      'username',
      'role',
      'disabled',
      'department_id',
      'section_ids',
      'deputy_id',
      'oidc_issuer',
      'oidc_subject',
      ...['display_name', 'language', 'away_from', 'away_until', 'must_change_password'],
    ],
    // Whether changes take two hangs on them.
    times: ['password_changed_at', 'created_at'],
  },
  department: { ...ID, columns: ['name', 'parent_id', 'disabled', 'due_working_day', 'due_hour', 'closes_after'] },
  section: { ...ID, columns: ['name', 'department_id', 'disabled'] },
  contact: {
    ...ID,
    columns: [
      ...['department_id', 'section_id', 'duty', 'active', 'user_id', 'deputy_id', 'name', 'language'],
      ...['away_from', 'away_until'],
    ],
  },
  mail_opt_out: { by: 'contact_id', type: 'uuid', columns: ['contact_id'] },
  local_policy: { by: 'name', type: 'text', key: "h.name || ' ' || h.version", columns: ['policy'] },
  target_sheet: {
    ...ID,
    columns: [
      ...['department_id', 'kind', 'fiscal_year', 'project', 'policy', 'execution_weight', 'weight_waiver'],
      ...['funding_total', 'funding_fiscal', 'funding_other', 'funding_carried_over', 'funding_sources'],
      ...['evidence_required', 'first_month', 'published', 'responsible_name'],
    ],
  },
  goal: { ...ID, columns: ['sheet_id', 'ordinal', 'text', 'indicator_ids'] },
  measure: { ...ID, columns: ['name', 'department_id', 'section_id'] },
  indicator: {
    ...ID,
    columns: [
      ...['sheet_id', 'ordinal', 'level1', 'level2', 'name', 'comparator', 'target', 'target_upper', 'target_text'],
      ...[
        'target_date',
        'unit',
        'raw',
        'per',
        'weight',
        'rule',
        'milestones',
        'aggregation',
        'due_month',
        'first_month',
      ],
      ...['end_month', 'evidence_kind', 'core', 'section_id', 'measure_id', 'end_reason', 'section_printed'],
      ...['basis', 'previous', 'rule_raw', 'source', 'published'],
    ],
  },
  /** The plans by months of revisions, the one thing of them that changes. */
  indicator_plan: {
    ...{ table: 'indicator_revision', by: 'indicator_id', type: 'uuid', key: "h.indicator_id || ' ' || h.number" },
    columns: ['milestones'],
  },
  evidence: { ...ID, columns: ['indicator_id', 'month', 'sha256', 'kind', 'file_name', 'added_by'] },
  score_override: { ...ID, columns: ['indicator_id', 'from_month', 'score', 'reason', 'decided_by'] },
  budget_execution: {
    ...ID,
    columns: [
      ...['sheet_id', 'month', 'spent', 'spent_by_source', 'adjusted_budget', 'deviation_reason'],
      ...['corrective_measure', 'confirmed'],
    ],
  },
} as const satisfies Record<string, Vouched>;

/** How often the list above, or rows that it names, were changed by an upgrade: the first start after one covers them anew. */
export const GENERATION = 7;

export type VouchedTable = keyof typeof VOUCHED;
export const VOUCHED_TABLES = Object.keys(VOUCHED) as VouchedTable[];

const vouched = (name: VouchedTable): Vouched => VOUCHED[name];

/** Its rows as `h` (SQL). */
export const tableOf = (name: VouchedTable): string => vouched(name).table ?? name;

/** What its rows are asked for by, with its type (SQL). */
export const askedBy = (name: VouchedTable): string => `h.${vouched(name).by}`;
export const typeOf = (name: VouchedTable): string => vouched(name).type;

export const isVouched = (table: string): table is VouchedTable => table in VOUCHED;

/** `key` and `hash` of a row `h` (SQL): SHA-256, base64, only by functions of PostgreSQL's own. */
export function rowOf(name: VouchedTable): string {
  const { by, key = `h.${by}::text`, columns, times = [] } = vouched(name);
  const said = [
    ...columns.map((column) => `'${column}', h.${column}`),
    ...times.map((column) => `'${column}', extract(epoch FROM h.${column})`),
  ].join(', ');
  return `${key} AS key,
    encode(sha256(convert_to(jsonb_strip_nulls(jsonb_build_object(${said}))::text, 'UTF8')), 'base64') AS hash`;
}
