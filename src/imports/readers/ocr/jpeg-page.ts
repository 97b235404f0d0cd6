import { damagedDocument } from '../../../common/documents/errors.js';
import { checkPixels, unknownPicture } from './picture-errors.js';
import type { PicturePage } from './picture-page.js';

const EXIF = 0xe1;
const SCAN = 0xda;
/** By the number of its samples. */
const SPACES: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB' };
/** Clockwise, by what a camera notes. */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 };
const ORIENTATION = 0x0112;

/** A JPEG file. @throws DomainError `document-unreadable`, `document-too-large`, `format-unsupported` */
export function jpegPage(bytes: Buffer): PicturePage {
  let turn = 0;
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const length = bytes.readUInt16BE(at + 2);
    if (marker === EXIF) turn = TURNS[orientationOf(bytes.subarray(at + 4, at + 2 + length))] ?? 0;
    if (marker === SCAN) break;
    if (isFrame(marker)) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      const space = SPACES[bytes[at + 9] ?? 0];
      checkPixels(width, height);
      if (!space) throw unknownPicture();
      const dictionary = `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode`;
      return { width, height, dictionary, data: bytes, turn };
    }
    at += length + 2;
  }
  throw damagedDocument();
}

/** Markers C0 to CF start a frame, but for the tables of codes and for what has to do with arithmetic coding. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** 0 where nothing is noted. */
function orientationOf(segment: Buffer): number {
  const tiff = segment.subarray(6);
  if (segment.toString('latin1', 0, 4) !== 'Exif' || tiff.length < 10) return 0;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) === ORIENTATION) return short(at + 8);
  }
  return 0;
}
