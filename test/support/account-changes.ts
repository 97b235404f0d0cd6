import { Passwords } from '../../src/auth/credentials/passwords.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, ifMatch, type TestApp } from './test-app.js';

const PASSWORD = 'Correct-horse-4-battery';

/** Changes accounts as a security administrator who gives the password, as addresses and identities demand it. */
export async function accountChanges(app: TestApp) {
  const administrator = UserFactory.as('security-administrator');
  const { token } = await administrator.signingInWith(await app.get(Passwords).hash(PASSWORD)).insert(app.manager);
  return (id: string, changes: object, version: number) =>
    app.request('PATCH', `/users/${id}`, {
      body: { ...changes, current: PASSWORD },
      headers: { ...bearer(token), ...ifMatch(version) },
    });
}
