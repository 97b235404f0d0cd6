import { Readable } from 'node:stream';
import type { Actor } from '../common/access/actor.js';
import { type Event, isFor } from './event.js';

/** What a client that does not read may pile up here before it is cut off; it comes back and looks afresh. */
const MOST_UNREAD_BYTES = 64 * 1024;
const RECONNECT_AFTER_MS = 3_000;

/** One open page: events as text/event-stream (WHATWG HTML, 9.2). */
export class EventStream extends Readable {
  constructor(
    readonly actor: Actor,
    /** What the page was let in by. */
    readonly credential: string,
    readonly openedAt: Date,
  ) {
    super();
    this.write(`retry: ${RECONNECT_AFTER_MS}\n`);
  }

  /** Nothing is made on demand: events come when they come. */
  override _read(): void {
    return;
  }

  /** Whatever the page shows may be out of date: at the beginning, and when events may have been missed. */
  ready(): void {
    this.write('event: ready\ndata: {}\n\n');
  }

  deliver(event: Event): void {
    if (isFor(event, this.actor)) this.write(`event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`);
  }

  /** A comment: keeps proxies from closing the connection, and finds out when the other side is gone. */
  heartbeat(): void {
    this.write(':\n\n');
  }

  end(): void {
    if (!this.destroyed) this.push(null);
  }

  private write(text: string): void {
    if (this.destroyed) return;
    this.push(text);
    if (this.readableLength > MOST_UNREAD_BYTES) this.destroy();
  }
}
