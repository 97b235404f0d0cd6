import type { TestApp } from './test-app.js';

const BOUNDARY = 'jixiao-test-boundary';

/** A form with one file, as a browser sends it. */
export function formWith(content: Buffer | string, fileName: string) {
  const disposition = `Content-Disposition: form-data; name="file"; filename="${fileName}"`;
  const head = `--${BOUNDARY}\r\n${disposition}\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } };
}

/** Uploads one file to /imports as a browser does. */
export function upload<T>(app: TestApp, content: Buffer | string, fileName: string, language = 'zh') {
  const { payload, headers } = formWith(content, fileName);
  return app.request<T>('POST', '/imports', { payload, headers: { ...headers, 'accept-language': language } });
}
