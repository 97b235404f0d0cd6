import { inflateSync } from 'node:zlib';
import { damagedDocument } from '../../../common/documents/errors.js';
import { checkPixels, unknownPicture } from './picture-errors.js';
import type { PicturePage } from './picture-page.js';

const SIGNATURE = 8;
/** Samples of a pixel by the type of its colours: grey, RGB, palette, grey and alpha, RGB and alpha. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A PNG file. @throws DomainError `document-unreadable`, `document-too-large`, `format-unsupported` */
export function pngPage(bytes: Buffer): PicturePage {
  const chunks = chunksOf(bytes);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (!head || head.length < 13) throw damagedDocument();
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [bits = 0, colours = 0, , , interlaced] = head.subarray(8);
  const samples = SAMPLES[colours];
  if (!samples) throw damagedDocument();
  checkPixels(width, height);
  if (interlaced !== 0 || (samples % 2 === 0 && bits !== 8)) throw unknownPicture();
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const rows = inflated(packed, (Math.ceil((width * samples * bits) / 8) + 1) * height);
  if (samples % 2 === 0) {
    const opaque = withoutAlpha(rows, width, height, samples);
    return { width, height, dictionary: `/ColorSpace /Device${samples === 2 ? 'Gray' : 'RGB'} /BitsPerComponent 8`, data: opaque }; // prettier-ignore
  }
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
  if (colours === 3 && !palette) throw damagedDocument();
  const indexed = `[/Indexed /DeviceRGB ${(palette?.length ?? 3) / 3 - 1} <${palette?.toString('hex')}>]`;
  const space = colours === 3 ? indexed : colours === 2 ? '/DeviceRGB' : '/DeviceGray';
  const predictor = `/Predictor 15 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width}`;
  const dictionary = `/ColorSpace ${space} /BitsPerComponent ${bits} /Filter /FlateDecode /DecodeParms << ${predictor} >>`;
  return { width, height, dictionary, data: packed };
}

function chunksOf(bytes: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const found = [];
  for (let at = SIGNATURE; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

/** As long as the picture says that it is, and no longer. */
function inflated(packed: Buffer, length: number): Buffer {
  try {
    const rows = inflateSync(packed, { maxOutputLength: length });
    if (rows.length === length) return rows;
  } catch {
    // told below
  }
  throw damagedDocument();
}

/** Undoes the filters of the rows (PNG, 9.2), and lays what can be seen through on white. */
function withoutAlpha(rows: Buffer, width: number, height: number, samples: number): Buffer {
  const stride = width * samples;
  const opaque = Buffer.alloc(width * height * (samples - 1));
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = rows.subarray(start + 1, start + 1 + stride);
    unfilter(rows[start] ?? 0, row, above, samples);
    for (let x = 0; x < width; x += 1) {
      const alpha = (row[(x + 1) * samples - 1] ?? 255) / 255;
      for (let sample = 0; sample < samples - 1; sample += 1)
        opaque[(y * width + x) * (samples - 1) + sample] =
          (row[x * samples + sample] ?? 255) * alpha + 255 * (1 - alpha);
    }
    above = row;
  }
  return opaque;
}

function unfilter(filter: number, row: Uint8Array, above: Uint8Array, samples: number): void {
  for (let at = 0; at < row.length; at += 1) {
    const left = at >= samples ? (row[at - samples] ?? 0) : 0;
    const up = above[at] ?? 0;
    const corner = at >= samples ? (above[at - samples] ?? 0) : 0;
    const guesses = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0];
    row[at] = (row[at] ?? 0) + (guesses[filter] ?? 0);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  if ((byLeft ?? 0) <= (byUp ?? 0) && (byLeft ?? 0) <= (byCorner ?? 0)) return left;
  return (byUp ?? 0) <= (byCorner ?? 0) ? up : corner;
}
