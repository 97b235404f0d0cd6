import { strToU8, zipSync } from 'fflate';
import type { Block } from '../../table-model.js';
import { readDocument } from '../index.js';

const SPACES = 'xmlns:w="w" xmlns:m="m" xmlns:r="r" xmlns:mc="mc" xmlns:wp="wp" xmlns:a="a" xmlns:v="v" xmlns:o="o"';
const part = (root: string, inside: string) =>
  strToU8(`<?xml version="1.0"?><w:${root} ${SPACES}>${inside}</w:${root}>`);
const docx = (body: string, parts: Readonly<Record<string, Uint8Array>> = {}) =>
  Buffer.from(
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': part('document', body), ...parts }),
  );
async function read(body: string, parts?: Readonly<Record<string, Uint8Array>>) {
  const { blocks, unseen } = await readDocument(docx(body, parts), 'file.docx');
  return { shown: textsOf(blocks), unseen: unseen.map(({ kind, text }) => `${kind} ${text}`) };
}
const textsOf = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text));

const t = (text: string, look = '') => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const p = (inside: string, look = '') => `<w:p>${look && `<w:pPr>${look}</w:pPr>`}${inside}</w:p>`;
const td = (inside: string, look = '') => `<w:tc>${look && `<w:tcPr>${look}</w:tcPr>`}${inside}</w:tc>`;
const table = (...cells: string[]) => `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`;
const WHITE = '<w:color w:val="FFFFFF"/>';
const box = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(t(text))}</w:txbxContent></mc:Choice><mc:Fallback>${p(t(text))}</mc:Fallback></mc:AlternateContent></w:r>`;
const field = (instruction: string, result?: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>${result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${t(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const numbered = (text: string, level = 0) =>
  p(text && t(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);

describe('what a Word document shows', () => {
  it.each<[string, string, unknown[], string[]]>([
    ['a text box over a paragraph', p(`${t('前')}${box('盒')}${t('后')}`), ['盒', '前后'], []],
    ['a text box over a blank cell', table(td(p(box('≥30棵')))), [[['≥30棵']]], []],
    ['a text box over a value', table(td(p(t('≥30棵') + box('含补种')))), [[['≥30棵']]], ['text-box 含补种']],
    ['signs of symbol fonts', p(`<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${t('30')}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`), ['≥30☑'], []],
    ['private letters of a symbol font', p(t('\uf0b3') + t('30')), ['≥30'], []],
    ['a sign that nobody knows', p(t('30') + '<w:r><w:sym w:font="Webdings" w:char="F0C1"/></w:r>'), ['30\ufffd'], []],
    ['exponents', p(t('10') + t('4', '<w:vertAlign w:val="superscript"/>') + t('m') + t('2', '<w:vertAlign w:val="superscript"/>')), ['10⁴m²'], []],
    ['the result of a field', p(field(' DATE ', '2031年') + '<w:fldSimple w:instr="PAGE">' + t('7') + '</w:fldSimple>'), ['2031年7'], []],
    ['a field inside the instruction of another', p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${field('REF a', '内')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${t('30')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`), ['30'], []],
    ['a field that draws', p(t('值') + field(' EQ \\o\\ac(○,1) ')), ['值'], ['text-box \\o\\ac(○,1)']],
    ['lists and boxes of old forms', p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="好"/><w:listEntry w:val="良"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'), ['良☑'], []],
    ['content controls', p(`<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="a"/></w:dropDownList></w:sdtPr><w:sdtContent>${t('≥')}</w:sdtContent></w:sdt>${t('30')}`), ['≥30'], []],
    ['an equation', p(`<m:oMath><m:r><m:t>≥</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup><m:d><m:dPr/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d></m:oMath>`), ['≥1/210⁴(x)'], []],
    ['tracked changes as if accepted', p(`<w:del><w:r><w:delText>20</w:delText></w:r></w:del><w:ins>${t('30')}</w:ins>${t('棵')}`), ['30棵'], ['struck-out 20', 'inserted 30']],
    ['no white or tiny letters', p(t('明') + t('暗', WHITE) + t('微', '<w:sz w:val="2"/>')), ['明'], ['hidden-text 暗 | 微']],
    ['white letters on a dark ground', table(td(p(t('指标', WHITE)), '<w:shd w:val="clear" w:fill="1F4E79"/>')), [[['指标']]], []],
    ['no large picture', p(`<w:r><w:drawing><wp:extent cx="5400000" cy="3600000"/><a:blip r:embed="r1"/></w:drawing></w:r>`), [], ['picture 图片']],
    ['no picture in a cell', table(td(p('<w:r><w:drawing><wp:extent cx="76200" cy="76200"/><a:blip r:embed="r1"/></w:drawing></w:r>' + t('30')))), [[['30']]], ['picture 图片']],
    ['no worksheet of another program', p('<w:r><w:object><v:shape style="width:400pt;height:300pt"><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'), [], ['embedded Excel.Sheet.12']],
    ['no readings above letters', p('<w:r><w:ruby><w:rt><w:r><w:t>shù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>树</w:t></w:r></w:rubyBase></w:ruby></w:r>'), ['树'], []],
  ])('%s', async (_, body, shown, unseen) => {
    expect(await read(body)).toEqual({ shown, unseen });
  }); // prettier-ignore

  it('has numbers before the paragraphs of a list', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const body = numbered('产出') + numbered('30棵', 1) + numbered('4次', 1) + numbered('效益') + numbered('5次', 1);
    const { shown } = await read(body + table(td(numbered(''))), {
      'word/numbering.xml': part('numbering', numbering),
    });
    expect(shown).toEqual(['一、产出', '1. 30棵', '2. 4次', '二、效益', '1. 5次', [['三、']]]);
  });

  it('has footnotes and comments, all told in one doubt of each kind', async () => {
    const notes = (name: string, texts: string[]) => texts.map((text, id) => `<w:${name} w:id="${id}">${p(t(text))}</w:${name}>`).join(''); // prettier-ignore
    const mark = (name: string, id: number) => `<w:r><w:${name}Reference w:id="${id}"/></w:r>`;
    const body = p(t('甲') + mark('footnote', 0)) + table(td(p(t('≥30') + mark('footnote', 1) + mark('comment', 0))));
    const { blocks, unseen } = await readDocument(
      docx(body, {
        'word/footnotes.xml': part('footnotes', notes('footnote', ['每月', '不含补种'])),
        'word/comments.xml': part('comments', notes('comment', ['应为40'])),
      }),
      'file.docx',
    );
    expect(textsOf(blocks)).toEqual(['甲', [['≥30']]]);
    expect(unseen).toEqual([
      { kind: 'footnote', text: '每月 | 不含补种', source: '¶1、T1R1' },
      { kind: 'comment', text: '应为40', source: 'T1R1' },
    ]);
  });

  it('has heads and feet of pages, where they say more than the body', async () => {
    const relations = ['header1', 'footer1']
      .map((name) => `<Relationship Id="${name}" Target="${name}.xml"/>`)
      .join('');
    const section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>';
    const { blocks } = await readDocument(
      docx(p(t('绩效表')) + section, {
        'word/_rels/document.xml.rels': strToU8(`<Relationships>${relations}</Relationships>`),
        'word/header1.xml': part('hdr', p(t('绩效表')) + p(t('部门：园林局'))),
        'word/footer1.xml': part('ftr', p(t('第 ') + t('3') + t(' 页')) + p(t('注：单位为棵'))),
      }),
      'file.docx',
    );
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '部门：园林局', source: '页眉 ¶2' },
      { kind: 'paragraph', text: '绩效表', source: '¶1' },
      { kind: 'paragraph', text: '注：单位为棵', source: '页脚 ¶2' },
    ]);
  });

  it('is what styles do not hide', async () => {
    const styles = '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="G"><w:basedOn w:val="H"/></w:style>'; // prettier-ignore
    const body = p(t('明') + t('暗', '<w:rStyle w:val="G"/>') + t('现', '<w:rStyle w:val="G"/><w:vanish w:val="0"/>'));
    const { shown, unseen } = await read(body, { 'word/styles.xml': part('styles', styles) });
    expect([shown, unseen]).toEqual([['明现'], ['hidden-text 暗']]);
  });
});
