import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { DomainError } from '../../domain/domain-error.js';
import { diesWithParent } from '../dies-with-parent.js';
import { type Answer, type Question, resultOf } from './document-answer.js';
import { damagedDocument, tooMuchMemory, tooMuchTime } from './errors.js';

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 512;
/** What programs make of a document lies mostly in the heap; buffers lie outside. */
const MOST_HEAP_MEGABYTES = 320;
const REUSED_UP_TO_MEGABYTES = 160;
const WATCH_EVERY_MS = 25;
const LONGEST_FAULT = 4_000;
const PROGRAM = fileURLToPath(new URL('./document-child.js', import.meta.url));
/** Nothing that the service keeps secret: the process reads what strangers made. */
const ENVIRONMENT = ['PATH', 'TMPDIR', 'TEMP', 'SystemRoot', 'TZ', 'LANG', 'LC_ALL'];
/** A group of its own, so that the programs which it starts end with it. */
const IS_GROUP = process.platform !== 'win32';

/** A process that reads one document after the other, and is ended when one takes too much. */
export class DocumentProcess {
  private readonly child = started();
  private readonly ended: Promise<never>;
  private faults = '';
  private memory = 0;
  private isDone = false;
  private stopped: DomainError | undefined;

  constructor() {
    this.child.stderr?.on('data', (text: Buffer) => {
      this.faults = `${this.faults}${text.toString()}`.slice(-LONGEST_FAULT);
    });
    this.ended = once(this.child, 'exit').then(([code, signal]) => {
      throw this.stopped ?? this.breakdown(code as number | null, signal as string | null);
    });
    this.ended.catch(() => undefined); // it may end while nobody waits for it
  }

  /** Not after a refusal: what was begun for that document may still go on. */
  get isReusable(): boolean {
    return this.child.connected && this.isDone && this.memory < REUSED_UP_TO_MEGABYTES * MEGABYTE;
  }

  /** @throws DomainError of the reading itself, `document-too-large`, `document-unreadable` where the process broke down */
  async run<T>(module: URL, task: object, mostSeconds: number): Promise<T> {
    const watch = this.watch(mostSeconds);
    this.isDone = false;
    try {
      this.hold(true);
      const message = once(this.child, 'message') as Promise<[Answer]>;
      // A process that is gone says so by its exit.
      this.child.send({ module: module.href, task } satisfies Question, () => undefined);
      const [answer] = await Promise.race([message, this.ended]);
      const result = resultOf(answer) as T;
      this.memory = answer.memory;
      this.isDone = true;
      return result;
    } finally {
      clearInterval(watch);
      this.hold(false);
    }
  }

  /** With every program that it started. */
  kill(): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    try {
      process.kill(IS_GROUP ? -pid : pid, 'SIGKILL');
    } catch {
      // gone already
    }
  }

  private watch(mostSeconds: number): NodeJS.Timeout {
    const begun = performance.now();
    return setInterval(() => {
      if (memoryOf(this.child) > MOST_MEGABYTES * MEGABYTE) this.stop(tooMuchMemory(MOST_MEGABYTES));
      else if (performance.now() - begun > mostSeconds * 1000) this.stop(tooMuchTime(mostSeconds));
    }, WATCH_EVERY_MS);
  }

  private stop(why: DomainError): void {
    this.stopped ??= why;
    this.kill();
  }

  /** Node ends itself by SIGABRT where the heap is full, the kernel sends SIGKILL where the memory of the machine is. */
  private breakdown(code: number | null, signal: string | null): Error {
    if (signal === 'SIGABRT' || signal === 'SIGKILL') return tooMuchMemory(MOST_MEGABYTES);
    if (signal !== null) return damagedDocument();
    return new Error(`the process that reads documents ended with code ${code}: ${this.faults}`);
  }

  /** Only while it reads does it keep the service from ending. */
  private hold(on: boolean): void {
    const { child } = this;
    for (const handle of [child, child.channel, child.stderr as Socket | null]) {
      if (on) handle?.ref();
      else handle?.unref();
    }
  }
}

function started(): ChildProcess {
  const [execPath, ...prefix] = [...diesWithParent('KILL'), process.execPath];
  const options = process.execArgv.filter((option) => !/^--(inspect|max-|enable-source-maps)/.test(option));
  return fork(PROGRAM, [], {
    execPath,
    execArgv: [...prefix, ...options, `--max-old-space-size=${MOST_HEAP_MEGABYTES}`],
    env: Object.fromEntries(ENVIRONMENT.flatMap((name) => (name in process.env ? [[name, process.env[name]]] : []))),
    detached: IS_GROUP,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** In bytes; 0 where the system does not tell. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
