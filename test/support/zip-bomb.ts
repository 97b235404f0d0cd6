import { crc32, deflateRawSync } from 'node:zlib';

const NAME = Buffer.from('xl/worksheets/sheet1.xml');

/** A zip file of some kilobytes, whose one entry inflates to so many megabytes of zeros and says so, or claims less. */
export function zipBomb(megabytes: number, claimed = megabytes * 1024 * 1024): Buffer {
  const content = Buffer.alloc(megabytes * 1024 * 1024);
  const deflated = deflateRawSync(content);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(content), 0);
  sizes.writeUInt32LE(deflated.length, 4);
  sizes.writeUInt32LE(claimed, 8);
  const names = Buffer.from([NAME.length, 0, 0, 0]);
  const start = Buffer.concat([Buffer.from('14000000080000000000', 'hex'), sizes, names]);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), start, NAME, deflated]);
  const directory = Buffer.concat([Buffer.from('504b01021400', 'hex'), start, Buffer.alloc(14), NAME]);
  const end = Buffer.from('504b0506000000000100010000000000000000000000', 'hex');
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}
