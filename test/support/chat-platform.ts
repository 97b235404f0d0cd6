import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly url: URL;
  readonly body: { msgtype: string; markdown: { content?: string; title?: string; text?: string } };
}

const TAKEN = { status: 200, body: { errcode: 0, errmsg: 'ok' } };

/** A platform of the test's own that answers as WeCom and DingTalk do. */
export class ChatPlatform {
  readonly received: Received[] = [];
  answer: { status: number; body: object; location?: string } = TAKEN;

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(): Promise<ChatPlatform> {
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const { answer, origin } = platform;
        platform.received.push({ url: new URL(request.url ?? '', origin), body: JSON.parse(text) as Received['body'] });
        response.writeHead(answer.status, answer.location ? { location: answer.location } : {});
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const platform = new ChatPlatform(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return platform;
  }

  forget(): void {
    this.received.length = 0;
    this.answer = TAKEN;
  }

  stop(): void {
    this.server.close();
  }
}
