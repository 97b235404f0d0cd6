import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { createDataSource } from '../../src/app/database/data-source.js';
import { Configuration } from '../../src/config/configuration.js';
import { SECRETS } from '../../src/config/secret-files.js';
import { migrate } from '../../src/database/migrate.js';
import { grantRights } from '../../src/database/rights/grant-rights.js';
import { createBareDatabase } from '../support/test-database.js';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly volumes?: readonly string[];
}

const run = promisify(execFile);
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
};
const services = Object.entries(compose.services);
const dockerfile = readFileSync('Dockerfile', 'utf8');
const [, stage = ''] = dockerfile.split(/^FROM .*\n/m).slice(-2);
const BY_TAG = /^[\w./-]+:(?!latest)[\w.-]+(@sha256:[0-9a-f]{64})?$/;

describe('the container files', () => {
  it.each(services)('%s writes nowhere but where it has to, has no rights and limits', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: expect.stringMatching(/^\d+[gm]$/) as unknown,
      pids_limit: expect.any(Number) as unknown,
    });
    expect(service).not.toHaveProperty('privileged');
    expect(service).not.toHaveProperty('cap_add');
    for (const place of service.tmpfs ?? []) expect(place).toMatch(/^\/[\w/]+:size=\d+m,mode=1777$/);
  });

  it.each(services)('%s is nobody important, and no other machine reaches it', (_, service) => {
    if (service.build === undefined) expect(service.user).toMatch(/^(?!root|0\b)\w+/);
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('images are named by a tag', () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
    const named = [...images, ...services.flatMap(([, { image }]) => image ?? [])];
    expect(named.length).toBeGreaterThan(3);
    for (const image of named) expect(image).toMatch(BY_TAG);
  });

  it('the last stage says whom it runs as, how it is asked for its health, and copies what is there', () => {
    expect(/^USER (?!root|0)\w+$/m.exec(stage)?.index).toBeLessThan(stage.indexOf('CMD ["node", "dist/'));
    expect(stage).toMatch(/^HEALTHCHECK .*CMD \["node", "scripts\/healthcheck\.mjs"\]$/m);
    const copied = [...stage.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, name = '']) => name);
    for (const name of copied.filter((one) => one !== 'dist')) expect([name, existsSync(name)]).toEqual([name, true]);
    expect(dockerfile).not.toMatch(/^(ADD|.*(PASSWORD|SECRET|TOKEN)=)/m);
  });

  it('the last stage has the program and what it reads, and no tests, tools or sources', () => {
    expect(stage).not.toMatch(/\b(npm|npx|apt|apt-get|apk|curl|wget|git)\b/);
    const copied = [...stage.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, name = '']) => name);
    expect(copied).toEqual([
      'package.json',
      'node_modules',
      'dist',
      'policies',
      'templates',
      'samples',
      'scripts/healthcheck.mjs',
    ]);
    expect(stage.match(/^COPY/gm)).toHaveLength(copied.length);
    expect(dockerfile).toMatch(/npm run build && npm prune --omit=dev$/m);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    const tools =
      /jest|playwright|eslint|prettier|stryker|typescript$|^vite$|knip|oidc-provider|smtp-server|mailparser/;
    expect(Object.keys(dependencies).filter((name) => tools.test(name))).toEqual([]);
    const build = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { include?: string[] };
    expect(build.include?.filter((place) => place.startsWith('test'))).toEqual([]);
  });

  it('no secret stands in them, or comes into the image: each lies in a file', () => {
    for (const [, { environment = {}, secrets = [] }] of services)
      for (const [name, value] of Object.entries(environment)) {
        expect(name).not.toMatch(/PASSWORD$|SECRET$|KEY$|TOKEN$/);
        if (value.startsWith('/run/secrets/')) expect(secrets).toContain(path.basename(value));
      }
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const { file } of Object.values(compose.secrets)) expect(ignored).toContain(path.dirname(file));
  });

  it('the service knows the settings that it is given', () => {
    const known = [...Object.keys(new Configuration()), ...SECRETS, ...SECRETS.map((name) => `${name}_FILE`)];
    for (const name of Object.keys(compose.services.app?.environment ?? {})) expect(known).toContain(name);
  });
});

