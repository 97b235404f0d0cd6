import type { Worksheet } from 'exceljs';
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
  type UploadAnswer,
} from '../support/entry/templates.js';
import { ENGLISH, ifMatch, TestApp } from '../support/test-app.js';

const MONTH = '2026-10';

/** As a spreadsheet sorts what somebody selected: these columns change places between two rows, the others stay. */
function swapped(sheet: Worksheet, a: number, b: number, columns: readonly string[]): void {
  for (const column of columns) {
    const [one, other] = [sheet.getCell(`${column}${a}`), sheet.getCell(`${column}${b}`)];
    [one.value, other.value] = [other.value, one.value];
  }
}

const VISIBLE = [...'CDEFGHIJKLMNOPQ'];

describe('a row of the template', () => {
  let app: TestApp;
  let department: Department;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    department = await DepartmentFactory.new().insert(app.manager);
  });

  const sheetOf = async (...rows: IndicatorFactory[]) =>
    (
      await SheetFactory.of(department)
        .named('会务保障')
        .indicators(...rows)
        .insert(app.manager)
    ).indicatorIds;
  const counts = (...names: string[]) => sheetOf(...names.map((name) => IndicatorFactory.new().named(name)));
  const changed = async (change: (sheet: Worksheet) => unknown, month = MONTH) =>
    changedWorkbook(await downloadTemplate(app, department, month), change);
  const send = (content: Buffer, query = '', headers: Record<string, string> = {}) =>
    sendTemplate(app, content, { month: MONTH, query, headers });
  const problems = ({ body }: { body: UploadAnswer }) => body.rows.flatMap(({ problem }) => problem?.errors ?? []);
  const value = async (id: string) =>
    (await app.request<{ value?: string }>('GET', `/indicators/${id}/progress/${MONTH}`)).body.value;

  describe('where only the visible columns were sorted', () => {
    let ids: string[];
    let sorted: Buffer;
    beforeEach(async () => {
      ids = await counts('甲', '乙', '丙');
      sorted = await changed((sheet) => {
        ['3', '4', '5'].forEach((row, place) => (sheet.getCell(`G${row}`).value = place + 1));
        swapped(sheet, 3, 4, VISIBLE);
      });
    });

    it('is refused where its name is not that of its hidden id, and says where', async () => {
      const answer = await send(sorted);
      expect(outcomesOf(answer)).toEqual(['row-unreadable', 'row-unreadable', 'held-back']);
      expect(problems(answer).map(({ code, pointer }) => [code, pointer])).toEqual([
        ['row-moved', '填报!D3'],
        ['row-moved', '填报!D4'],
      ]);
      expect(problems(answer)[0]!.message).toMatch(/填报!D3 的指标是“乙”，而这一行的隐藏编号对应“甲”.*重新下载模板/);
      expect(await app.count('progress_entry')).toBe(0);
    });

    it('lets those through that still stand in their place, where that is asked for', async () => {
      expect(outcomesOf(await send(sorted, '&partial=true'))).toEqual(['row-unreadable', 'row-unreadable', 'written']);
      expect(await Promise.all(ids.map(value))).toEqual([undefined, undefined, '3']);
    });

    it('is written in whatever order, where all columns were sorted together', async () => {
      const whole = await changed((sheet) => {
        ['3', '4', '5'].forEach((row, place) => (sheet.getCell(`G${row}`).value = place + 1));
        swapped(sheet, 3, 5, ['A', 'B', ...VISIBLE]);
      });
      expect(outcomesOf(await send(whole))).toEqual(Array(3).fill('written'));
      expect(await Promise.all(ids.map(value))).toEqual(['1', '2', '3']);
    });
  });

  it.each([
    [ENGLISH, /sorted without the others/],
    [{}, /隐藏编号对应/],
  ] as [Record<string, string>, RegExp][])(
    'of one name in two sheets is told apart by its sheet: %j',
    async (language, words) => {
      await counts('甲');
      await SheetFactory.of(department)
        .named('信访')
        .indicators(IndicatorFactory.new().named('甲'))
        .insert(app.manager);
      const template = await downloadTemplate(app, department, MONTH, language);
      const content = await changedWorkbook(template, (sheet) => {
        sheet.getCell('G3').value = 1;
        sheet.getCell('G4').value = 2;
        swapped(sheet, 3, 4, VISIBLE);
      });
      const answer = await send(content, '', language);
      expect(problems(answer).map(({ pointer }) => pointer.replace(/^.*!/, ''))).toEqual(['C3', 'C4']);
      expect(problems(answer)[0]!.message).toMatch(words);
    },
  );

  it('of another office, or of an indicator that is gone, is refused with its place', async () => {
    await counts('甲');
    const other = await DepartmentFactory.new().insert(app.manager);
    await SheetFactory.of(other).indicators(IndicatorFactory.new()).insert(app.manager);
    const foreign = await changedWorkbook(await downloadTemplate(app, other, MONTH), (sheet) => {
      sheet.getCell('G3').value = 1;
    });
    const { token } = await UserFactory.as('department-head').of(department).insert(app.manager);
    const answer = await send(foreign, '', { authorization: `Bearer ${token}` });
    expect(problems(answer)).toMatchObject([{ code: 'row-unknown', pointer: '填报!3' }]);
    expect(await app.count('progress_entry')).toBe(0);
  });

  describe('with something typed under 上月, where nothing is filled in', () => {
    beforeEach(async () => {
      const [first] = await counts('甲', '乙');
      await EntryFactory.of(first!, '2026-09').value('12').insert(app.manager);
    });
    const typed = (cell: string, value: string | number | null) =>
      changed((sheet) => {
        sheet.getCell('G4').value = 5;
        sheet.getCell(cell).value = value;
      });

    it.each([
      ['another number than that month’s', 'F3', 17, /填报!F3 是“17”，而系统中上月为“12”/],
      ['a number where nothing was reported', 'F4', 17, /填报!F4 是“17”，而系统中上月为“无”.*清空 填报!F4/],
    ])('is refused: %s', async (_, cell, value, words) => {
      const answer = await send(await typed(cell, value));
      expect(problems(answer)).toMatchObject([{ code: 'grey-cell', pointer: `填报!${cell}` }]);
      expect(problems(answer)[0]!.message).toMatch(words);
      expect(await app.count('progress_entry')).toBe(1);
    });

    it('is taken once the cell is empty, or as it was', async () => {
      expect(problems(await send(await typed('F3', null), '&dryRun=true'))).toEqual([]);
      expect(outcomesOf(await send(await typed('F3', 12)))).toEqual(['written']);
    });
  });

  it.each([
    ['beside the table', (sheet: Worksheet) => (sheet.getCell('R3').value = '另加 2 次'), 'cell-beside', '填报!R3'],
    ['struck out', (sheet: Worksheet) => (sheet.getCell('G3').font = { strike: true }), 'cell-struck-out', '填报!G3'],
  ])('with something %s is not written', async (_, change, code, pointer) => {
    await counts('甲');
    const content = await changed((sheet) => {
      sheet.getCell('G3').value = 1;
      change(sheet);
    });
    expect(problems(await send(content))).toMatchObject([{ code, pointer }]);
    expect(await app.count('progress_entry')).toBe(0);
  });

  it('that says what is stored is left as it is: approved, returned, a draft of somebody else', async () => {
    const [approved, returned, draft] = await counts('甲', '乙', '丙', '丁');
    for (const [id, status] of [
      [approved, 'approved'],
      [returned, 'returned'],
      [draft, 'draft'],
    ] as const)
      await EntryFactory.of(id!, MONTH).value('12').in(status).insert(app.manager);
    const answer = await send(
      await changed((sheet) => {
        sheet.getCell('G6').value = 4;
      }),
    );
    expect(answer.body).toMatchObject({ written: 1, refused: 0, rows: [{ row: 6, outcome: 'written' }] });
    expect(
      await app.manager.query<object[]>(`SELECT status, version FROM progress_entry WHERE value = 12 ORDER BY status`),
    ).toEqual(['approved', 'draft', 'returned'].map((status) => ({ status, version: 1 })));
    const [approvedChanged] = outcomesOf(
      await send(
        await changed((sheet) => {
          sheet.getCell('G3').value = 13;
        }),
      ),
    );
    expect(approvedChanged).toBe('state-conflict');
  });

  it('says what is stored and what it would make of it, before anything is written and afterwards', async () => {
    const [one, other, same] = await counts('办会', '接待', '调研');
    await EntryFactory.of(one!, MONTH).in('draft').value('3').insert(app.manager);
    await EntryFactory.of(same!, MONTH).in('draft').value('7').insert(app.manager);
    const filled = await changed((sheet) => {
      sheet.getCell('G3').value = 4;
      sheet.getCell('Q3').value = '补记一次';
      sheet.getCell('G4').value = '约2';
    });
    const expected = [
      {
        indicator: '办会',
        stored: { value: '3', note: null, notApplicable: false },
        filled: { value: '4', note: '补记一次', deviationReason: null },
      },
      { indicator: '接待', stored: null, filled: { value: null }, outcome: 'refused' },
    ];
    const looked = await send(filled, '&dryRun=true&partial=true');
    expect(looked.body).toMatchObject({ written: 0, refused: 1, unchanged: 1, rows: expected });
    expect(await value(one!)).toBe('3');
    expect((await send(filled, '&partial=true')).body).toMatchObject({
      written: 1,
      refused: 1,
      unchanged: 1,
      rows: expected,
    });
    expect([await value(one!), await value(other!)]).toEqual(['4', undefined]);
    // The same file once more: what was written is as stored now.
    expect((await send(filled, '&dryRun=true')).body).toMatchObject({ refused: 1, unchanged: 2 });
  });

  it('that a filter or a hidden column keeps from sight is not written', async () => {
    await counts('甲', '乙');
    const content = await changed((sheet) => {
      sheet.getCell('G3').value = 1;
      sheet.getCell('G4').value = 2;
      sheet.getCell('Q4').value = '见附件';
      sheet.getRow(3).hidden = true;
      sheet.getColumn(17).hidden = true;
    });
    expect(problems(await send(content)).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['cell-hidden', '填报!G3'],
      ['cell-hidden', '填报!Q4'],
    ]);
    expect(await app.count('progress_entry')).toBe(0);
  });

  it('shows the target of its month, before and after a revision, and none of what has ended', async () => {
    const [first] = await counts('甲', '乙');
    const revision = {
      effectiveMonth: '2026-07',
      reason: '任务调整',
      indicators: [{ indicatorId: first, raw: '≥40次' }],
    };
    const route = `/target-sheets/${(await app.read<{ sheetId: string }>(`/indicators/${first!}`)).sheetId}/revisions`;
    const body = { ...revision, waiver: '示例' };
    expect(await app.request('POST', route, { body, headers: ifMatch(1) })).toMatchObject({ status: 201 });
    const targets = async (month: string) => {
      const sheet = await firstSheetOf(await downloadTemplate(app, department, month));
      return [3, 4].map((row) => sheet.getCell(`E${row}`).text);
    };
    expect(await targets('2026-06')).toEqual(['≥ 60 次', '≥ 60 次']);
    expect(await targets('2026-07')).toEqual(['≥ 40 次', '≥ 60 次']);
    await app.manager.query(`UPDATE indicator SET end_month = '2026-08' WHERE name = '乙'`);
    expect(await targets('2026-08')).toEqual(['≥ 40 次', '≥ 60 次']);
    expect(await targets('2026-09')).toEqual(['≥ 40 次', '']);
    const grid = await app.read<{ items: { target: string; endMonth: string | null }[] }>(
      '/indicator-months?year=2026&month=2026-06',
    );
    expect(grid.items.map(({ target, endMonth }) => [target, endMonth])).toEqual([
      ['60', null],
      ['60', '2026-08'],
    ]);
  });

  it('takes a day as a day, in the month in which the work was completed', async () => {
    const quarter = IndicatorFactory.new().named('开展督查').each('quarter');
    const [day, each] = await sheetOf(IndicatorFactory.by('2026-11-30'), quarter);
    await EntryFactory.of(each!, '2026-09').value('2').insert(app.manager);
    const content = await changed((sheet) => {
      expect([3, 4].map((row) => sheet.getCell(`E${row}`).text)).toEqual(['2026-11-30 前', '≥ 60 次/季度']);
      expect(sheet.getCell('L3').numFmt).toBe('yyyy-mm-dd');
      sheet.getCell('L3').value = new Date('2026-10-20T00:00:00Z');
      sheet.getCell('G4').value = 20;
    });
    expect(outcomesOf(await send(content))).toEqual(['written', 'written']);
    expect(await app.read(`/indicators/${day!}/progress/${MONTH}`)).toMatchObject({ completedOn: '2026-10-20' });
    const again = await firstSheetOf(await downloadTemplate(app, department, MONTH));
    expect(again.getCell('L3').value).toEqual(new Date('2026-10-20T00:00:00Z'));
    const later = await changed((sheet) => (sheet.getCell('L3').value = new Date('2026-11-02T00:00:00Z')));
    expect(problems(await send(later))).toMatchObject([{ code: 'date-after-month', pointer: '填报!L3' }]);
  });

  it('asks about a value that looks like a slip, and writes it', async () => {
    await counts('甲', '乙');
    const content = await changed((sheet) => {
      sheet.getCell('G3').value = 5;
      sheet.getCell('G4').value = 600;
    });
    const { body } = await send(content);
    expect(body.rows.map(({ outcome, questions }) => [outcome, questions.map(({ code }) => code)])).toEqual([
      ['written', []],
      ['written', ['beyond-target']],
    ]);
  });

  describe('of a shared measure', () => {
    let fed: string[];
    beforeEach(async () => {
      const replies = IndicatorFactory.ratio('95').named('市长信箱回复率');
      const other = await SheetFactory.of(department).named('信访').indicators(replies).insert(app.manager);
      fed = [...(await sheetOf(replies)), ...other.indicatorIds];
      const body = { departmentId: department.id, name: '市长信箱回复率', indicatorIds: fed };
      expect(await app.request('POST', '/measures', { body })).toMatchObject({ status: 201 });
    });
    const cases = (numerator: number) =>
      changed((sheet) => {
        sheet.getCell('H3').value = numerator;
        sheet.getCell('I3').value = 20;
      });

    it('is one, names the sheets that it feeds, and is written for all of them', async () => {
      const content = await cases(19);
      const sheet = await firstSheetOf(content);
      expect([sheet.rowCount, sheet.getCell('C3').text, sheet.getCell('D3').text]).toEqual([
        3,
        expect.stringMatching(/共用于 2 张表：(信访、会务保障|会务保障、信访)$/),
        '市长信箱回复率',
      ]);
      expect(outcomesOf(await send(content))).toEqual(['written']);
      const entries = await Promise.all(fed.map((id) => app.read(`/indicators/${id}/progress/${MONTH}`)));
      expect(entries).toMatchObject([{ numerator: '19' }, { numerator: '19' }]);
      expect(outcomesOf(await send(await cases(20)))).toEqual(['written']);
      expect(outcomesOf(await send(content))).toEqual(['version-conflict']);
    });

    it.each(['', '&partial=true'])('is written for none where one of them cannot take it%s', async (query) => {
      await EntryFactory.of(fed[1]!, MONTH).cases('5', '5').in('approved').insert(app.manager);
      expect(outcomesOf(await send(await cases(19), query))).toEqual(['state-conflict']);
      expect(await app.count('progress_entry')).toBe(1);
    });

    it('stands in the template of the section that enters it only', async () => {
      const [own, other] = [
        await SectionFactory.of(department).insert(app.manager),
        await SectionFactory.of(department).insert(app.manager),
      ];
      await app.manager.query('UPDATE measure SET section_id = $1', [own.id]);
      const rowsOf = async (...sections: (typeof own)[]) => {
        const { token } = await UserFactory.as('reporter')
          .of(department)
          .reportingFor(...sections)
          .insert(app.manager);
        return (await firstSheetOf(await downloadTemplate(app, department, MONTH, { token }))).rowCount - 2;
      };
      expect([await rowsOf(own), await rowsOf(other)]).toEqual([1, 0]);
    });
  });
});
