import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { KEPT_HOURS } from './idempotency-keys.repository.js';

/**
 * For every POST that creates: its sender may repeat it under the same `Idempotency-Key`. Not where the answer holds a
 * secret that is shown once: it would lie in the database.
 */
export const Idempotent = () =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: `A text of the sender's choice, such as a UUID. The same request under the same key is done once and answered
the same for ${KEPT_HOURS} hours; another request under it is refused (422). A request that was refused may be repeated.`,
    }),
  );
