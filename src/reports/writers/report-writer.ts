import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { ReportDocument } from '../model/report-document.js';
import type { ReportFormat } from './formats.js';
import type { WritingTask } from './writing-thread.js';

const KEPT_WHEN_IDLE_MS = 60_000;

/**
 * Writes reports in a thread of their own: setting the pages of one takes up to a second, and nobody's request waits for
 * it. One after the other: a thread holds 20 MB of fonts.
 */
@Injectable()
export class ReportWriter implements OnApplicationShutdown {
  private readonly threads = new Piscina<WritingTask, Uint8Array>({
    filename: new URL('./writing-thread.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    idleTimeout: KEPT_WHEN_IDLE_MS,
  });

  /** The report as a file: the same document gives the same bytes. */
  async write(document: ReportDocument, format: ReportFormat): Promise<Buffer> {
    const bytes = await this.threads.run({ document, format });
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  onApplicationShutdown(): Promise<void> {
    return this.threads.destroy();
  }
}
