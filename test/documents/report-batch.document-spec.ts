import { readdirSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { EntryFactory } from '../factories/entry.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { EventSource } from '../support/event-source.js';
import { ifMatch, TestApp } from '../support/test-app.js';

interface Progress {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly done: number;
  readonly total: number;
}

describe('a batch of reports', () => {
  let app: TestApp;
  let address: string;
  let offices: Office[];
  beforeAll(async () => {
    app = await TestApp.start();
    address = await app.listen();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    app.at('2026-11-24T10:00');
    offices = [];
  });

  const owing = async (departments: number) => {
    while (offices.length < departments) offices.push(await OfficeFactory.owing('2026-10').insert(app.manager));
  };
  const body = { month: '2026-10', formats: ['xlsx', 'pdf'] };
  const batch = () => app.download('/reports/batch', undefined, { method: 'POST', body });
  const over = async (source: EventSource): Promise<Progress[]> => {
    const told: Progress[] = [];
    while (told.at(-1)?.state !== 'done' && told.at(-1)?.state !== 'failed')
      told.push((await source.next('work-progress')) as Progress);
    return told;
  };

  it('issues the reports of everything that its caller sees and packs their files', async () => {
    await owing(2);
    const { content, headers } = await batch();
    expect(headers['content-type']).toBe('application/zip');
    expect(Object.keys(unzipSync(content)).sort()).toEqual(
      offices
        .flatMap(({ department }) =>
          ['pdf', 'xlsx'].map((format) => `绩效评分月报-2026-10-${department.name}-v1.${format}`),
        )
        .sort(),
    );
    expect(await app.count('report')).toBe(4); // with those of the sheets
    const { indicatorId } = offices[0]!;
    await EntryFactory.of(indicatorId, '2026-10').in('submitted').insert(app.manager);
    const approval = await app.request('POST', `/indicators/${indicatorId}/progress/2026-10/approve`, {
      headers: ifMatch(1),
    });
    expect(approval.status).toBe(200);
    const packed = unzipSync((await batch()).content);
    expect(Object.keys(packed)).toHaveLength(3);
    expect(strFromU8(packed['未出具.txt']!)).toContain('须说明原因');
  });

  it('tells whoever asked for it how far it is', async () => {
    await owing(3);
    const source = await EventSource.open(address, await app.tokenOf('performance-office'));
    try {
      await batch();
      const told = await over(source);
      expect(told.at(-1)).toMatchObject({ kind: 'reports', state: 'done', done: 3, total: 3 });
      expect(new Set(told.map(({ id }) => id)).size).toBe(1);
    } finally {
      source.close();
    }
  });

  it('stops when its reader goes away: no further report, no file, and what was issued is whole', async () => {
    await owing(30);
    const token = await app.tokenOf('performance-office');
    const source = await EventSource.open(address, token);
    try {
      const abort = new AbortController();
      const answer = await fetch(`${address}/api/v1/reports/batch`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: abort.signal,
      });
      await answer.body!.getReader().read();
      abort.abort();
      expect((await over(source)).at(-1)).toMatchObject({ state: 'failed', total: 30 });
      const issued = await app.count('report');
      expect(issued).toBeLessThan(60);
      expect(issued % 2).toBe(0); // each department's with that of its sheet, or neither
      const open =
        "SELECT 1 FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND datname = current_database()";
      expect(await app.manager.query(open)).toEqual([]);
      expect(filesIn(app.dataFolder)).toEqual([]);
      await batch();
      expect(await app.count('report')).toBe(60); // the next one takes up what was issued
    } finally {
      source.close();
    }
  });
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
