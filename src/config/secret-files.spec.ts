import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfiguration } from './configuration.js';
import { SECRETS } from './secret-files.js';

/** What each of them may hold. */
const FIT: Record<(typeof SECRETS)[number], string> = {
  DATABASE_URL: 'postgres://jixiao:s3cret@db.example.org/jixiao',
  DATABASE_OWNER_URL: 'postgres://owner:s3cret@db.example.org/jixiao',
  SMTP_URL: 'smtps://jixiao:s3cret@mail.example.org',
  OIDC_CLIENT_SECRET: 'a secret of the provider',
  S3_ACCESS_KEY_ID: 'key-id',
  S3_SECRET_ACCESS_KEY: 'secret-key',
  BACKUP_PASSPHRASE: 'twelve and more',
  AUDIT_KEY: 'the key of the audit log, in a file',
  OTEL_EXPORTER_OTLP_HEADERS: 'authorization=s3cret',
};
/** Those that go with secrets. */
const BESIDE = {
  OIDC_ISSUER: 'https://sign-in.example.org',
  OIDC_CLIENT_ID: 'jixiao',
  S3_ENDPOINT: 'https://s3.example.org',
  S3_BUCKET: 'jixiao',
};

describe('a secret in a file', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-secret-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const inFile = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  it('is read for every secret there is, without the line break at its end', () => {
    const files = SECRETS.map((name) => [`${name}_FILE`, inFile(name, `${FIT[name]}\n`)] as const);
    expect(readConfiguration({ ...BESIDE, ...Object.fromEntries(files) })).toMatchObject(FIT);
  });

  it('is checked as one that is set', () => {
    expect(() => readConfiguration({ AUDIT_KEY_FILE: inFile('short', 'short') })).toThrow('  AUDIT_KEY: ');
    expect(() => readConfiguration({ SMTP_URL_FILE: inFile('http', 'http://mail.example.org') })).toThrow('SMTP_URL: ');
  });

  it('that cannot be had stops the start, and each is named', () => {
    const missing = path.join(folder, 'nowhere');
    const wrong = { SMTP_URL_FILE: missing, AUDIT_KEY_FILE: inFile('empty', '\n'), PORT: '-1' };
    expect(() => readConfiguration(wrong)).toThrow(/SMTP_URL_FILE: .*ENOENT.*\n.*AUDIT_KEY_FILE: .*empty.*\n.*PORT/);
  });

  it('and beside it, is refused without being told', () => {
    const twice = { DATABASE_URL: FIT.DATABASE_URL, DATABASE_URL_FILE: inFile('other', FIT.DATABASE_URL) };
    expect(() => readConfiguration(twice)).toThrow('  DATABASE_URL_FILE: ');
    expect(() => readConfiguration(twice)).not.toThrow('s3cret');
  });
});
