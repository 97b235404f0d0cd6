// Whatever the service writes into its audit log has words in the page.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromProjectRoot } from '../../../../src/common/project-root.js';
import { isDeed, isKind } from './action-words.js';

/** Where `versioned.ts` names the table and what became of its row. */
const VERSIONED = /(?:insert|update|delete|add)\w*Versioned\(\s*manager,\s*(\w+)/g;
const ACTION = /(?:action:|action =|record\([^)]*|'(?:contact)\.)[^\n]*?['`]([a-z_]+)\.([a-z-]+|\$\{\w+\})['`]/g;
const ENTRY_ACTIONS = /CHANGE_ACTIONS = \[([^\]]*)\]/g;
const ENTITY = /@Entity\('(\w+)'[\s\S]*?export class (\w+)/g;

function sources(): string[] {
  const folder = fromProjectRoot('src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}

const all = sources();
const found = (pattern: RegExp): string[][] =>
  all.flatMap((source) => [...source.matchAll(pattern)].map((one) => [...one].slice(1)));

test('every action of the log has words', () => {
  const actions = found(ACTION);
  expect(actions.length).toBeGreaterThan(40);
  const tables = new Map(found(ENTITY).map(([table = '', entity = '']) => [entity, table]));
  const versioned = found(VERSIONED).flatMap(([entity = '']) => tables.get(entity) ?? []);
  expect(versioned.length).toBeGreaterThan(10);
  const kinds = new Set([...actions.map(([kind = '']) => kind), ...versioned]);
  expect([...kinds].filter((kind) => !isKind(kind))).toEqual([]);
  const ofEntries = found(ENTRY_ACTIONS).flatMap(([list = '']) => list.match(/[a-z-]+/g) ?? []);
  expect(ofEntries).toContain('approved');
  const deeds = new Set([...actions.map(([, deed = '']) => deed), ...ofEntries, 'created', 'changed', 'deleted']);
  expect([...deeds].filter((deed) => !deed.startsWith('$') && !isDeed(deed))).toEqual([]);
});
