import { readFileSync, writeFileSync } from 'node:fs';
import { ApiDocument } from '../support/api-document.js';
import { documentedRules } from '../support/documented-rules.js';
import { TestApp } from '../support/test-app.js';

const KEPT = 'docs/rules.md';

it('docs/rules.md says what the code does: limits, values that have to fit each other, fields by role and state', async () => {
  const app = await TestApp.start();
  const rules = documentedRules(app, await ApiDocument.of(app));
  await app.close();
  if (process.env.REFRESH) writeFileSync(KEPT, rules);
  const rows = rules.split('\n').filter((line) => line.startsWith('| '));
  expect(rows.length).toBeGreaterThan(300);
  expect(readFileSync(KEPT, 'utf8')).toBe(rules);
});
