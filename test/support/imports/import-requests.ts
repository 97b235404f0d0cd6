import { bearer, ifMatch, type ProblemDetails, type TestApp } from '../test-app.js';
import { formWith } from '../upload.js';

export interface ShownDoubt {
  readonly key: string;
  readonly code: string;
  readonly severity: string;
  readonly sheetId: string | null;
  readonly message: { readonly zh: string; readonly en: string };
  readonly answered: object | null;
  readonly answers: readonly { readonly choice: string; readonly part: string; readonly value: object }[];
}
export interface ShownImport {
  readonly id: string;
  readonly version: number;
  readonly adoption: { readonly targetSheetIds: readonly string[] } | null;
  readonly draft: {
    readonly sheets: readonly { readonly id: string; readonly departmentId: string | null }[];
    readonly doubts: readonly ShownDoubt[];
  };
}

/** What a person does with a document from its upload to its adoption, over HTTP. */
export class ImportRequests {
  /** @param token of whoever does it; null: the performance office */
  constructor(
    private readonly app: TestApp,
    private readonly token: string | null = null,
  ) {}

  by(token: string): ImportRequests {
    return new ImportRequests(this.app, token);
  }

  async upload(content: Buffer | string, fileName = '绩效目标.txt'): Promise<ShownImport> {
    const { payload, headers } = formWith(content, fileName);
    return (await this.post<ShownImport>('', { payload, headers })).body;
  }

  repair(id: string, version: number, ...repairs: object[]) {
    return this.post<ShownImport & ProblemDetails>(`/${id}/repairs`, { body: { repairs }, headers: ifMatch(version) });
  }

  adopt(id: string, body: object = {}) {
    return this.post<{ targetSheetIds: string[] } & ProblemDetails>(`/${id}/adopt`, { body });
  }

  undo(id: string, version: number, reason = '上传了旧版文件') {
    return this.post<ShownImport & ProblemDetails>(`/${id}/undo-adoption`, {
      body: { reason },
      headers: ifMatch(version),
    });
  }

  private post<T>(path: string, sent: { body?: object; payload?: Buffer; headers?: Record<string, string> }) {
    const headers = { ...sent.headers, ...(this.token !== null && bearer(this.token)) };
    return this.app.request<T>('POST', `/imports${path}`, { ...sent, headers });
  }
}
