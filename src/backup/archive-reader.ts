import { createHash } from 'node:crypto';
import { extract, type Extract, type Header } from 'tar-stream';
import type { Measured } from './backup-manifest.js';

/** One member of a backup; its content is read before the next one, or skipped. */
export interface Member {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

type Entry = AsyncIterable<Uint8Array> & { readonly header: Header };

/** The members of an archive in their order, those in pieces (see ArchiveWriter) put together again. */
export async function* membersOf(archive: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  const entries = entriesOf(archive);
  let next = await entries.next();
  while (!next.done) {
    const { name } = next.value.header;
    const content = wholeOf(name);
    yield { name, content };
    await skip(content);
  }

  async function* wholeOf(name: string): AsyncGenerator<Uint8Array> {
    for (let number = 1; !next.done; number += 1) {
      yield* next.value;
      next = await entries.next();
      if (next.done || next.value.header.name !== `${name}.${number}`) return;
    }
  }
}

/** @throws what reading the archive threw, or that it ends too early */
async function* entriesOf(archive: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const reader = extract();
  const filling = fill(archive, reader);
  try {
    yield* reader as AsyncIterable<Entry>;
  } finally {
    reader.destroy(null);
    await filling;
  }
}

async function fill(archive: AsyncIterable<Uint8Array>, reader: Extract): Promise<void> {
  try {
    for await (const chunk of archive) {
      if (reader.destroyed) return;
      if (!reader.write(chunk)) await drained(reader);
    }
    reader.end(null);
  } catch (error) {
    reader.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

const drained = (reader: Extract): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      reader.off('drain', go).off('close', go);
      resolve();
    };
    reader.on('drain', go).on('close', go);
  });

async function skip(content: AsyncIterable<Uint8Array>): Promise<void> {
  await measured(content);
}

/** Reads to the end, and says what it was. */
export async function measured(content: AsyncIterable<Uint8Array>): Promise<Measured> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
