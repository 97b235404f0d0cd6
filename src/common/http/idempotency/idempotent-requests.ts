import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { failureOf } from '../problem-details.js';
import { IdempotencyKeysRepository, type KeyedRequest, type KnownRequest } from './idempotency-keys.repository.js';
import { keyReused, outcomeUnknown, requestUnderWay } from './errors.js';

export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
}

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 400;
const PATIENCE_MS = 20_000;
/** No request takes this long: the process that was at it is gone. */
const ABANDONED_MS = 5 * 60_000;
/** After these, nobody can say whether the change was committed. */
const UNSURE = ['http-500', 'database-unavailable'];

/** Does a keyed request once, however often it comes: at most once, even when the service is killed in the middle. */
@Injectable()
export class IdempotentRequests {
  constructor(
    private readonly keys: IdempotencyKeysRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer that the request got before, waiting for it where it is under way in this or another process.
   * @param readThrough reads the files of an upload and returns their hash
   * @returns null: it is new, and the caller's to do.
   * @throws DomainError `idempotency-key-reused`, `request-under-way`, `outcome-unknown`
   */
  async answerOf(request: KeyedRequest, readThrough: () => Promise<string>): Promise<StoredAnswer | null> {
    for (let waited = 0, wait = FIRST_PAUSE_MS; waited <= PATIENCE_MS; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      const known = await this.keys.claim(request, this.clock.now());
      if (known === null) return null;
      if (known && isDone(known)) return answerTo(known, await completed(request, readThrough));
      if (known) this.checkUnderWay(known, request);
      await pause(wait);
      waited += wait;
    }
    throw requestUnderWay();
  }

  /** @param read hash of the files of an upload */
  async keep(request: KeyedRequest, { status, body }: StoredAnswer, read: string): Promise<void> {
    await this.keys.keep(await completed(request, () => read), status, JSON.stringify(body));
  }

  /** A refused request changed nothing and may be sent again under its key. */
  async failed(request: KeyedRequest, error: unknown): Promise<void> {
    const unsure = UNSURE.includes(failureOf(error).error.code);
    await (unsure ? this.keys.leaveUnsure(request) : this.keys.release(request));
  }

  /** @returns how many keys are free again */
  deleteExpired(at: Date): Promise<number> {
    return this.keys.deleteExpired(at);
  }

  private checkUnderWay({ state, createdAt, ...known }: KnownRequest, { request }: KeyedRequest): void {
    if (known.request !== request) throw keyReused();
    const abandoned = this.clock.now().getTime() - createdAt.getTime() > ABANDONED_MS;
    if (state === 'unsure' || abandoned) throw outcomeUnknown();
  }
}

const isDone = ({ state }: KnownRequest): boolean => state === 'done';

function answerTo({ status, answer, ...known }: KnownRequest, { request }: KeyedRequest): StoredAnswer {
  if (known.request !== request) throw keyReused();
  return { status: status ?? 200, body: JSON.parse(answer ?? 'null') as unknown };
}

/** With the files of an upload, once they have been read. */
async function completed(keyed: KeyedRequest, read: () => string | Promise<string>): Promise<KeyedRequest> {
  return keyed.isUpload ? { ...keyed, request: `${keyed.request} ${await read()}` } : keyed;
}
