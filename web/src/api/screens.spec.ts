// Everything that the interface can do, a person who may do it can do in the page.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromProjectRoot } from '../../../src/common/project-root.js';

/** For machines, or covered by a wider operation that the page uses. At most fifteen, each with its reason. */
const WITHOUT_SCREEN: Readonly<Record<string, string>> = {
  'PUT /indicators/{}/progress/{}/counts': 'counting machines',
  'POST /users/{}/tokens/removal': 'the list ends them one by one',
  'GET /contacts/{}': 'lists show it whole',
  'GET /users/{}': 'lists show it whole',
  'GET /evidence/{}': 'lists show it whole',
  'GET /reports/batches/{}': 'the list of batches says how far each is',
  'GET /departments/{}/months/{}': 'the year and the grid of months show it',
  'GET /indicators/{}/progress/{}': 'read with the months of its indicator',
  'GET /measures/{}/progress/{}': 'read with the months of its indicators',
  'GET /indicators/{}/milestones': 'the indicator shows them',
  'GET /goals/{}/progress/{}': 'the months of the goal show it',
};

/** What the page does for many entries at once, be it one; programs may do it for one by itself. */
const IN_BULK = [
  'PUT /indicators/{}/progress/{}',
  'DELETE /indicators/{}/progress/{}',
  ...['submit', 'recall', 'approve', 'return', 'reopen'].map((move) => `POST /indicators/{}/progress/{}/${move}`),
];

/** Pages that the service writes itself, for browsers that come from a mail or from the provider. */
const ITS_OWN_PAGES = [
  'GET /unsubscribe/{}',
  'POST /unsubscribe/{}',
  'POST /unsubscribe/{}/undo',
  'GET /session/oidc/callback',
];

const anyName = (address: string): string => address.replace(/\{[^}]*\}/g, '{}');

/** Such as `GET /contacts/{}`, of the generated client. */
function operations(): string[] {
  const schema = readFileSync(fromProjectRoot('web/src/api/schema.ts'), 'utf8');
  return [...schema.matchAll(/^ {4}"\/api\/v1(\/[^"]+)": \{(.*?)^ {4}\};/gms)].flatMap(([, address = '', body = '']) =>
    [...body.matchAll(/^ {8}(get|put|post|delete|patch): operations/gm)].map(
      ([, method = '']) => `${method.toUpperCase()} ${anyName(address)}`,
    ),
  );
}

function sources(): string[] {
  const folder = fromProjectRoot('web/src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/(schema|\.spec)\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

const CALL = /(?:client\s*\.|api\.\w+\(\s*')(get|put|post|delete|patch)(?:\(|',)\s*(?:'([^']+)'|(\w+))/gi;
const ADDRESS = /[`'"]\/api\/v1(\/[^`'"]+)[`'"](?!\])/g;

/** What a file asks for: by the generated client, or by an address of its own for files that go up or come down. */
function askedBy(written: string): string[] {
  const constants = new Map(
    [...written.matchAll(/const (\w+) = '(\/[^']*)'/g)].map(([, name, value]) => [name, value]),
  );
  const source = written.replace(/\$\{(\w+)\}/g, (whole, name: string) => constants.get(name) ?? whole);
  const calls = [...source.matchAll(CALL)].map(
    ([, method = '', literal, name]) => `${method.toUpperCase()} ${anyName(literal ?? constants.get(name) ?? '')}`,
  );
  const addresses = [...source.matchAll(ADDRESS)].flatMap(([, found = '']) => {
    const address = found
      .replace(/\?.*$/, '')
      .replace(/\$\{query\}$/, '')
      .replace(/\$\{[^}]*\}/g, '{}');
    return [`GET ${address}`, `POST ${address}`];
  });
  return [...calls, ...addresses];
}

test('every operation has a screen, or stands in the reviewed lists', () => {
  const asked = new Set(sources().flatMap(askedBy));
  const all = operations();
  expect(all.length).toBeGreaterThan(150);
  const listed = [...Object.keys(WITHOUT_SCREEN), ...IN_BULK, ...ITS_OWN_PAGES];
  expect(Object.keys(WITHOUT_SCREEN).length).toBeLessThanOrEqual(15);
  expect(all.filter((operation) => !asked.has(operation)).sort()).toEqual([...listed].sort());
});
