import { Logger } from '@nestjs/common';
import { PROGRAM_VERSION } from '../common/program-version.js';
import { attributesOf, type Span } from './span.js';

const EVERY_MS = 2_000;
/** What a collector that does not answer may cost: older ones are dropped. */
const MOST = 5_000;
const LIMIT_MS = 10_000;

/** Where spans are sent, as the settings of OpenTelemetry name it. */
export interface Collector {
  readonly endpoint: string;
  /** `name=value,…`, such as a key of the collector. */
  readonly headers: string;
  readonly service: string;
}

/** Sends spans in batches, as JSON of OTLP over HTTP. */
export class SpanSender {
  private readonly logger = new Logger(SpanSender.name);
  private readonly url: string;
  private readonly timer = setInterval(() => void this.send(), EVERY_MS).unref();
  private waiting: Span[] = [];
  private isFailing = false;

  constructor(private readonly collector: Collector) {
    this.url = `${collector.endpoint.replace(/\/+$/, '')}/v1/traces`;
  }

  add(span: Span): void {
    if (this.waiting.length < MOST) this.waiting.push(span);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.send();
  }

  private async send(): Promise<void> {
    const spans = this.waiting.splice(0);
    if (spans.length === 0) return;
    const { service, headers } = this.collector;
    const attributes = attributesOf({ 'service.name': service, 'service.version': PROGRAM_VERSION });
    const scopeSpans = [{ scope: { name: 'jixiao' }, spans }];
    try {
      const { ok, status } = await fetch(this.url, {
        redirect: 'error', // the key of the collector is for nobody else
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headersOf(headers) },
        body: JSON.stringify({ resourceSpans: [{ resource: { attributes }, scopeSpans }] }),
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      if (!ok) throw new Error(`status ${status}`);
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.logger.warn({ message: 'traces cannot be sent', url: this.url, error: String(error) });
      this.isFailing = true; // told once, not every two seconds
    }
  }
}

const headersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .map((pair) => pair.split('='))
      .flatMap(([name, ...value]) => (name?.trim() ? [[name.trim(), decodeURIComponent(value.join('=').trim())]] : [])),
  );
