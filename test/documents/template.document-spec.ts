import type { CellValue, Worksheet } from 'exceljs';
import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import {
  changedWorkbook,
  downloadTemplate,
  firstSheetOf,
  outcomesOf,
  sendTemplate,
} from '../support/entry/templates.js';
import { filledByLibreOffice } from '../support/libre-office.js';
import { ENGLISH, TestApp } from '../support/test-app.js';
import { zipBomb } from '../support/zip-bomb.js';

const MONTH = '2026-10';

describe('the monthly entry as a workbook', () => {
  let app: TestApp;
  let department: Department;
  let [count, ratio, quality]: string[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    department = await DepartmentFactory.new().insert(app.manager);
    const rows = [IndicatorFactory.new(), IndicatorFactory.ratio(), IndicatorFactory.qualitative()];
    const made = await SheetFactory.of(department)
      .indicators(...rows.map((row) => row.weighing('30')))
      .insert(app.manager);
    [count, ratio, quality] = made.indicatorIds;
  });

  const download = (month = MONTH, more: Record<string, string> = {}) => downloadTemplate(app, department, month, more);
  /** The template with its first sheet changed. */
  const changed = async (change: (sheet: Worksheet) => unknown, month?: string) =>
    changedWorkbook(await download(month), change);
  const send = (content: Buffer, query = '') => sendTemplate(app, content, { month: MONTH, query });
  const outcomes = outcomesOf;
  const fill = (sheet: Worksheet) => {
    sheet.getCell('G3').value = 12.5;
    sheet.getCell('H4').value = 19;
    sheet.getCell('I4').value = 20;
    sheet.getCell('J5').value = '达成';
    sheet.getCell('K5').value = 0.9;
  };
  const entry = (indicator: string) => app.read(`/indicators/${indicator}/progress/${MONTH}`);

  it('comes back from LibreOffice as it was filled there', async () => {
    await EntryFactory.of(count!, MONTH).value('3').in('draft').insert(app.manager);
    const cells = { G3: 12.5, O3: '会议改期', H4: 19, I4: 20, J5: '达成', K5: 0.9 };
    const filled = await filledByLibreOffice(await download(), cells);
    const answer = await send(filled);
    expect([answer.status, outcomes(answer)]).toEqual([200, ['written', 'written', 'written']]);
    expect(await entry(count!)).toMatchObject({
      value: '12.5',
      deviationReason: '会议改期',
      version: 2,
      status: 'draft',
    });
    expect(await entry(ratio!)).toMatchObject({ numerator: '19', denominator: '20' });
    expect(await entry(quality!)).toMatchObject({ grade: 'achieved', coefficient: '0.9' });
    const formula = await send(await filledByLibreOffice(await download(), { G3: '=6*7' }));
    expect(formula.body.rows[0]!.problem!.errors[0]!.message).toBe('填报!G3 是公式，请改为数值。');
  }, 600_000);

  it('speaks English to whoever does, and comes back from LibreOffice in English too', async () => {
    await EntryFactory.of(quality!, '2026-09').in('approved').notApplicable().insert(app.manager);
    const english = await download(MONTH, ENGLISH);
    const sheet = await firstSheetOf(english);
    const texts = [1, 2, 5].flatMap((row) => (sheet.getRow(row).values as unknown[]).slice(4).map(String));
    expect(texts.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual(['服务水平', '提升']); // what people named
    expect([sheet.name, sheet.getCell('C1').text, sheet.getCell('F5').text]).toEqual([
      'Entries',
      expect.stringContaining('at most 6 decimals'),
      'not applicable',
    ]);
    const filled = await filledByLibreOffice(english, { G3: 12.5, O3: 'moved', M4: 'yes', J5: 'achieved', K5: 0.9 });
    const answer = await send(filled, '&partial=true');
    expect(outcomes(answer)).toEqual(['written', 'entry-invalid', 'written']);
    expect(answer.body.rows[1]!.problem!.errors[0]!.pointer).toBe('Entries!N4'); // why it does not apply
    expect(await entry(quality!)).toMatchObject({ grade: 'achieved', coefficient: '0.9' });
  }, 600_000);

  it('can be looked at before it is written', async () => {
    const answer = await send(await changed(fill), '&dryRun=true');
    expect([outcomes(answer), answer.body.written]).toEqual([Array(3).fill('held-back'), 0]);
    expect(await app.count('progress_entry')).toBe(0);
  });

  it('writes nothing while one cell is wrong, unless the rest is asked for', async () => {
    const filled = await changed((sheet) => {
      fill(sheet);
      sheet.getCell('G3').value = '十二';
    });
    const answer = await send(filled);
    expect(outcomes(answer)).toEqual(['row-unreadable', 'held-back', 'held-back']);
    expect(answer.body.rows[0]).toMatchObject({ row: 3, problem: { errors: [{ pointer: '填报!G3' }] } });
    expect(await app.count('progress_entry')).toBe(0);
    expect(outcomes(await send(filled, '&partial=true'))).toEqual(['row-unreadable', 'written', 'written']);
  });

  it.each([
    ['text in a number cell', 'G3', '约12', 'number-invalid'],
    ['a formula', 'G3', { formula: '1+1', result: 2 }, 'cell-formula'],
    ['a date', 'G3', new Date('2026-10-01'), 'cell-date'],
    ['more than all cases', 'H4', 21, 'numerator-above-denominator'],
    ['a value where the indicator takes none', 'G4', 5, 'unexpected'],
    ['a coefficient outside its band', 'K5', 0.1, 'coefficient-outside-band'],
    ['a grade that is none', 'J5', '优秀', 'grade-invalid'],
    ['too many decimals', 'G3', '1.12345678', 'number-invalid'],
  ] as [string, string, CellValue, string][])('says in which cell there is %s', async (_, address, value, code) => {
    const { body } = await send(
      await changed((sheet) => {
        fill(sheet);
        sheet.getCell(address).value = value;
      }),
    );
    const errors = body.rows.flatMap(({ problem }) => problem?.errors ?? []);
    expect(errors).toContainEqual(expect.objectContaining({ code, pointer: `填报!${address}` }));
    expect(await app.count('progress_entry')).toBe(0);
  });

  it('finds its columns by their headers, wherever they were moved', async () => {
    const moved = await changed((sheet) => {
      fill(sheet);
      sheet.getColumn(7).eachCell({ includeEmpty: true }, (cell, row) => {
        const other = sheet.getCell(row, 16);
        [cell.value, other.value] = [other.value, cell.value];
      });
    });
    expect(outcomes(await send(moved))).toEqual(Array(3).fill('written'));
    expect(await entry(count!)).toMatchObject({ value: '12.5' });
  });

  it.each([
    [
      'of an older version',
      (sheet: Worksheet) => (sheet.workbook.getWorksheet('模板信息')!.getCell('A2').value = '1'),
      'template-outdated',
      MONTH,
    ],
    ['of another month', (sheet: Worksheet) => sheet, 'template-other-month', '2026-09'],
    [
      'with merged headers',
      (sheet: Worksheet) => {
        sheet.mergeCells('G2:H2');
      },
      'template-columns',
      MONTH,
    ],
    ['with a renamed column', (sheet: Worksheet) => (sheet.getCell('G2').value = '数值'), 'template-columns', MONTH],
    ['with a column twice', (sheet: Worksheet) => (sheet.getCell('G2').value = '分子'), 'template-columns', MONTH],
    [
      'without its headers',
      (sheet: Worksheet) => {
        sheet.spliceRows(2, 1);
      },
      'template-columns',
      MONTH,
    ],
    [
      'of 20,000 rows',
      (sheet: Worksheet) => {
        for (let row = 10; row < 20_010; row += 1) sheet.getCell(row, 7).value = 1;
      },
      'template-too-long',
      MONTH,
    ],
  ])('is refused as a whole when it is %s', async (_, change, code, month) => {
    const { status, body } = await send(await changed(change, month));
    expect([status, body]).toMatchObject([422, { code }]);
    expect(await app.count('progress_entry')).toBe(0);
  });

  it('names a merged cell, and a row whose id was changed', async () => {
    const { body } = await send(
      await changed((sheet) => {
        fill(sheet);
        sheet.mergeCells('G3:H3');
        sheet.getCell('A4').value = '改过';
      }),
    );
    const errors = body.rows.map(({ problem }) => problem?.errors[0]);
    expect(errors).toMatchObject([
      { code: 'cell-merged', pointer: '填报!G3' },
      { code: 'row-unknown', pointer: '填报!4' },
      undefined,
    ]);
  });

  it.each([
    ['no workbook', Buffer.from('%PDF-1.7'), 'format-unsupported'],
    ['nothing', Buffer.alloc(0), 'format-unsupported'],
    ['a zip bomb', zipBomb(150), 'document-too-large'],
    ['a zip bomb that claims to be small', zipBomb(150, 1000), 'document-unreadable'],
    ['half a workbook', Buffer.from('504b0304140000', 'hex'), 'document-unreadable'],
  ])('is refused when it is %s', async (_, content, code) => {
    expect((await send(content)).body).toMatchObject({ code });
  });

  it('tells whoever fills in an old copy that somebody else was first', async () => {
    const old = await changed(fill);
    await EntryFactory.of(count!, MONTH).in('draft').insert(app.manager);
    expect(outcomes(await send(old, '&partial=true'))).toEqual(['version-conflict', 'written', 'written']);
  });

  it('holds the indicators of the own sections only', async () => {
    const section = await SectionFactory.of(department).insert(app.manager);
    const own = IndicatorFactory.new().ownedBy(section).named('=本股指标');
    await SheetFactory.of(department).indicators(own).insert(app.manager);
    const { token } = await UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager);
    const sheet = await firstSheetOf(await download(MONTH, { token }));
    expect([sheet.rowCount, sheet.getCell('D3').value, sheet.getCell('D3').formula]).toEqual([
      3,
      '=本股指标',
      undefined,
    ]);
  });
});
