import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { SHAPE } from '../../src/reports/content/earlier-shapes.js';
import { TestApp } from '../support/test-app.js';

const KEPT = fromProjectRoot(`test/fixtures/report-shapes/${SHAPE}.json`);

/** Where values stand, such as `.sheets[].score.raw`. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => pathsOf(item, `${path}.${key}`));
}

describe('the shape in which reports are frozen', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await app.loadSampleYear();
  });
  afterAll(() => app.close());

  const contentOf = async (kind: string, about: object) => {
    const body = { kind, month: '2026-10', ...about };
    const { status, body: report } = await app.request<{ content: unknown }>('POST', '/reports', { body });
    expect(status).toBe(201);
    return report.content;
  };

  // When it fails: raise SHAPE, say in earlier-shapes.ts how the shape before becomes the new one, then REFRESH=1.
  it('changes only together with its number', async () => {
    const { items: sheets } = await app.read<{ items: { id: string; departmentId: string }[] }>('/target-sheets');
    const [departmentId] = sheets.map((sheet) => sheet.departmentId);
    const contents = [await contentOf('scoring', {}), await contentOf('scoring', { departmentId })];
    for (const { id } of sheets)
      for (const kind of ['self-evaluation', 'monitoring']) contents.push(await contentOf(kind, { sheetId: id }));
    const paths = [...new Set(contents.flatMap((content) => pathsOf(content)))].sort();
    if (process.env.REFRESH && !existsSync(KEPT)) writeFileSync(KEPT, `${JSON.stringify(paths, null, 2)}\n`);
    expect(paths).toEqual(JSON.parse(readFileSync(KEPT, 'utf8')));
  });
});
