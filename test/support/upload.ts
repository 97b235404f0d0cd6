import type { TestApp } from './test-app.js';

const BOUNDARY = 'jixiao-test-boundary';

/** Content by name, in the order in which they are sent. */
export type Files = readonly (readonly [name: string, content: Buffer | string])[];

/** A form with files, as a browser sends it. */
export function formWithFiles(files: Files) {
  const parts = files.flatMap(([name, content]) => {
    const disposition = `Content-Disposition: form-data; name="file"; filename="${name}"`;
    const head = `--${BOUNDARY}\r\n${disposition}\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return [Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')];
  });
  const payload = Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } };
}

export const formWith = (content: Buffer | string, fileName: string) => formWithFiles([[fileName, content]]);

/** Uploads files to /imports as a browser does. */
export function uploadFiles<T>(app: TestApp, files: Files, language = 'zh') {
  const { payload, headers } = formWithFiles(files);
  return app.request<T>('POST', '/imports', { payload, headers: { ...headers, 'accept-language': language } });
}

export const upload = <T>(app: TestApp, content: Buffer | string, fileName: string, language = 'zh') =>
  uploadFiles<T>(app, [[fileName, content]], language);
