import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { TRANSITIONS } from '../../src/progress/entries/transitions.js';
import type { ApiDocument } from './api-document.js';
import { declaredRoutes } from './routes.js';
import type { TestApp } from './test-app.js';

const HEAD = `# Rules of what is entered

Written from the code by \`REFRESH=1 npm test -- test/e2e/documented-rules\`; CI says when it is stale. What each single field takes, and how long it may be,
stands in the description of the interface (\`/api/docs\`).
`;

/** docs/rules.md as it should be. */
export function documentedRules(app: TestApp, api: ApiDocument): string {
  return [HEAD, limits(app), combinations(), fields(app, api), states()].join('\n');
}

const LIMIT = /^(?:\/\*\*? ?(.*?)(?: ?\*\/)?\n)?(?:export )?const ((?:[A-Z]+_)*(?:MOST|LONGEST|LARGEST|MAX|LIMIT)(?:_[A-Z]+)*) = ([\d_ *]+);/gm; // prettier-ignore

function limits(app: TestApp): string {
  const ofCode = sources().flatMap(({ file, text }) =>
    [...text.matchAll(LIMIT)].map(([, why = '', name = '', value = '']) => {
      const product = value.split('*').reduce((all, factor) => all * Number(factor.replaceAll('_', '').trim()), 1);
      return [product.toLocaleString('en'), `\`${name}\``, cell(why), `\`${file}\``];
    }),
  );
  const ofRoutes = declaredRoutes(app).flatMap(({ method, path, rule: { limit } }) =>
    limit ? [[`${limit.perMinute}`, `\`${method} ${path}\``, `counted as \`${limit.name}\``]] : [],
  );
  return [
    '## Limits\n\nThose that an installation sets stand in README (settings).\n',
    table(['limit', 'name', 'what for', 'where'], ofCode),
    '\n### Routes: so often a minute for one caller\n',
    table(['limit', 'route', 'together with others of the name'], ofRoutes),
  ].join('\n');
}

/** What is refused though each value is fit by itself: every error that is not about who asks. */
function combinations(): string {
  const rows = sources().flatMap(({ file, text }) => errorsIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest)));
  const byCode = new Map(rows.map((row) => [row[0], row]));
  return [
    '## Values that have to fit each other, and the state of things\n\nWhat is said when they do not (`…`: names and figures of the case).\n',
    table(
      ['code', '中文', 'English'],
      [...byCode.values()].sort(([a = ''], [b = '']) => a.localeCompare(b, 'en')),
    ),
  ].join('\n');
}

function errorsIn(source: ts.SourceFile): string[][] {
  const found: string[][] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const given = [...(node.arguments ?? [])];
      const at = given.findIndex(
        (one) => ts.isStringLiteral(one) && ['unfit', 'conflict', 'invalid'].includes(one.text),
      );
      const [code, message] = given.slice(at + 1);
      if (at >= 0 && code && ts.isStringLiteral(code) && message && ts.isObjectLiteralExpression(message)) {
        const said = (language: string): string =>
          message.properties
            .flatMap((one) =>
              ts.isPropertyAssignment(one) && one.name.getText(source) === language ? one.initializer : [],
            )
            .map((one) =>
              cell(
                one
                  .getText(source)
                  .replace(/^[`'"]|[`'"]$/g, '')
                  .replace(/\$\{[^}]*\}/g, '…'),
              ),
            )
            .join('');
        found.push([`\`${code.text}\``, said('zh'), said('en')]);
      }
    }
    node.forEachChild(look);
  };
  look(source);
  return found;
}

/** Who may write what, as the gate and the classes of the routes have it. */
function fields(app: TestApp, api: ApiDocument): string {
  const rows = declaredRoutes(app)
    .filter(({ method }) => method !== 'GET')
    .map((route) => {
      const operation = api.operationOf(route);
      const body = operation && api.bodyOf(operation);
      const names = body
        ? api
            .propertiesOf(body)
            .map(([name]) => name)
            .sort() // the description has them in no order of its own
        : [];
      const { roles, ownSection, deputies } = route.rule;
      const who = [[roles].flat().join(', '), ownSection && 'reporters: of their sections', deputies && 'deputies too'];
      return [`\`${route.method} ${route.path}\``, who.filter(Boolean).join('; '), names.join(', ') || '–'];
    });
  return [
    '## Fields by role\n\nA field that is not named is refused. Rows are those of the own departments (ADR 6); personal data in answers: `src/common/personal-data.ts`.\n',
    table(['route', 'who', 'fields'], rows),
  ].join('\n');
}

function states(): string {
  const rows = Object.entries(TRANSITIONS).map(([name, { from, to }]) => [name, from.join(', '), to]);
  return [
    '## Fields of an entry by state\n\nValue, estimate and note of a month change in the states `draft` and `returned` alone, while the month is open.\n',
    table(['step', 'from', 'to'], rows),
    '',
  ].join('\n');
}

const sources = (): { file: string; text: string }[] =>
  (readdirSync('src', { recursive: true }) as string[])
    .map((name) => `src/${name}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n';
