import exceljs, { type Worksheet } from 'exceljs';
import type { Department } from '../../../src/organisation/department.entity.js';
import { UserFactory } from '../../factories/user.factory.js';
import type { TestApp } from '../test-app.js';
import { formWith } from '../upload.js';

export interface UploadAnswer {
  readonly written: number;
  readonly refused: number;
  readonly rows: readonly {
    readonly row: number;
    readonly outcome: string;
    readonly questions: readonly { readonly code: string }[];
    readonly problem: {
      readonly code: string;
      readonly errors: { code: string; pointer: string; message: string }[];
    } | null;
  }[];
}

/** The template of a month, as the performance office downloads it for a department, or as somebody else does. */
export async function downloadTemplate(
  app: TestApp,
  { id }: Department,
  month: string,
  { token, ...headers }: Record<string, string> = {},
): Promise<Buffer> {
  const url = `/api/v1/progress-entries/template?month=${month}${token ? '' : `&departmentId=${id}`}`;
  const authorization = `Bearer ${token ?? (await UserFactory.as('performance-office').insert(app.manager)).token}`;
  const answer = await app.fastify.inject({ url, headers: { authorization, ...headers } });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

export async function firstSheetOf(workbook: Buffer): Promise<Worksheet> {
  const opened = new exceljs.Workbook();
  await opened.xlsx.load(new Uint8Array(workbook).buffer);
  return opened.worksheets[0]!;
}

/** The workbook as somebody saved it who changed its first sheet. */
export async function changedWorkbook(workbook: Buffer, change: (sheet: Worksheet) => unknown): Promise<Buffer> {
  const sheet = await firstSheetOf(workbook);
  change(sheet);
  return Buffer.from(await sheet.workbook.xlsx.writeBuffer());
}

export function sendTemplate(
  app: TestApp,
  content: Buffer,
  { month, query = '', headers = {} }: { month: string; query?: string; headers?: Record<string, string> },
) {
  const form = formWith(content, '填报.xlsx');
  return app.request<UploadAnswer>('POST', `/progress-entries/template?month=${month}${query}`, {
    ...form,
    headers: { ...form.headers, ...headers },
  });
}

/** What became of each row: the code of its refusal, or its outcome. */
export const outcomesOf = ({ body }: { body: UploadAnswer }) =>
  body.rows.map(({ outcome, problem }) => problem?.code ?? outcome);
