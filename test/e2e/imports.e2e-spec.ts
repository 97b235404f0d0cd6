import { readFileSync } from 'node:fs';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { type ProblemDetails, TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

interface Draft {
  readonly id: string;
  readonly adoptedAt: string | null;
  readonly draft: {
    readonly sheets: readonly { readonly indicators: readonly unknown[]; readonly weightTotal: string }[];
    readonly doubts: readonly { readonly code: string; readonly sheet: number | null }[];
  };
}

const DOCUMENT = readFileSync(fromProjectRoot('samples/2026-city-office-budget.txt'));
const WAIVERS = [{ sheet: 1, reason: '按公开数字采用，不折算。' }];

describe('importing a published document', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const uploaded = async () => (await upload<Draft>(app, DOCUMENT, '预算公开.txt')).body;
  const adopt = (id: string, body: object) =>
    app.request<ProblemDetails & { targetSheetIds: string[] }>('POST', `/imports/${id}/adopt`, { body });
  const written = async () => [await app.count('target_sheet'), await app.count('indicator'), await app.count('goal')];

  it('finds every sheet and indicator, and says what is doubtful', async () => {
    const { status, body } = await upload<Draft>(app, DOCUMENT, '预算公开.txt');
    expect(status).toBe(201);
    expect(body.draft.sheets.map(({ indicators }) => indicators.length)).toEqual([8, 14, 10]);
    expect(body.draft.doubts).toContainEqual(expect.objectContaining({ code: 'weight-total', sheet: 1 }));
    expect(await app.read<Draft>(`/imports/${body.id}`)).toEqual(body);
    expect(await written()).toEqual([0, 0, 0]);
  });

  it('knows a document that is uploaded twice by its bytes', async () => {
    const [first, second] = [await uploaded(), await upload<Draft>(app, DOCUMENT, '又一次.txt')];
    expect([second.status, second.body]).toEqual([200, first]);
    expect(await app.count('document_import')).toBe(1);
  });

  it('adopts nothing at all while one sheet whose weights do not give 100 lacks a waiver', async () => {
    const { id } = await uploaded();
    const { status, body } = await adopt(id, {});
    expect([status, body.code]).toEqual([422, 'waiver-required']);
    expect(body.errors).toEqual([
      { pointer: expect.stringContaining('waiver') as string, code: 'waiver-required', message: body.title },
    ]);
    expect(await written()).toEqual([0, 0, 0]);
    expect(await app.count('department')).toBe(0);
    expect((await app.read<Draft>(`/imports/${id}`)).adoptedAt).toBeNull();
  });

  it('adopts all sheets with the waiver, which stays on record, and never rescales a weight', async () => {
    const { id } = await uploaded();
    const { status, body } = await adopt(id, { waivers: WAIVERS });
    expect(status).toBe(200);
    expect(body.targetSheetIds).toHaveLength(3);
    expect((await written()).slice(0, 2)).toEqual([3, 32]);
    const sheet = await app.read<{ weightWaiver: object; indicators: { weight: string }[] }>(
      `/target-sheets/${body.targetSheetIds[1]!}`,
    );
    expect(sheet.weightWaiver).toMatchObject({ reason: WAIVERS[0]!.reason, weightTotal: '84' });
    expect(sheet.indicators.reduce((total, { weight }) => total + Number(weight), 0)).toBe(74);
  });

  it('adopts a draft once, also when two people adopt it at the same moment', async () => {
    const { id } = await uploaded();
    const answers = await Promise.all([adopt(id, { waivers: WAIVERS }), adopt(id, { waivers: WAIVERS })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await adopt(id, { waivers: WAIVERS })).toMatchObject({ status: 409 });
    expect(await app.count('target_sheet')).toBe(3);
  });

  it('adopts the same sheets of a second upload no second time', async () => {
    await adopt((await uploaded()).id, { waivers: WAIVERS });
    expect(await adopt((await uploaded()).id, { waivers: WAIVERS })).toMatchObject({ status: 409 });
    expect(await app.count('target_sheet')).toBe(3);
  });

  it('adopts only the sheets that were chosen', async () => {
    const { id } = await uploaded();
    expect((await adopt(id, { sheets: [2] })).body.targetSheetIds).toHaveLength(1);
    expect((await written()).slice(0, 2)).toEqual([1, 10]);
  });

  it.each([
    ['a sheet that the draft does not have', { sheets: [9] }],
    ['a negative sheet', { sheets: [-1] }],
    ['one sheet twice', { sheets: [0, 0] }],
    ['an unknown key', { everything: true }],
    ['an owner who does not exist', { sheets: [0], decisions: [{ sheet: 0, indicator: 0, sectionId: nobody() }] }],
    ['a decision on an indicator that is not there', { sheets: [0], decisions: [{ sheet: 0, indicator: 99 }] }],
    ['a waiver without words', { waivers: [{ sheet: 1, reason: '   ' }] }],
  ])('refuses %s and writes nothing', async (_, body) => {
    const { id } = await uploaded();
    const { status } = await adopt(id, body);
    expect([400, 404, 409, 422]).toContain(status);
    expect(await written()).toEqual([0, 0, 0]);
    expect((await app.read<Draft>(`/imports/${id}`)).adoptedAt).toBeNull();
  });

  it('gives no indicator to a section of another department', async () => {
    const section = await SectionFactory.of(await DepartmentFactory.new().insert(app.manager)).insert(app.manager);
    const { id } = await uploaded();
    const decisions = [{ sheet: 0, indicator: 0, sectionId: section.id }];
    expect(await adopt(id, { sheets: [0], decisions })).toMatchObject({ status: 404 });
    expect(await written()).toEqual([0, 0, 0]);
  });

  it('answers 404 for an import that nobody made', async () => {
    expect((await app.request('GET', `/imports/${nobody()}`)).status).toBe(404);
    expect((await adopt(nobody(), {})).status).toBe(404);
  });
});

function nobody(): string {
  return '01930000-0000-7000-8000-000000000000';
}
