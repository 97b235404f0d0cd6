import { deflateSync } from 'node:zlib';
import { jpegPage } from './jpeg-page.js';
import { pngPage } from './png-page.js';
import { readDocument } from '../index.js';

const chunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};
function png({ width = 2, height = 2, bits = 8, colours = 0, interlaced = 0, rows = [0, 9, 9, 0, 9, 9] }): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([bits, colours, 0, 0, interlaced], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from(rows)))]);
}

describe('a picture', () => {
  it('that can be seen through lies on white, and its filters are undone', () => {
    const { data } = pngPage(png({ width: 2, height: 4, colours: 4, rows: [1, 10, 255, 5, 0, 2, 5, 0, 5, 0, 4, 1, 255, 1, 0, 0, 7, 0, 9, 255] })); // prettier-ignore
    expect([...data]).toEqual([10, 15, 15, 20, 16, 21, 255, 9]);
  });

  it('knows how the camera was held', () => {
    const exif = Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0', 'latin1');
    const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30, 3, 1, 17, 0, 2, 17, 1, 3, 17, 1]);
    const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2]), exif, frame]);
    expect(jpegPage(bytes)).toMatchObject({ width: 30, height: 20, turn: 90 });
  });

  it.each<[string, Buffer, string]>([
    ['cut off', png({}).subarray(0, 30), 'document-unreadable'],
    ['with fewer rows than it says', png({ rows: [0, 9, 9] }), 'document-unreadable'],
    ['with more than it says', png({ rows: Array.from({ length: 99_999 }, () => 0) }), 'document-unreadable'],
    ['of colours that there are not', png({ colours: 5 }), 'document-unreadable'],
    ['without a palette', png({ colours: 3 }), 'document-unreadable'],
    ['of a hundred thousand lines', png({ width: 100_000, height: 100_000 }), 'document-too-large'],
    ['that is interlaced', png({ interlaced: 1 }), 'format-unsupported'],
    ['as GIF', Buffer.from('GIF89a\x01\0\x01\0'), 'format-unsupported'],
    ['as JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]), 'document-unreadable'],
    ['as TIFF', Buffer.from('II*\0\x08\0\0\0'), 'format-unsupported'],
  ])('is refused %s', async (_, bytes, code) => {
    await expect(readDocument(bytes, 'file')).rejects.toMatchObject({ code });
  });

  it('as TIFF is told so, in either order of its bytes', async () => {
    for (const start of ['II*\0', 'MM\0*'])
      await expect(readDocument(Buffer.from(`${start}\x08\0\0\0`), 'file')).rejects.toMatchObject({
        messages: { zh: expect.stringContaining('这是 TIFF 图片') as string },
      });
  });
});
