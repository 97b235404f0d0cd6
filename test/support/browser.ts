import { csrfTokenOf } from '../../src/auth/credentials/tokens.js';
import { SessionsService } from '../../src/auth/sessions/sessions.service.js';
import type { SecondFactor } from '../../src/auth/sessions/user-session.entity.js';
import { User } from '../../src/auth/users/user.entity.js';
import { type Answer, type Method, type ProblemDetails, type TestApp } from './test-app.js';

export interface Begun {
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly mustAddSecondFactor: boolean;
  readonly secondStep: boolean;
}

/** What a browser adds to a request that a page of another site made it send. */
export const FOREIGN_PAGES: readonly Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://example.org' },
  { origin: 'null' },
];

/** What a browser does: keeps the cookie, sends the token of its session and where a request comes from. */
export class Browser {
  /** Of its session. */
  cookie = '';
  /** By which it is known when somebody signs in the next time. */
  known = '';
  /** Between the password and the second factor. */
  step = '';
  csrfToken = '';

  constructor(private readonly app: TestApp) {}

  async signIn(username: string, password: string, headers: Record<string, string> = {}) {
    const body = { username, password };
    const answer = await this.app.request<Begun & ProblemDetails>('POST', '/session', {
      as: null,
      body,
      headers: { ...this.ownHeaders(), ...headers },
    });
    if (answer.status === 200) this.remember(answer);
    return answer;
  }

  /** The second step of a sign-in. */
  async giveCode(code: string, headers: Record<string, string> = {}) {
    const answer = await this.request<Begun & ProblemDetails>('POST', '/session/second-step', {
      body: { code },
      headers,
    });
    if (answer.status === 200) this.remember(answer);
    return answer;
  }

  /** A session of somebody whose password does not matter here. */
  async beginAs(user: User, secondFactor: SecondFactor | null = null): Promise<this> {
    const from = { address: null, agent: null, secondFactor };
    const now = await this.app.manager.findOneByOrFail(User, { id: user.id });
    const token = await this.app.get(SessionsService).begin(now, undefined, from);
    this.cookie = `__Host-jixiao=${token}`;
    this.csrfToken = csrfTokenOf(token);
    return this;
  }

  request<T = ProblemDetails>(
    method: Method,
    route: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const own = { ...this.ownHeaders(), ...(method !== 'GET' && { 'x-csrf-token': this.csrfToken }) };
    return this.app.request<T>(method, route, { as: null, body, headers: { ...own, ...headers } });
  }

  remember({ headers, body }: Answer<Begun>): void {
    for (const line of [headers['set-cookie'] ?? []].flat() as string[]) {
      const [pair = ''] = line.split(';');
      if (pair.includes('jixiao=')) this.cookie = pair;
      else if (pair.includes('-step=')) this.step = pair;
      else this.known = pair;
    }
    this.csrfToken = body.csrfToken;
  }

  private ownHeaders(): Record<string, string> {
    const cookie = [this.cookie, this.known, this.step].filter(Boolean).join('; ');
    return { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) };
  }
}
