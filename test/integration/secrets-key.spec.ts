import { copyFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { renewSecretsKey } from '../../src/auth/second-factor/new-secrets-key.js';
import { SecretBox } from '../../src/auth/second-factor/secret-box.js';
import { Totp } from '../../src/auth/second-factor/totp.entity.js';
import { keyFile } from '../../src/config/key-file.js';
import { Configuration } from '../../src/config/configuration.js';
import { UserFactory } from '../factories/user.factory.js';
import { TestApp } from '../support/test-app.js';

describe('the key of the secrets in the database', () => {
  let app: TestApp;
  let configuration: Configuration;
  let file: string;
  beforeEach(async () => {
    app = await TestApp.start();
    configuration = app.get(Configuration);
    ({ file } = new SecretBox(configuration));
  });
  afterEach(() => app.close());

  const boxNow = () => new SecretBox(configuration); // reads the file as it is by now
  const renew = () => renewSecretsKey(app.get(DataSource), configuration);
  async function add(secret: string): Promise<string> {
    const { user } = await UserFactory.as('viewer').insert(app.manager);
    await app.manager.insert(Totp, { userId: user.id, secret: boxNow().seal(secret, user.id) });
    return user.id;
  }
  const opened = async (userId: string) =>
    boxNow().open((await app.manager.findOneByOrFail(Totp, { userId })).secret, userId);

  it('is replaced, and what the former one sealed opens with the new one', async () => {
    const [one, two] = [await add('JBSWY3DPEHPK3PXP'), await add('GEZDGNBVGY3TQOJQ')];
    const before = readFileSync(file, 'utf8');
    expect(await renew()).toEqual({ file, former: `${file}.former`, secrets: 2 });
    expect([await opened(one), await opened(two)]).toEqual(['JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ']);
    expect(readFileSync(file, 'utf8')).not.toBe(before);
    expect(readFileSync(`${file}.former`, 'utf8')).toBe(before);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('is made where there is none yet', async () => {
    expect(await renew()).toEqual({ file, former: null, secrets: 0 });
    expect(boxNow().open(boxNow().seal('x', 'somebody'), 'somebody')).toBe('x');
  });

  it('is not replaced by who has not got the former one: nothing is changed', async () => {
    const one = await add('JBSWY3DPEHPK3PXP');
    renameSync(file, `${file}.elsewhere`);
    await expect(renew()).rejects.toMatchObject({ code: 'secrets-key-differs' });
    renameSync(`${file}.elsewhere`, file);
    expect(await opened(one)).toBe('JBSWY3DPEHPK3PXP');
  });

  it('is taken up where it was left, when the power failed before it was in its place', async () => {
    const one = await add('JBSWY3DPEHPK3PXP');
    copyFileSync(file, `${file}.old`);
    await renew();
    // As the disk was between the two: the secrets sealed anew, the files not moved yet; and the service has gone on since.
    renameSync(file, `${file}.new`);
    renameSync(`${file}.old`, file);
    const two = await add('GEZDGNBVGY3TQOJQ');
    await renew();
    expect([await opened(one), await opened(two)]).toEqual(['JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ']);
  });

  it('leaves a new key unused that nothing was sealed with', async () => {
    const one = await add('JBSWY3DPEHPK3PXP');
    keyFile(`${file}.new`);
    const unused = readFileSync(`${file}.new`, 'utf8');
    await renew();
    expect(readFileSync(file, 'utf8')).not.toBe(unused);
    expect(await opened(one)).toBe('JBSWY3DPEHPK3PXP');
  });
});
