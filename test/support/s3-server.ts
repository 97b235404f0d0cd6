import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const REGION = 'us-east-1';
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

/** Speaks enough S3 for keeping files, and believes nobody: it computes each signature itself (AWS SigV4). */
export class S3Server {
  readonly objects = new Map<string, Buffer>();
  /** Answers every request with this status, as a service in trouble does. */
  trouble: number | undefined;
  private readonly server: Server;

  private constructor(
    private readonly accessKeyId: string,
    private readonly secret: string,
  ) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(accessKeyId: string, secret: string): Promise<S3Server> {
    const s3 = new S3Server(accessKeyId, secret);
    await new Promise<void>((resolve) => s3.server.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const [status, content] = this.statusFor(request, body);
    response.writeHead(status).end(content);
  }

  private statusFor(request: IncomingMessage, body: Buffer): [number, (Buffer | string)?] {
    const { method, url = '/', headers } = request;
    if (this.trouble) return [this.trouble, '<Error><Code>SlowDown</Code></Error>'];
    if (!this.isSigned(request)) return [403, '<Error><Code>SignatureDoesNotMatch</Code></Error>'];
    const { 'content-length': length, 'x-amz-content-sha256': hash } = headers;
    if (method === 'PUT' && length === undefined) return [411, '<Error><Code>MissingContentLength</Code></Error>'];
    if (method === 'PUT' && hash !== sha256(body))
      return [400, '<Error><Code>XAmzContentSHA256Mismatch</Code></Error>'];
    if (method === 'PUT') this.objects.set(url, body);
    if (method === 'DELETE') return [this.objects.delete(url) ? 204 : 404];
    const content = this.objects.get(url);
    return content ? [200, method === 'GET' ? content : ''] : [404, '<Error><Code>NoSuchKey</Code></Error>'];
  }

  /** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
  private isSigned({ method = '', url = '/', headers }: IncomingMessage): boolean {
    const form = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/[^,]+, SignedHeaders=([^,]+), Signature=(\w+)$/;
    const [, key, day = '', names = '', signature] = form.exec(headers.authorization ?? '') ?? [];
    const [path = '', query = ''] = url.split('?');
    const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
    const hash = String(headers['x-amz-content-sha256']);
    const canonical = [method, path, query, signed.join(''), names, hash].join('\n');
    const scope = `${day}/${REGION}/s3/aws4_request`;
    const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
    const signing = [REGION, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${this.secret}`, day));
    return key === this.accessKeyId && hmac(signing, toSign).toString('hex') === signature;
  }
}
