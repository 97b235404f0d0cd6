import { eventually } from './eventually.js';

interface Received {
  readonly name: string;
  readonly data: unknown;
}

/** Reads server-sent events over a real connection, as a browser does. */
export class EventSource {
  readonly received: Received[] = [];
  heartbeats = 0;
  ended = false;

  private constructor(
    readonly headers: Headers,
    private readonly abort: AbortController,
  ) {}

  /** Connected, and told that it is. */
  static async open(address: string, token: string): Promise<EventSource> {
    const abort = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${address}/api/v1/events`, { headers, signal: abort.signal });
    if (!answer.ok || !answer.body) throw new Error(`events: ${answer.status} ${await answer.text()}`);
    const source = new EventSource(answer.headers, abort);
    void source.read(answer.body);
    await source.next('ready');
    return source;
  }

  /** The first event of that name since the last call. */
  async next(name: string): Promise<unknown> {
    await eventually(
      () => this.received.some((event) => event.name === name),
      (there) => there,
    );
    const index = this.received.findIndex((event) => event.name === name);
    return this.received.splice(0, index + 1).at(-1)?.data;
  }

  close(): void {
    this.abort.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // closed from this side
    }
    this.ended = true;
  }

  private take(block: string): void {
    const name = /^event: (.+)$/m.exec(block)?.[1];
    const data = /^data: (.+)$/m.exec(block)?.[1];
    if (name && data) this.received.push({ name, data: JSON.parse(data) });
    else if (block === ':') this.heartbeats += 1;
  }
}
