import type pg from 'pg';

/** A statement as it was sent, with the plan that PostgreSQL makes of it for any parameters. */
export interface Statement {
  readonly sql: string;
  readonly cost: number;
  readonly plan: readonly string[];
}

interface Planned {
  readonly 'QUERY PLAN': string;
}

const PLANNED = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i;

/** Each once, in the order in which they were sent. */
export async function explained(client: pg.Client, texts: readonly string[]): Promise<Statement[]> {
  const kinds = new Map(texts.filter((text) => PLANNED.test(text)).map((text) => [shortened(text), text]));
  const statements: Statement[] = [];
  for (const [sql, text] of kinds) {
    const { rows } = await client.query<Planned>(`EXPLAIN (GENERIC_PLAN) ${text}`);
    const plan = rows.map((row) => row['QUERY PLAN']);
    const cost = Number(/\.\.([\d.]+) rows/.exec(plan[0] ?? '')?.[1] ?? 0);
    statements.push({ sql, cost, plan: plan.map((line) => shortened(line.replace(/ {2}\(cost=.*?\)/, ''))) });
  }
  return statements;
}

/** A list of parameters is as long as what it asks for. */
const shortened = (sql: string): string =>
  sql.replace(/(\$\d+)(,\s*\$\d+){9,}/g, '$1, …').replace(/(\([^()]*\)),( ?\([^()]*\),?)+/g, '$1, …');

/** As a file: the statement, by lines, and its plan as a comment. */
export function dearest(statements: readonly Statement[]): string {
  const { sql, plan } = statements.reduce((most, next) => (next.cost > most.cost ? next : most));
  const lines = sql.includes('\n') ? sql : sql.replace(CLAUSE, '\n$1 ').replaceAll(', "', ',\n  "');
  return `${lines.trim()};\n\n${plan.map((line) => `-- ${line}\n`).join('')}`;
}

const CLAUSE = / +(FROM|(?:LEFT |INNER )?JOIN|WHERE|GROUP BY|ORDER BY|LIMIT|SET|VALUES|RETURNING) /g;

/** The tables among these that a statement reads from end to end. */
export const scansOf = (statements: readonly Statement[], tables: readonly string[]): string[] =>
  statements
    .flatMap(({ plan }) => plan)
    .flatMap((line) => /Seq Scan on (\w+)/.exec(line)?.[1] ?? [])
    .filter((table) => tables.includes(table));
