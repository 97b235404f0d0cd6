import { type ProblemDetails, TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

describe('a file that cannot be imported', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  it.each([
    ['an empty file', '', 'document-empty'],
    ['a damaged PDF that was renamed .txt', '%PDF-1.7\n1 0 obj\n', 'document-unreadable'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'document-unreadable'],
    ['a text without any table', '关于召开会议的通知\n请按时参加。\n', 'no-sheets'],
    ['a damaged file', Buffer.from([1, 2, 3, 0, 0, 255, 254, 9, 0]), 'document-unreadable'],
  ])('%s is refused in the language of the caller, and nothing is written', async (_, content, code) => {
    const chinese = await upload<ProblemDetails>(app, content, '预算.txt', 'zh-CN');
    const english = await upload<ProblemDetails>(app, content, '预算.txt', 'en');
    for (const { status, headers, body } of [chinese, english]) {
      expect([status, body.code]).toEqual([422, code]);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    }
    expect(chinese.body.title).toMatch(/[一-鿿]/);
    expect(english.body.title).toMatch(/^[A-Z][a-z]/);
    expect(await app.count('document_import')).toBe(0);
  });

  it('a file of more than 20 MB is refused with 413', async () => {
    const { status, body } = await upload<ProblemDetails>(app, Buffer.alloc(21 * 1024 * 1024, 0x41), 'large.txt');
    expect([status, body.code]).toEqual([413, expect.stringMatching(/too-large|413/)]);
    expect(body.title).toMatch(/[一-鿿]/);
    expect(await app.count('document_import')).toBe(0);
  });

  it('a file of only white space is called empty', async () => {
    expect((await upload<ProblemDetails>(app, ' \r\n\t\n', 'blank.txt')).body.code).toBe('document-empty');
  });

  it('a request without a file says that one is needed', async () => {
    const { status, body } = await app.request('POST', '/imports', { body: {} });
    expect([status, body.errors[0]?.pointer]).toEqual([400, '/file']);
  });
});
