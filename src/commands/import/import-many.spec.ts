import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { importDocument } from '../../imports/import-document.js';
import { documentsAt, isDocument } from './documents-at.js';
import { importMany } from './import-many.js';

const SHEET = (project: string) =>
  Buffer.from(
    [
      '2031年项目支出绩效目标表',
      `项目名称\t${project}`,
      '一级指标\t三级指标\t指标值\t分值',
      '产出\t办班\t≥6次\t90',
    ].join('\n'),
  );
const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-import-'));
const at = (...names: string[]) => path.join(folder, ...names);
mkdirSync(at('各部门', '内'), { recursive: true });
writeFileSync(at('各部门', '一.txt'), SHEET('一'));
writeFileSync(at('各部门', '内', '二.txt'), SHEET('二'));
writeFileSync(at('各部门', '.DS_Store'), 'x');
writeFileSync(at('各部门', '通知.txt'), '周一开会。');
writeFileSync(at('包.zip'), zipSync({ '三.txt': SHEET('三'), '坏.docx': Buffer.from('PK\u0003\u0004') }));
writeFileSync(at('一份.txt'), SHEET('零'));

let [printed, said] = ['', ''];
const into = (take: (text: string) => void) =>
  ((text: string, done?: () => void) => {
    take(text);
    done?.();
    return true;
  }) as never;
beforeEach(() => {
  [printed, said] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation(into((text) => (printed += text)));
  jest.spyOn(process.stderr, 'write').mockImplementation(into((text) => (said += text)));
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const PLACES = [at('各部门'), at('包.zip'), at('没有.pdf'), at('一份.txt')];
const read = async (bytes: Uint8Array, name: string) => ({
  ...{ draft: await importDocument(bytes, name), known: false, adopted: null as number | null },
});
const FILES = [
  '各部门/一.txt',
  '各部门/内/二.txt',
  '各部门/通知.txt',
  '包.zip/三.txt',
  '包.zip/坏.docx',
  '没有.pdf',
  '一份.txt',
];
const FAILED = ['各部门/通知.txt', '包.zip/坏.docx', '没有.pdf'];

describe('several documents on the command line', () => {
  it('are those in folders and zip files too; each has a line, and what is wrong with one stops no other', async () => {
    expect(await importMany(documentsAt(PLACES), read, false)).toBe(3);
    const lines = printed
      .trim()
      .split('\n')
      .map((line) => line.replaceAll(`${folder}/`, ''));
    expect(lines.map((line) => line.split(': ')[0])).toEqual(FILES);
    expect(lines.filter((line) => /失败：|failed: /.test(line)).map((line) => line.split(': ')[0])).toEqual(FAILED);
    expect(lines[0]).toMatch(/1 张指标表，1 项指标|1 sheets, 1 indicators/);
    expect(said).toMatch(/7.*3/);
  });

  it('are an array as JSON, and the lines go to standard error', async () => {
    await importMany(documentsAt(PLACES), read, true);
    const drafts = JSON.parse(printed) as {
      file: string;
      sheets?: { project: string }[];
      error?: { message: string };
    }[];
    expect(drafts.map(({ file }) => path.relative(folder, file))).toEqual(FILES);
    expect(drafts.map(({ sheets }) => sheets?.[0]?.project)).toEqual(['一', '二', undefined, '三', undefined, undefined, '零']); // prettier-ignore
    expect(drafts.every(({ sheets, error }) => sheets !== undefined || error?.message)).toBe(true);
    expect(said.trim().split('\n')).toHaveLength(8);
  });

  it('say whether their sheets were adopted, now or before: a second run has nothing to do and does not fail', async () => {
    const adopting = (sheets: number) => async (bytes: Uint8Array, name: string) => {
      return { ...(await read(bytes, name)), known: sheets === 0, adopted: sheets };
    };
    expect(await importMany(documentsAt([at('一份.txt')]), adopting(1), false)).toBe(0);
    expect(await importMany(documentsAt([at('一份.txt')]), adopting(0), false)).toBe(0);
    const [first, second] = printed.split('\n').map((line) => line.split(': ')[1]);
    expect(first).toMatch(/^已采用 1 张指标表$|^1 sheets adopted$/);
    expect(second).toMatch(/^以前已采用，未做改动$|^adopted before; nothing was done$/);
    printed = '';
    await importMany(documentsAt([at('一份.txt')]), adopting(0), true);
    expect(JSON.parse(printed)).toMatchObject([{ adopted: 0 }]);
  });

  it('none are an empty array', async () => {
    mkdirSync(at('空'));
    expect([await importMany(documentsAt([at('空')]), read, true), printed.trim()]).toEqual([0, '[]']);
  });

  it('one alone is a document itself, also where it is not there', async () => {
    const places = [at('一份.txt'), at('没有.pdf'), at('包.zip'), at('各部门')];
    expect(await Promise.all(places.map(isDocument))).toEqual([true, true, false, false]);
  });
});
