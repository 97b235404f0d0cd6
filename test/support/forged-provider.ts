import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

type Claims = Readonly<Record<string, unknown>>;

/** How an ID token is made in the place of the provider's. */
export interface Forgery {
  readonly header?: Claims;
  /** From those that the provider has said. */
  readonly claims?: (said: Claims) => Claims;
  /** By the signing input; that of its own key unless it is said. */
  readonly signature?: (input: string) => string;
  /** Of its metadata. */
  readonly metadata?: Claims;
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Stands between the service and a real provider, and answers as it with keys of its own: what it signs is well signed. */
export class ForgedProvider {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly fetch = globalThis.fetch;

  constructor(private readonly forgery: Forgery = {}) {
    globalThis.fetch = async (input, init) => {
      const answer = await this.fetch(input, init);
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      if (/jwks|openid-configuration|token/.test(pathname) && answer.ok) return this.forged(pathname, answer);
      return answer;
    };
  }

  end(): void {
    globalThis.fetch = this.fetch;
  }

  /** With the client's secret, as a symmetric signature would be. */
  static readonly bySecret =
    (secret: string) =>
    (input: string): string =>
      createHmac('sha256', secret).update(input).digest('base64url');

  private async forged(pathname: string, answer: Response): Promise<Response> {
    const said = (await answer.json()) as Record<string, unknown>;
    if (pathname.includes('jwks'))
      return Response.json({ keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] }); // prettier-ignore
    if (pathname.includes('openid-configuration')) return Response.json({ ...said, ...this.forgery.metadata });
    return Response.json({ ...said, id_token: this.token(String(said.id_token)) });
  }

  private token(said: string): string {
    const { header = { alg: 'RS256', kid: 'own' }, claims = (same) => same } = this.forgery;
    const payload = JSON.parse(Buffer.from(said.split('.')[1]!, 'base64url').toString()) as Claims;
    const input = `${encoded(header)}.${encoded(claims(payload))}`;
    const own = (text: string) => sign('sha256', Buffer.from(text), this.keys.privateKey).toString('base64url');
    return `${input}.${(this.forgery.signature ?? own)(input)}`;
  }
}
