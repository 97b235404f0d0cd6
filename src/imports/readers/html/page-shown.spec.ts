import type { Block } from '../../table-model.js';
import { readDocument } from '../index.js';

const textsOf = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text));
async function read(html: string) {
  const { blocks, unseen } = await readDocument(Buffer.from(`<html><body>${html}`), 'file.html');
  return { shown: textsOf(blocks), unseen: unseen.map(({ kind, text }) => `${kind} ${text}`) };
}
const td = (inside: string) => `<table><tr><td>${inside}</td></tr></table>`;

describe('what a web page shows', () => {
  it.each<[string, string, unknown[], string[]]>([
    ['fields of forms', td('<input value="≥30"><input type="hidden" value="x"><textarea>棵</textarea>'), [[['≥30棵']]], []],
    ['the choice of a list', td('<select><option>≥<option selected>≤</select><select><option>棵<option>次</select>'), [[['≤棵']]], []],
    ['boxes', td('<input type="checkbox" checked>是<input type="radio">否'), [[['☑是□否']]], []],
    ['the caption of a table', '<table><caption>绩效表</caption><tr><td>甲</td></tr></table>', ['绩效表', [['甲']]], []],
    ['text as written', '<pre>绩效表\n甲\t乙\n丙\t丁</pre>', ['绩效表', [['甲', '乙'], ['丙', '丁']]], []],
    ['numbers of lists', '<ol start="3"><li>甲<li>乙</ol><ul><li>丙</ul>', ['3. 甲', '4. 乙', '丙'], []],
    ['nothing that a class hides', '<style>.x{display:none} td.y{visibility:hidden} @media print{.z{display:none}}</style><table><tr><td class="x">暗</td><td class="y">藏</td><td class="z">明</td></tr></table>', [[['明']]], ['hidden-text 暗 | 藏']],
    ['nothing without size or opacity', '<p>明<span style="font-size:0">零</span><b style="opacity:0">透</b><b style="font-size:0.9em">小</b></p>', ['明小'], ['hidden-text 零 | 透']],
    ['nothing white on white', '<p>明<font style="color:#FFFFFF">白</font></p><div style="background:#1f4e79"><span style="color:white">蓝底</span></div>', ['明', '蓝底'], ['hidden-text 白']],
    ['no rows of a hidden part', '<table><tbody style="display:none"><tr><td>暗</td></tr></tbody><tr><td>明</td></tr></table>', [[['明']]], ['hidden-rows 暗']],
    ['what a class strikes out', '<style>.d{text-decoration:line-through}</style><p><span class="d">20</span>30</p>', ['30'], ['struck-out 20']],
    ['exponents and entities', td('10<sup>4</sup>m<sup>2</sup>&nbsp;&ge;&#8805;'), [[['10⁴m² ≥≥']]], []],
    ['cells that span beyond the end', '<table><tr><td rowspan="9">甲</td><td>乙</td></tr></table>', [[['甲', '乙']]], []],
    ['no frame and no large picture', '<p>前</p><iframe src="t.html"></iframe><img width="600" height="400" alt="目标表"><img width="20" height="20">', ['前'], ['embedded t.html', 'picture 目标表']],
    ['no small picture in a cell, but the sign that it stands for', td('<img src="a.png" alt="≥">30<img src="b.png"><img src="c.gif" width="1" height="1">'), [[['≥30']]], ['picture 图片']],
    ['text of a drawing', '<p>前</p><svg><text>≥30</text></svg>', ['前'], ['text-box ≥30']],
  ])('%s', async (_, html, shown, unseen) => {
    expect(await read(html)).toEqual({ shown, unseen });
  }); // prettier-ignore
});
