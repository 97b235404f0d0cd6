import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

type Value = string | number;

/** As OpenTelemetry counts them: a request that is answered, a question to another program. */
export const KIND = { server: 2, client: 3 } as const;
const FAILED = { code: 2 };

const now = (): string => String(Math.round((performance.timeOrigin + performance.now()) * 1e6));

/** A piece of work with its time, under the one that asked for it; `toJSON` is a span of OTLP. */
export class Span {
  readonly spanId = randomBytes(8).toString('hex');
  private readonly startTimeUnixNano = now();
  private endTimeUnixNano = '';
  private failed = false;

  private constructor(
    readonly traceId: string,
    private readonly parentSpanId: string | undefined,
    private readonly kind: number,
    private readonly name: string,
    private readonly attributes: Record<string, Value>,
  ) {}

  /** The first of this process; `traceparent` (W3C) says what it belongs to further out. */
  static first(name: string, attributes: Record<string, Value>, traceparent = ''): Span {
    const [, traceId, parent] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(traceparent) ?? [];
    return new Span(traceId ?? randomBytes(16).toString('hex'), parent, KIND.server, name, attributes);
  }

  below(name: string, attributes: Record<string, Value>): Span {
    return new Span(this.traceId, this.spanId, KIND.client, name, attributes);
  }

  end(failed: boolean, attributes: Record<string, Value> = {}): this {
    this.endTimeUnixNano = now();
    this.failed = failed;
    Object.assign(this.attributes, attributes);
    return this;
  }

  toJSON() {
    const { traceId, spanId, parentSpanId, name, kind, startTimeUnixNano, endTimeUnixNano, failed } = this;
    const status = failed ? FAILED : {};
    const attributes = attributesOf(this.attributes);
    return { traceId, spanId, parentSpanId, name, kind, startTimeUnixNano, endTimeUnixNano, attributes, status };
  }
}

/** A whole number of 64 bits is text in OTLP's JSON. */
export const attributesOf = (attributes: Readonly<Record<string, Value>>) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'string' ? { stringValue: value } : { intValue: String(value) },
  }));

/** The work that is being done at this point of the program, however deep. */
export const working = new AsyncLocalStorage<Span>();
