import type { Block } from '../../table-model.js';
import { readDocument } from '../index.js';
import { printedLetters } from '../pages/printed-letters.js';

const stream = (content: string, dictionary = '') =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
/** One page; `more` are objects from number 6 on. */
function pdf(content: string, page = '', catalog = '', more: readonly string[] = []): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
    `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> ${page} >>`,
    stream(content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
  ];
  const bodies = objects.map((body, place) => `${place + 1} 0 obj\n${body}\nendobj\n`);
  return Buffer.from(`%PDF-1.4\n${bodies.join('')}trailer\n<< /Size 20 /Root 1 0 R >>\n%%EOF\n`, 'latin1');
}
const text = (x: number, y: number, words: string, look = '12 0 0 12') =>
  `BT /F 1 Tf ${look} ${x} ${y} Tm (${words}) Tj ET\n`;
const textsOf = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text));
async function read(...parts: Parameters<typeof pdf>) {
  const { blocks, unseen, recognised } = await readDocument(pdf(...parts), 'file.pdf');
  return { blocks, shown: textsOf(blocks), unseen: unseen.map(({ kind, text }) => `${kind} ${text}`), recognised };
}
const PICTURE = stream('\x80', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8'); // prettier-ignore
/** Two columns and two rows, from (50, 600) to (170, 800). */
const GRID = '50 600 120 200 re S 110 600 m 110 800 l S 50 700 m 170 700 l S\n';

describe('what a PDF shows', () => {
  it('carries what a merged cell says to the rows that it covers', async () => {
    const rules = '50 700 200 60 re 50 640 200 60 re S 150 640 m 150 760 l S 50 700 m 250 700 l S\n'
      .replace('50 700 m 250', '150 700 m 250')
      .replace('50 700 200 60 re 50 640 200 60 re', '50 640 200 120 re');
    const { blocks } = await read(rules + text(60, 720, 'A') + text(160, 720, 'B') + text(160, 660, 'C'));
    expect(blocks).toMatchObject([
      { rows: [[{ text: 'A' }, { text: 'B' }], [{ text: '', merged: { text: 'A', source: 'p1 T1R1C1' } }, { text: 'C' }]] }, // prettier-ignore
    ]);
  });

  it.each<[string, Parameters<typeof pdf>, unknown[], string[]]>([
    ['exponents', [text(72, 700, '10') + text(86, 705, '4', '7 0 0 7') + text(90, 700, 'm')], ['10⁴m'], []],
    ['no text that is not drawn', [text(72, 700, 'seen') + `3 Tr ${text(72, 650, 'not')}`], ['seen'], ['hidden-text not']],
    ['no white text on white', [text(72, 700, 'seen') + `q 1 1 1 rg ${text(72, 650, 'not')}Q ${text(72, 600, 'too')}`], ['seen', 'too'], ['hidden-text not']],
    ['white text in a filled cell', [`0 0 1 rg 70 640 100 30 re f 0 0 0 rg ${text(72, 700, 'seen')}1 1 1 rg ${text(72, 650, 'head')}`], ['seen', 'head'], []],
    ['a page that is turned', [text(100, 100, 'turned', '0 12 -12 0'), '/Rotate 90'], ['turned'], []],
    ['text that is turned, on a page that is not', [`${GRID}${text(72, 610, 'A', '0 12 -12 0')}${text(72, 710, 'B', '0 12 -12 0')}${text(132, 610, 'C', '0 12 -12 0')}${text(132, 710, 'D', '0 12 -12 0')}`], [[['A', 'B'], ['C', 'D']]], []],
    ['text that stands on its head', [`${GRID}${text(90, 760, 'C', '-12 0 0 -12')}${text(150, 760, 'A', '-12 0 0 -12')}`], [[['', ''], ['A', 'C']]], []],
    ['no watermark in the cells below it', [`${GRID}${text(60, 720, '30 trees')}${text(70, 690, 'DRAFT', '20 20 -20 20')}`], [[['30 trees', ''], ['', '']]], ['across DRAFT']],
    ['fields of forms', [text(72, 700, 'goal'), '/Annots [6 0 R 7 0 R]', '/AcroForm << /Fields [6 0 R 7 0 R] >>', ['<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (30 trees) /Rect [120 695 250 715] /F 4 >>', '<< /Type /Annot /Subtype /Widget /FT /Tx /T (b) /V (hidden) /Rect [120 595 250 615] /F 2 >>']], ['goal  30 trees'], []],
    ['notes on the page', [text(72, 700, 'goal'), '/Annots [6 0 R 7 0 R]', '', ['<< /Type /Annot /Subtype /Text /Contents (should be 40) /Rect [120 695 140 715] >>', '<< /Type /Annot /Subtype /FreeText /Contents (>= 30) /DA (/F 12 Tf) /Rect [220 695 250 715] >>']], ['goal'], ['comment should be 40', 'text-box >= 30']],
    ['files that it carries', [text(72, 700, 'goal'), '', '/Names << /EmbeddedFiles << /Names [(t.xlsx) 6 0 R] >> >>', ['<< /Type /Filespec /F (t.xlsx) /EF << /F 7 0 R >> >>', stream('x', '/Type /EmbeddedFile')]], ['goal'], ['embedded t.xlsx']],
  ])('%s', async (_, parts, shown, unseen) => {
    expect(await read(...parts)).toMatchObject({ shown, unseen });
  }); // prettier-ignore

  it('is what another program recognised in a scan, and doubted as such', async () => {
    const content = `q 595 0 0 842 0 0 cm /I Do Q\n3 Tr ${text(72, 700, 'goal 30')}`;
    const { shown, unseen, recognised } = await read(content, '', '', [PICTURE]);
    expect({ shown, unseen, recognised }).toEqual({
      shown: ['goal 30'],
      unseen: [],
      recognised: [
        { page: 1, confidence: null, boxes: { 'p1 ¶1': { left: 0.121, top: 0.1544, width: 0.0662, height: 0.0178 } } },
      ],
    });
  });

  it('is in the letters that people type', () => {
    expect(printedLetters('⼈⺠⼯作ﬁ\u00a0\uf0b330')).toBe('人民工作fi ≥30');
  });
});