describe('the database of the containers', () => {
  const { app, database } = compose.services;

  it('is reached by the service as another role than that of its tables, neither of them the superuser', () => {
    const { environment = {}, secrets = [] } = app!;
    expect(environment.DATABASE_URL_FILE).not.toBe(environment.DATABASE_OWNER_URL_FILE);
    expect(secrets.toSorted()).toEqual(['database-owner-url', 'database-url']);
    expect(database!.volumes).toContain('./scripts/create-roles.sql:/docker-entrypoint-initdb.d/roles.sql:ro');
    for (const file of ['README.md', 'README.zh-CN.md'])
      for (const role of ['jixiao_owner', 'jixiao_service'])
        expect(readFileSync(file, 'utf8')).toContain(`postgres://${role}:$(cat secrets/`);
    expect(database!.environment?.POSTGRES_USER).toBe('postgres');
  });

  it('gets both roles when it is made, and the service then works with them', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-secrets-'));
    const { url, drop } = await createBareDatabase();
    const suffix = randomUUID().slice(0, 8);
    for (const role of ['owner', 'service']) writeFileSync(path.join(folder, `${role}-password`), `of ${role}\n`);
    chmodSync(folder, 0o755);
    const script = readFileSync('scripts/create-roles.sql', 'utf8')
      .replaceAll('/run/secrets/', `${folder}/`)
      .replaceAll(/jixiao_(owner|service)/g, `jixiao_$1_${suffix}`)
      .replaceAll(`replace(role, 'jixiao_', '')`, `split_part(role, '_', 2)`);
    const superuser = await createDataSource(url).initialize();
    await superuser.query(script);
    const as = (role: string): string => url.replace(/\/\/[^@]*@/, `//jixiao_${role}_${suffix}:of%20${role}@`);
    const owner = await createDataSource(as('owner')).initialize();
    await migrate(owner);
    await grantRights(owner, `jixiao_service_${suffix}`);
    const service = await createDataSource(as('service')).initialize();
    expect(await service.query('SELECT count(*)::int AS count FROM app_user')).toEqual([{ count: 0 }]);
    await expect(service.query('DELETE FROM audit_event')).rejects.toThrow(/permission denied/);
    await expect(service.query('CREATE TABLE own (id int)')).rejects.toThrow(/permission denied/);
    for (const source of [service, owner]) await source.destroy();
    await superuser.query(`DROP OWNED BY jixiao_service_${suffix}, jixiao_owner_${suffix} CASCADE`);
    await superuser.destroy();
    await drop();
    rmSync(folder, { recursive: true });
  });
});

describe('the scripts of the containers', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-images-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('tell whether the process runs, by its address', async () => {
    let status = 200;
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = String((server.address() as AddressInfo).port);
    const codeOf = (env: Readonly<Record<string, string>>): Promise<number> =>
      run(process.execPath, ['scripts/healthcheck.mjs'], { env: { HOST: '0.0.0.0', ...env } }).then(
        () => 0,
        (error: unknown) => (error as { code: number }).code,
      );
    expect(await codeOf({ PORT: port })).toBe(0);
    expect(await codeOf({ ROLE: 'worker', WORKER_PORT: port, PORT: '1' })).toBe(0);
    status = 503;
    expect(await codeOf({ PORT: port })).toBe(1);
    await new Promise((resolve) => server.close(resolve));
    expect(await codeOf({ PORT: port })).toBe(1);
    expect(asked).toEqual(Array(3).fill('/health/live'));
  });

  it('pin every image by its digest, and those that were pinned anew', async () => {
    for (const file of ['Dockerfile', 'docker-compose.yml']) cpSync(file, path.join(folder, file));
    const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
    const pinAt = async (answer: string): Promise<string> => {
      mkdirSync(path.join(folder, 'bin'), { recursive: true });
      writeFileSync(path.join(folder, 'bin', 'docker'), `#!/bin/sh\necho ${answer}\n`, { mode: 0o755 });
      const env = { PATH: path.join(folder, 'bin') };
      await run(process.execPath, [path.resolve('scripts/pin-images.mjs')], { cwd: folder, env });
      return ['Dockerfile', 'docker-compose.yml']
        .map((file) => readFileSync(path.join(folder, file), 'utf8'))
        .join('\n');
    };
    const images = (text: string): string[] =>
      [...text.matchAll(/^(?:FROM|\s+image:) (\S+)/gm)].map(([, one = '']) => one);
    const before = images(readFileSync('Dockerfile', 'utf8') + readFileSync('docker-compose.yml', 'utf8'));
    const tags = before.map((image) => image.replace(/@.*/, ''));
    for (const letter of ['a', 'b'])
      expect(images(await pinAt(digest(letter)))).toEqual(tags.map((tag) => `${tag}@${digest(letter)}`));
    await expect(pinAt('not found')).rejects.toThrow(/no digest/);
  });
});
