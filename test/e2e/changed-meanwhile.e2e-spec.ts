import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { ApiTokensService } from '../../src/auth/credentials/api-tokens.service.js';
import { Passkey } from '../../src/auth/second-factor/passkeys/passkey.entity.js';
import { SessionsRepository } from '../../src/auth/sessions/sessions.repository.js';
import { SessionsService } from '../../src/auth/sessions/sessions.service.js';
import { UserSession } from '../../src/auth/sessions/user-session.entity.js';
import { User } from '../../src/auth/users/user.entity.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { TestApp } from '../support/test-app.js';

const FROM = { address: null, agent: null, secondFactor: null };
const TOKEN = { name: '取数', scope: 'read' } as const;

/** Between the check of a password, which is slow on purpose, and what is begun with it. */
describe('an account that is changed while somebody signs in', () => {
  let app: TestApp;
  let checked: User;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const { user } = await UserFactory.as('performance-office').insert(app.manager);
    checked = await app.manager.findOneByOrFail(User, { id: user.id });
  });

  const begun = () => app.manager.countBy(UserSession, { userId: checked.id });
  const begin = () => app.get(SessionsService).begin(checked, undefined, FROM);
  const makeToken = () => app.get(ApiTokensService).create(checked, TOKEN);
  const refused = { code: 'account-changed', kind: 'not-signed-in' };

  it.each([
    ['has another password', { passwordChangedAt: new Date('2026-11-24T10:00:00Z') }],
    ['is disabled', { disabled: true }],
    ['has another role', { role: 'viewer', version: 2 }],
  ] as const)('%s: neither a session nor a token is begun', async (_, change) => {
    await changeAccount(app.manager, checked.id, change);
    await expect(begin()).rejects.toMatchObject(refused);
    await expect(makeToken()).rejects.toMatchObject(refused);
    expect(await begun()).toBe(0);
  });

  it('whose password is being changed is waited for, and what began before has ended', async () => {
    await begin();
    const outcomes = app.manager.transaction(async (manager) => {
      await manager.update(User, { id: checked.id }, { passwordChangedAt: new Date('2026-11-24T10:00:00Z') });
      const late = [begin(), makeToken()];
      for (const one of late) one.catch(() => undefined);
      expect(await Promise.race([...late, pause(300, 'they wait')])).toBe('they wait');
      await app.get(SessionsRepository).endAllOf(manager, checked.id);
      return late;
    });
    for (const one of await outcomes) await expect(one).rejects.toMatchObject(refused);
    expect(await begun()).toBe(0);
  });

  it('that got a second factor meanwhile lets nobody in by the password alone', async () => {
    const key = { credentialId: uuid(), publicKey: Buffer.from('x'), counter: 0, name: '手机', lastUsedAt: null };
    await app.manager.insert(Passkey, { ...key, id: uuid(), userId: checked.id, createdAt: new Date() });
    await expect(begin()).rejects.toMatchObject(refused);
    expect(await app.get(SessionsService).begin(checked, undefined, { ...FROM, secondFactor: 'passkey' })).toBeTruthy();
  });

  it('that stays as it was lets in', async () => {
    await begin();
    expect(await begun()).toBe(1);
    expect(await makeToken()).toHaveProperty('token');
  });
});
