import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, concatMap, type Observable, of } from 'rxjs';
import type { AuthenticatedRequest } from '../../access/access.decorator.js';
import { canonicalJson } from '../../canonical-json.js';
import { invalidRequest } from '../errors.js';
import { readSoFar, readThrough } from '../upload-content.js';
import type { KeyedRequest } from './idempotency-keys.repository.js';
import { IdempotentRequests } from './idempotent-requests.js';

/** Answers a request with a known `Idempotency-Key` as before, without doing it again. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly requests: IdempotentRequests) {}

  async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<AuthenticatedRequest>();
    const keyed = keyedRequest(request);
    if (!keyed) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    const answer = await this.requests.answerOf(keyed, () => readThrough(request));
    if (answer) {
      void reply.status(answer.status);
      return of(answer.body);
    }
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        await this.requests.failed(keyed, error);
        throw error;
      }),
      concatMap(async (body) => {
        await this.requests.keep(keyed, { status: reply.statusCode, body }, readSoFar(request));
        return body;
      }),
    );
  }
}

/** Keys are their sender's own: two people may use the same one. */
function keyedRequest(request: AuthenticatedRequest): KeyedRequest | null {
  const { actor, method, url, headers, body } = request;
  const key = headers['idempotency-key'];
  if (key === undefined || !actor) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    const message = {
      zh: 'Idempotency-Key 应为 1 到 255 个可见 ASCII 字符。',
      en: 'An Idempotency-Key has 1 to 255 visible ASCII characters.',
    };
    throw invalidRequest([{ code: 'idempotency-key-invalid', pointer: '/Idempotency-Key', message }]);
  }
  // An upload has not been read yet: its files are compared later.
  const asked = createHash('sha256').update(canonicalJson({ method, url, body })).digest('hex');
  return { userId: actor.userId, key, request: asked, isUpload: request.isMultipart() };
}
