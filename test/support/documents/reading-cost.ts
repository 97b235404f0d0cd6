import { readFileSync, writeFileSync } from 'node:fs';

const MEGABYTE = 1024 * 1024;
const LOOK_EVERY_MS = 10;

export interface Cost {
  /** Most memory of the process that reads, in megabytes. */
  readonly reader: number;
  /** What the memory of this process, which stands for the service, grew by. */
  readonly service: number;
  readonly seconds: number;
}

/** What the work costs this process and those that it starts (Linux: proc(5)). */
export async function costOf<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly cost: Cost }> {
  for (const pid of children()) forgetPeak(pid);
  const [before, started] = [process.memoryUsage.rss(), performance.now()];
  let [reader, service] = [0, before];
  const look = () => {
    reader = Math.max(reader, ...children().map(peakOf));
    service = Math.max(service, process.memoryUsage.rss());
  };
  look(); // a reader that stands by may be done and gone sooner than the first interval
  const timer = setInterval(look, LOOK_EVERY_MS);
  try {
    const result = await work();
    look();
    const seconds = (performance.now() - started) / 1000;
    return { result, cost: { reader, service: (service - before) / MEGABYTE, seconds } };
  } finally {
    clearInterval(timer);
  }
}

const children = (): string[] =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);

/** A process that is gone has none. */
function peakOf(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function forgetPeak(pid: string): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // gone
  }
}

/** The environment of each process that this one started and that is still there. */
export const environmentsOfReaders = (): string[] => children().flatMap(environmentOf);

function environmentOf(pid: string): string[] {
  try {
    return [readFileSync(`/proc/${pid}/environ`, 'utf8')];
  } catch {
    return []; // an earlier one that is just ending
  }
}
