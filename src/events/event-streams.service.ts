import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { StandingAccess } from '../auth/access/standing-access.js';
import type { Actor } from '../common/access/actor.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../domain/domain-error.js';
import { EventListener, type Listening } from './event-listener.js';
import { EventStream } from './event-stream.js';

const MOST_PER_USER = 10;
const MOST_IN_ALL = 1_000;
/** A page sees nothing more five seconds after its session ended. */
const CHECK_EVERY_MS = 4_000;
/** The departments somebody sees are those of the beginning; after this time the page comes back and is asked anew. */
const LONGEST_MS = 30 * 60_000;

/** The open pages of this process. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly logger = new Logger(EventStreams.name);
  private readonly streams = new Set<EventStream>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly listener: EventListener,
    private readonly access: StandingAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws TooManyStreamsError */
  async open(actor: Actor, credential: string): Promise<EventStream> {
    const own = [...this.streams].filter((stream) => stream.actor.userId === actor.userId).length;
    // A page that came back while the service stops would keep it from stopping.
    if (this.stopped || own >= MOST_PER_USER || this.streams.size >= MOST_IN_ALL) throw new TooManyStreamsError();
    const stream = new EventStream(actor, credential, this.clock.now());
    this.streams.add(stream);
    stream.once('close', () => this.streams.delete(stream));
    await this.listener.ensure(this.listening);
    stream.ready();
    this.timer ??= setInterval(() => void this.check(), CHECK_EVERY_MS).unref();
    return stream;
  }

  /** Ends the streams of those who are signed out, and shows the others that the connection lives. */
  async check(): Promise<void> {
    if (this.streams.size === 0) return;
    const openedAfter = this.clock.now().getTime() - LONGEST_MS;
    try {
      await this.listener.ensure(this.listening);
      const standing = await this.access.standing([...this.streams].map(({ credential }) => credential));
      for (const stream of this.streams) {
        if (standing.has(stream.credential) && stream.openedAt.getTime() > openedAfter) stream.heartbeat();
        else stream.end();
      }
    } catch (error) {
      // Who may still see what cannot be known: nobody is shown anything.
      this.logger.warn({ error: error instanceof Error ? error.message : String(error) });
      this.endAll();
    }
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearInterval(this.timer);
    this.endAll();
  }

  private readonly listening: Listening = {
    onEvent: (event) => {
      for (const stream of this.streams) stream.deliver(event);
    },
    onGap: () => {
      for (const stream of this.streams) stream.ready();
    },
  };

  private endAll(): void {
    for (const stream of this.streams) stream.end();
  }
}

/** Too many open pages (429); `retryAfter` in seconds. */
class TooManyStreamsError extends DomainError {
  readonly retryAfter = 30;
  constructor() {
    super('too-many', 'too-many-requests', {
      zh: '打开的页面过多，请关闭一些后再试。',
      en: 'Too many pages are open; close some and try again.',
    });
  }
}
