import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { User } from '../../src/auth/users/user.entity.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { ForgedProvider, type Forgery } from '../support/forged-provider.js';
import { ifMatch, TestApp } from '../support/test-app.js';

const SECRET = 'only for this test';
const CALLBACK = 'http://localhost:3000/api/v1/session/oidc/callback';

/** Cookies of one browser, by name. */
type Cookies = Map<string, string>;

function keep(cookies: Cookies, lines: readonly string[]): void {
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value) cookies.set(name, value);
    else cookies.delete(name);
  }
}

const asHeader = (cookies: Cookies) => ({ cookie: [...cookies].map((pair) => pair.join('=')).join('; ') });

describe('signing in at an OpenID provider', () => {
  let provider: ChildProcess;
  let issuer: string;
  let app: TestApp;
  let user: User;
  beforeAll(async () => {
    provider = spawn(process.execPath, ['test/support/oidc-provider.mjs', SECRET, CALLBACK], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH },
    });
    [issuer] = (await once(createInterface(provider.stdout!), 'line')) as [string];
    app = await TestApp.start({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'jixiao', OIDC_CLIENT_SECRET: SECRET });
    app.withoutRateLimits();
    ({ user } = await UserFactory.as('viewer').insert(app.manager));
    expect((await link('wang.xin@gov')).status).toBe(200);
  });
  afterAll(async () => {
    provider.kill('SIGKILL');
    await app.close();
  });

  const link = async (oidcSubject: string | null, { id } = user) => {
    const {
      body: { version },
    } = await app.request<User>('GET', `/users/${id}`, { as: 'security-administrator' });
    const sent = { body: { oidcSubject }, headers: ifMatch(version), confirmed: true };
    return app.request('PATCH', `/users/${id}`, { ...sent, as: 'security-administrator' });
  };
  const begin = async (cookies: Cookies): Promise<URL> => {
    const { status, headers } = await app.request('GET', '/session/oidc', { as: null });
    expect(status).toBe(303);
    keep(cookies, [headers['set-cookie']].flat() as string[]);
    return new URL(String(headers.location));
  };
  /** What a browser does at the provider. @returns the path and query it is sent back with */
  const atProvider = async (address: URL, loginHint: string): Promise<string> => {
    const cookies: Cookies = new Map();
    let url = new URL(address);
    url.searchParams.set('login_hint', loginHint);
    while (url.origin === issuer) {
      const answer = await fetch(url, { redirect: 'manual', headers: asHeader(cookies) });
      keep(cookies, answer.headers.getSetCookie());
      const next = answer.headers.get('location');
      if (!next) throw new Error(`${answer.status} ${await answer.text()}`);
      url = new URL(next, url);
    }
    expect(`${url.origin}${url.pathname}`).toBe(CALLBACK);
    return `${url.pathname}${url.search}`;
  };
  const comeBack = async (callback: string, cookies: Cookies): Promise<string> => {
    const { status, headers } = await app.request('GET', callback, { as: null, headers: asHeader(cookies) });
    expect(status).toBe(303);
    keep(cookies, [headers['set-cookie'] ?? []].flat() as string[]);
    return String(headers.location);
  };
  const signIn = async (loginHint: string, cookies: Cookies = new Map()) =>
    comeBack(await atProvider(await begin(cookies), loginHint), cookies);
  const whoAmI = (cookies: Cookies) => app.request('GET', '/session', { as: null, headers: asHeader(cookies) });

  it('tells the page that it can be done', async () => {
    expect((await app.request('GET', '/session/methods', { as: null })).body).toEqual({ oidc: true });
  });

  it('asks with state, nonce and PKCE, and binds the attempt to the browser', async () => {
    const cookies: Cookies = new Map();
    const { searchParams } = await begin(cookies);
    expect(Object.fromEntries(searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect([...cookies.keys()]).toEqual(['__Host-jixiao-oidc']);
  });

  it('begins a session for the linked account', async () => {
    const cookies: Cookies = new Map();
    expect(await signIn('wang.xin@gov', cookies)).toBe('/');
    expect([...cookies.keys()]).toEqual(['__Host-jixiao', '__Host-jixiao-known']);
    expect(await whoAmI(cookies)).toMatchObject({
      status: 200,
      body: { user: { id: user.id }, mustChangePassword: false, hasPassword: false },
    });
  });

  it('begins no session for an identity that no account is linked to, and tells its number', async () => {
    const cookies: Cookies = new Map();
    expect(await signIn('stranger', cookies)).toBe('/?signInProblem=identity-unknown&identity=stranger');
    expect((await whoAmI(cookies)).status).toBe(401);
  });

  it('does not take a name for an identity', async () => {
    expect(await signIn(user.username)).toMatch(/identity-unknown/);
  });

  it('begins none for a disabled account', async () => {
    const { user: disabled } = await UserFactory.as('viewer').insert(app.manager);
    await link('disabled@gov', disabled);
    await changeAccount(app.manager, disabled.id, { disabled: true });
    expect(await signIn('disabled@gov')).toMatch(/identity-unknown/);
  });

  it('says so when the provider refuses', async () => {
    expect(await signIn('nobody')).toBe('/?signInProblem=oidc-refused');
  });

  it('refuses the answer to an attempt of another browser, or to none', async () => {
    const mine: Cookies = new Map();
    const theirs: Cookies = new Map();
    const callback = await atProvider(await begin(mine), 'wang.xin@gov');
    await begin(theirs);
    expect(await comeBack(callback, theirs)).toBe('/?signInProblem=oidc-failed');
    expect(await comeBack(callback, new Map())).toBe('/?signInProblem=oidc-failed');
  });

  it('asks the provider nothing about an answer that this browser has not begun, whatever its state says', async () => {
    const cookies: Cookies = new Map();
    const callback = await atProvider(await begin(cookies), 'wang.xin@gov');
    const { fetch } = globalThis;
    let asked = 0;
    globalThis.fetch = (...request) => {
      asked += 1;
      return fetch(...request);
    };
    try {
      for (const state of ['', '-', 'undefined']) {
        const foreign = `/api/v1/session/oidc/callback?code=stolen&state=${state}&iss=${encodeURIComponent(issuer)}`;
        expect(await comeBack(foreign, new Map())).toBe('/?signInProblem=oidc-failed');
      }
      expect(asked).toBe(0);
      expect(await comeBack(callback, cookies)).toBe('/');
      expect(asked).toBeGreaterThan(0); // that of its own it is asked about
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('refuses an ID token that the provider’s keys have not signed, whatever connection brought it', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = async (...request) => {
      const answer = await fetch(...request);
      const body = await answer.text();
      const token = /"id_token":"([\w-]+\.[\w-]+\.)[\w-]+"/.exec(body);
      if (!token) return new Response(body, answer);
      const unsigned = `"id_token":"${token[1]!}${Buffer.alloc(256, 1).toString('base64url')}"`;
      return new Response(body.replace(token[0], unsigned), answer);
    };
    try {
      expect(await signIn('wang.xin@gov')).toBe('/?signInProblem=oidc-failed');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  describe('believes an ID token', () => {
    const HALF_AN_HOUR = 1800;
    const now = () => Math.floor(Date.now() / 1000);

    /** A service that has asked this provider nothing yet, and what comes of a sign-in there. */
    const signedInBy = async (forgery: Forgery): Promise<string> => {
      const { url } = app.manager.dataSource.options as { url: string };
      const client = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'jixiao', OIDC_CLIENT_SECRET: SECRET };
      const asked = app;
      app = await TestApp.on(url, client);
      const forged = new ForgedProvider(forgery);
      try {
        const { headers } = await app.request('GET', '/session/oidc', { as: null });
        return String(headers.location).startsWith('/') ? String(headers.location) : await signIn('wang.xin@gov');
      } finally {
        forged.end();
        await app.close();
        app = asked;
      }
    };

    it.each<[string, Forgery]>([
      ['signed by the key that the provider publishes', {}],
      [
        'for this client among others, to this one',
        { claims: (said) => ({ ...said, aud: ['jixiao', 'other'], azp: 'jixiao' }) },
      ],
    ])('%s', async (_, forgery) => {
      expect(await signedInBy(forgery)).toBe('/');
    });

    it.each<[string, Forgery]>([
      ['for another client', { claims: (said) => ({ ...said, aud: 'other' }) }],
      ['for others, to another', { claims: (said) => ({ ...said, aud: ['jixiao', 'other'], azp: 'other' }) }],
      ['for nobody', { claims: ({ aud: _, ...said }) => said }],
      ['of another provider', { claims: (said) => ({ ...said, iss: 'https://evil.example.org' }) }],
      ['of another attempt', { claims: (said) => ({ ...said, nonce: 'another' }) }],
      ['of nobody', { claims: ({ sub: _, ...said }) => said }],
      ['that is over', { claims: (said) => ({ ...said, iat: now() - 2 * HALF_AN_HOUR, exp: now() - HALF_AN_HOUR }) }],
      ['that begins later', { claims: (said) => ({ ...said, nbf: now() + HALF_AN_HOUR }) }],
      ['without a signature', { header: { alg: 'none' }, signature: () => '' }],
      [
        'signed with the secret of the client',
        { header: { alg: 'HS256' }, signature: ForgedProvider.bySecret(SECRET) },
      ],
      ['of another algorithm than it says', { header: { alg: 'PS256', kid: 'own' } }],
    ])('and none %s', async (_, forgery) => {
      expect(await signedInBy(forgery)).toBe('/?signInProblem=oidc-failed');
    });

    it('of no provider whose metadata name another issuer', async () => {
      expect(await signedInBy({ metadata: { issuer: 'https://evil.example.org' } })).toBe(
        '/?signInProblem=oidc-unavailable',
      );
    });
  });

  describe('with demands', () => {
    let demanding: TestApp;
    beforeAll(async () => {
      const { url } = app.manager.dataSource.options as { url: string };
      const client = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'jixiao', OIDC_CLIENT_SECRET: SECRET };
      const demands = {
        OIDC_REQUIRED_ACR: 'gold, silver',
        OIDC_REQUIRED_AMR: 'mfa,hwk',
        PASSWORD_PROFILE: 'mlps',
      } as const;
      demanding = await TestApp.on(url, { ...client, ...demands });
      [app, demanding] = [demanding, app];
    });
    afterAll(async () => {
      [app, demanding] = [demanding, app];
      await demanding.close();
    });

    it('asks the provider for them', async () => {
      expect((await begin(new Map())).searchParams.get('acr_values')).toBe('gold silver');
    });

    it.each([
      ['gold pwd,mfa,hwk', '/'],
      ['silver hwk,mfa', '/'],
      ['bronze pwd,mfa,hwk', '/?signInProblem=oidc-too-weak'],
      ['gold pwd,hwk', '/?signInProblem=oidc-too-weak'],
      ['gold', '/?signInProblem=oidc-too-weak'],
      ['', '/?signInProblem=oidc-too-weak'],
    ])('“%s” leads to %s', async (how, place) => {
      const cookies: Cookies = new Map();
      expect(await signIn(`wang.xin@gov ${how}`, cookies)).toBe(place);
      expect((await whoAmI(cookies)).status).toBe(place === '/' ? 200 : 401);
    });
  });

  describe('of the office under `mlps`', () => {
    let strict: TestApp;
    let office: User;
    beforeAll(async () => {
      const { url } = app.manager.dataSource.options as { url: string };
      const client = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'jixiao', OIDC_CLIENT_SECRET: SECRET };
      strict = await TestApp.on(url, { ...client, PASSWORD_PROFILE: 'mlps' });
      [app, strict] = [strict, app];
      ({ user: office } = await UserFactory.as('performance-office').insert(app.manager));
      await link('office@gov', office);
    });
    afterAll(async () => {
      [app, strict] = [strict, app];
      await strict.close();
    });

    it.each([
      ['pwd', true],
      ['pwd,mfa', false],
    ])('with %s at the provider a second factor is missing: %j', async (amr, mustAddSecondFactor) => {
      const cookies: Cookies = new Map();
      expect(await signIn(`office@gov gold ${amr}`, cookies)).toBe('/');
      expect((await whoAmI(cookies)).body).toMatchObject({ mustAddSecondFactor });
    });

    it('asks whoever has one here for it, unless the provider has', async () => {
      await app.manager.query("INSERT INTO totp VALUES ($1, 'sealed', now())", [office.id]);
      const cookies: Cookies = new Map();
      expect(await signIn('office@gov gold pwd', cookies)).toBe('/?secondStep');
      expect([(await whoAmI(cookies)).status, [...cookies.keys()]]).toEqual([401, ['__Host-jixiao-step']]);
      expect(await signIn('office@gov gold pwd,mfa', cookies)).toBe('/');
    });
  });

  it('takes an answer once', async () => {
    const cookies: Cookies = new Map();
    const callback = await atProvider(await begin(cookies), 'wang.xin@gov');
    const before: Cookies = new Map(cookies);
    expect(await comeBack(callback, cookies)).toBe('/');
    expect(await comeBack(callback, before)).toBe('/?signInProblem=oidc-failed');
  });

  it('leaves a linked account no password, and links an identity once', async () => {
    const { user: linked } = await UserFactory.as('viewer').insert(app.manager);
    await app.manager.query(`UPDATE app_user SET password_hash = 'former' WHERE id = $1`, [linked.id]);
    await link('linked@gov', linked);
    const rows: unknown = await app.manager.query('SELECT password_hash FROM app_user WHERE id = $1', [linked.id]);
    expect(rows).toEqual([{ password_hash: null }]);
    expect(await link('linked@gov')).toMatchObject({ status: 409 });
  });

  it('says that the provider cannot be reached', async () => {
    const away = await TestApp.start({
      OIDC_ISSUER: 'http://127.0.0.1:9', // discard: nobody listens
      OIDC_CLIENT_ID: 'jixiao',
      OIDC_CLIENT_SECRET: SECRET,
    });
    const { status, headers } = await away.request('GET', '/session/oidc', { as: null });
    expect([status, headers.location]).toEqual([303, '/?signInProblem=oidc-unavailable']);
    await away.close();
  });
});

describe('an installation without a provider', () => {
  it('has no way there', async () => {
    const app = await TestApp.start();
    expect((await app.request('GET', '/session/methods', { as: null })).body).toEqual({ oidc: false });
    expect(await app.request('GET', '/session/oidc', { as: null })).toMatchObject({
      status: 404,
      body: { code: 'oidc-not-configured' },
    });
    await app.close();
  });
});
