import { readDocument } from '../index.js';

it('a web page in one file tells of the files that it carries, and not of its pictures', async () => {
  const parts = [
    'Content-Type: text/html; charset="utf-8"\r\n\r\n<p>goal</p>',
    'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=',
    'Content-Type: text/css\r\n\r\np {}',
    'Content-Type: application/vnd.ms-excel; name="targets.xls"\r\nContent-Disposition: attachment\r\n\r\nx',
    'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="2031.docx"\r\n\r\nx',
  ];
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_page"\r\n';
  const file = `${head}\r\n${parts.map((part) => `------=_page\r\n${part}\r\n`).join('')}------=_page--\r\n`;
  const { blocks, unseen } = await readDocument(Buffer.from(file), 'file.mhtml');
  expect(blocks).toMatchObject([{ kind: 'paragraph', text: 'goal' }]);
  expect(unseen.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['embedded targets.xls | 2031.docx']);
});
