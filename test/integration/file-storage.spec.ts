import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readConfiguration } from '../../src/config/configuration.js';
import type { FileStorage } from '../../src/files/file-storage.js';
import { LocalStorage } from '../../src/files/local-storage.js';
import { S3Storage } from '../../src/files/s3-storage.js';
import { S3Server } from '../support/s3-server.js';

const KEY = { accessKeyId: 'AKTEST', secretAccessKey: 'secret/with+signs' };
const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-files-'));
let s3: S3Server;

beforeAll(async () => {
  s3 = await S3Server.start(KEY.accessKeyId, KEY.secretAccessKey);
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

const bucket = (changes: object = {}) =>
  new S3Storage({ endpoint: s3.url, bucket: 'files', region: 'us-east-1', ...KEY, ...changes });
const arrived = (content: Buffer) => {
  const place = path.join(folder, randomUUID());
  writeFileSync(place, content);
  return { place, sha256: createHash('sha256').update(content).digest('hex') };
};

describe.each<[string, () => FileStorage]>([
  ['a folder', () => new LocalStorage(path.join(folder, 'kept'))],
  ['a bucket', () => bucket()],
])('files kept in %s', (_, storage) => {
  it.each([0, 1, 300_000])('a file of %i bytes comes back as it was, and is gone where it arrived', async (size) => {
    const content = randomBytes(size);
    const { place, sha256 } = arrived(content);
    await storage().put(sha256, place);
    expect(existsSync(place)).toBe(false);
    expect((await buffer(await storage().open(sha256))).equals(content)).toBe(true);
  });

  it('the same file may come twice', async () => {
    const content = randomBytes(100);
    for (const { place, sha256 } of [arrived(content), arrived(content)]) {
      await storage().put(sha256, place);
      expect((await buffer(await storage().open(sha256))).equals(content)).toBe(true);
    }
  });

  it('a file that is not there is told by its hash, and deleting it is no error', async () => {
    const { place, sha256 } = arrived(randomBytes(10));
    await storage().put(sha256, place);
    await storage().delete(sha256);
    await storage().delete(sha256);
    await expect(storage().open(sha256)).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describe('a folder', () => {
  it.each(['../../etc/passwd', '', 'ABC', 'a'.repeat(63)])('takes no file under the name “%s”', async (name) => {
    await expect(new LocalStorage(folder).put(name, arrived(randomBytes(1)).place)).rejects.toThrow('SHA-256');
  });
});

describe('a bucket', () => {
  it('refuses what was damaged on the way, and keeps nothing', async () => {
    const { sha256 } = arrived(randomBytes(10));
    const { place } = arrived(randomBytes(10));
    await expect(bucket().put(sha256, place)).rejects.toMatchObject({ code: 'storage-unavailable' });
    await expect(bucket().open(sha256)).rejects.toMatchObject({ code: 'file-missing' });
  });

  it.each([
    ['a wrong key', { secretAccessKey: 'another' }],
    ['no server', { endpoint: 'http://127.0.0.1:1' }],
  ])('%s is told as a passing fault, and the file stays where it arrived', async (_, changes) => {
    const { place, sha256 } = arrived(randomBytes(10));
    await expect(bucket(changes).put(sha256, place)).rejects.toMatchObject({ code: 'storage-unavailable' });
    expect(existsSync(place)).toBe(true);
  });

  it('in trouble is told so', async () => {
    s3.trouble = 503;
    await expect(bucket().open('a'.repeat(64))).rejects.toMatchObject({ code: 'storage-unavailable' });
    s3.trouble = undefined;
  });
});

describe('the settings of a bucket', () => {
  const S3 = {
    S3_ENDPOINT: 'https://s3.example.org',
    S3_BUCKET: 'files',
    S3_ACCESS_KEY_ID: 'AKTEST',
    S3_SECRET_ACCESS_KEY: 'secret',
  };

  it('are all given, or none', () => {
    expect(readConfiguration({})).toMatchObject({ S3_REGION: 'us-east-1', MAX_UPLOAD_MB: 20 });
    expect(readConfiguration(S3)).toMatchObject(S3);
    for (const name of Object.keys(S3)) {
      expect(() => readConfiguration({ ...S3, [name]: undefined })).toThrow(name);
    }
  });
});
