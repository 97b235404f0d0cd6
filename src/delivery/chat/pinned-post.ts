import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { keptReply } from '../mail/smtp-reply.js';

const LIMIT_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;

const INTERNAL = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INTERNAL.addSubnet(net, bits);
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  INTERNAL.addSubnet(net, bits, 'ipv6');

export interface Posted {
  readonly status: number;
  readonly body: string;
}

/** The request did not come to an answer; `left`: it was handed over before that. */
export class PostError extends Error {
  constructor(
    error: unknown,
    readonly left: boolean,
  ) {
    super(keptReply(error instanceof Error ? error.message : String(error)));
  }
}

/**
 * Posts JSON to exactly the address that the name was resolved to and checked for: resolving again would let a name point
 * elsewhere in between. Redirects are answers like others and never followed.
 * @throws PostError
 */
export async function postPinned(url: URL, content: object, mayBeInternal: boolean): Promise<Posted> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  let left = false;
  try {
    const { address, family } = isIP(host) ? { address: host, family: isIP(host) } : await lookup(host);
    if (!mayBeInternal && INTERNAL.check(address, family === 6 ? 'ipv6' : 'ipv4')) {
      throw new Error(`${host} resolves to an internal address`);
    }
    const body = Buffer.from(JSON.stringify(content));
    return await new Promise<Posted>((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      const options = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length },
        signal: AbortSignal.timeout(LIMIT_MS),
        agent: false as const,
        lookup: ((_host, { all }, done) => {
          if (all) done(null, [{ address, family }]);
          else done(null, address, family);
        }) as NonNullable<Parameters<typeof requestHttp>[1]>['lookup'],
      };
      const request = send(url, options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (text.length < MAX_ANSWER_BYTES) text += chunk;
        });
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: text });
        });
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(body, () => {
        left = true;
      });
    });
  } catch (error) {
    throw new PostError(error, left);
  }
}
