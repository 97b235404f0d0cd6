import { pipeline, Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { ImportError } from '../../import-error.js';

/** Ten times the contents of the fullest page; an embedded font has some 20 MB. */
const MOST_MEGABYTES = 64;
const MEGABYTE = 1024 * 1024;
/** A dictionary stands before its stream. */
const LONGEST_DICTIONARY = 4_096;
const STREAM = 'stream';

/**
 * Inflates what is packed in a PDF and keeps nothing: pdf.js unpacks a stream into memory as a whole, and 2 MB can hold
 * gigabytes. Pictures are left out, since they are not unpacked.
 * @throws ImportError `document-too-large`
 */
export async function checkStreams(bytes: Buffer): Promise<void> {
  for (let at = bytes.indexOf(STREAM); at >= 0; at = bytes.indexOf(STREAM, at + STREAM.length)) {
    const before = bytes.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const filters = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (!dictionary.trimEnd().endsWith('>>') || filters === 0 || /\/Image\b/.test(dictionary)) continue;
    const begins = at + STREAM.length + (bytes[at + STREAM.length] === 0x0d ? 2 : 1);
    const ends = bytes.indexOf('endstream', begins);
    let contents: Readable = Readable.from([bytes.subarray(begins, ends < 0 ? undefined : ends)]);
    for (let filter = 0; filter < filters; filter += 1) contents = Readable.from(inflated(contents));
    for await (const _ of contents); // counted on the way
  }
}

/** What is no packed data ends it without an error: whether it is one is for the library to say. */
async function* inflated(packed: Readable): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const chunk of pipeline(packed, createInflate(), () => undefined) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_MEGABYTES * MEGABYTE) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
  }
}

const tooLarge = () =>
  new ImportError('document-too-large', null, {
    zh: `PDF 中有一部分解压后超过 ${MOST_MEGABYTES} MB。请只保留绩效目标表所在的页后重试。`,
    en: `A part of the PDF inflates to more than ${MOST_MEGABYTES} MB. Keep only the pages with the target sheets and try again.`,
  });
