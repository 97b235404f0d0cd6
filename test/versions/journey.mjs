// What an office does in a month, over HTTP, on the sample year.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from '../../node_modules/pino/pino.js';
import { twoRoles } from '../support/two-roles.mjs';

const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const { AppModule } = await built('app/app.module.js');
const { prepareDatabase } = await built('app/database/prepare-database.js');
const { createHttpServer } = await built('app/http/http-server.js');
const { Clock } = await built('common/clock.js');
const { DatabaseClock } = await built('common/database-clock.js');
const { Configuration } = await built('config/configuration.js');
const { ConditionService } = await built('condition/condition.service.js');
const { JobsService } = await built('jobs/jobs.service.js');
const { SampleYearService } = await built('sample-year/sample-year.service.js');

const NOW = new Date('2026-11-09T01:00:00Z');
/** What a version of PostgreSQL could have otherwise: rights of the roles, and how it prints triggers, rules and functions. */
const OURS = /^(database-r|audit-guards-)/;
const NEW_PASSWORD = 'three dry pears in May';

/** @returns what was done, in words. @throws Error at the first answer that is not as it should be */
export async function journey(superuserUrl) {
  const { url, ownerUrl } = await twoRoles(superuserUrl);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-journey-'));
  const roles = { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl };
  const configuration = Object.assign(new Configuration(), { DATA_DIR: folder, ...roles });
  await prepareDatabase(configuration);
  const module = AppModule.with({ configuration, databaseUrl: url });
  const app = await createHttpServer(module, configuration, pino({ level: 'silent' }));
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    app.get(Clock).now = () => NOW;
    app.get(DatabaseClock).now = async () => NOW;
    const accounts = await app.get(SampleYearService).loadIfEmpty();
    const [li, zhang] = await Promise.all(
      ['li.yangli', 'zhang.shifan'].map((name) =>
        signedIn(
          app,
          accounts.find(({ username }) => username === name),
        ),
      ),
    );
    const sheet = await month(li, zhang);
    await report(li, sheet);
    const { mails } = await app.get(JobsService).run('reminder-digest', NOW);
    const troubles = (await app.get(ConditionService).look()).filter(({ code }) => OURS.test(code));
    if (troubles.length > 0) throw new Error(JSON.stringify(troubles));
    return `two roles with what each needs, guards of the histories as ours are, an entry approved, a report issued, ${mails} mails planned`;
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An entry from typing to approval changes the sheet's score. @returns the sheet's id */
async function month(li, zhang) {
  const [{ id, fiscalYear }] = (await li('GET', '/target-sheets')).items;
  const firstMonth = `${fiscalYear}-01`;
  const name = { level1: '产出指标', level2: '数量指标', name: '版本验证', raw: '>=4篇', firstMonth };
  const indicator = await li('POST', `/target-sheets/${id}/commitments`, name);
  const route = `/indicators/${indicator.id}/progress/2026-10`;
  const { version } = await zhang('PUT', route, { value: '4' }, { 'if-none-match': '*' });
  const submitted = await zhang('POST', `${route}/submit`, {}, { 'if-match': `"${version}"` });
  const approved = await li('POST', `${route}/approve`, {}, { 'if-match': `"${submitted.version}"` });
  if (approved.status !== 'approved') throw new Error(`the entry is ${approved.status}`);
  const { indicators } = await li('GET', `/target-sheets/${id}/score?asOf=2026-10`);
  const scored = indicators.find(({ indicatorId }) => indicatorId === indicator.id);
  if (scored.actual !== '4') throw new Error(`the score rests on ${scored.actual}`);
  return id;
}

async function report(li, sheetId) {
  const { id } = await li('POST', '/reports', { kind: 'monitoring', month: '2026-10', sheetId });
  await li('GET', `/reports/${id}/file?format=html`);
  const { identical } = await li('GET', `/reports/${id}/replay`);
  if (!identical) throw new Error('the report cannot be computed again');
}

async function signedIn(app, { username, password }) {
  let credentials = {};
  const ask = async (method, route, payload, headers = {}) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${route}`,
      payload,
      headers: { ...credentials, ...headers },
    });
    if (answer.statusCode >= 300) throw new Error(`${method} ${route}: ${answer.statusCode} ${answer.body}`);
    return { body: answer.body.startsWith('{') ? JSON.parse(answer.body) : answer.body, cookies: answer.cookies };
  };
  const begin = ({ body, cookies: [{ name, value }] }) => {
    credentials = { cookie: `${name}=${value}`, 'x-csrf-token': body.csrfToken };
  };
  begin(await ask('POST', '/session', { username, password }));
  begin(await ask('PUT', '/session/password', { current: password, password: NEW_PASSWORD }));
  return async (...request) => (await ask(...request)).body;
}
