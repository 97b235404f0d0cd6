import type { OpenAPIObject } from '@nestjs/swagger';
import type { AccessRule } from '../../common/access/access.decorator.js';
import { STATUS_OF_KIND } from '../../common/http/problem-details.js';
import type { ErrorKind } from '../../domain/domain-error.js';

type Components = NonNullable<OpenAPIObject['components']>;
export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Fastify refuses a body of another type before anybody reads it. */
type AnswerKind = ErrorKind | 'type-unsupported';

const STATUSES: Readonly<Record<AnswerKind, number>> = { ...STATUS_OF_KIND, 'type-unsupported': 415 };

const DESCRIPTIONS: Readonly<Record<AnswerKind, string>> = {
  'request-invalid': 'A parameter, a header or the body is not as described here; `errors` names each.',
  'not-signed-in': 'Nobody is signed in, or what was sent to sign in does not fit.',
  forbidden: 'The caller may not do this.',
  'not-found': 'There is no such thing, or the caller may not see it.',
  conflict: 'It cannot be done as things stand now.',
  'version-outdated': 'Somebody else changed it since the version of `If-Match`; `current` is how it stands now.',
  'too-large': 'The body is too large.',
  'type-unsupported': 'The body is of a type that is not read here.',
  unfit: 'What is given can be read, but breaks a rule; `errors` names each value that does.',
  'version-missing': '`If-Match`, or `If-None-Match: *` to create, is missing.',
  'too-many': 'Too often, or too much at once; `Retry-After` says when to try again.',
  damaged: 'A fault of the service; an administrator finds it by its `correlationId`.',
  unavailable: 'Something that the service needs does not answer; `Retry-After` says when to try again.',
  'storage-full': 'There is no room left to store it.',
};

const PROBLEM = {
  type: 'object',
  description: 'What went wrong (RFC 9457), in the language of `Accept-Language`: Chinese or English.',
  properties: {
    type: { type: 'string', enum: ['about:blank'] },
    status: { type: 'integer' },
    title: { type: 'string', description: 'For people: what is wrong, where, and what to do.' },
    code: { type: 'string', description: 'For programs: never changes.', example: 'month-closed' },
    correlationId: { type: 'string', description: 'Names the request in the log of the service.' },
    errors: {
      type: 'array',
      description: 'Each value that is wrong.',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into what was given.', example: '/month' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
        required: ['pointer', 'code', 'message'],
      },
    },
    current: { description: 'With a version conflict: how it stands now; null where it is gone.' },
  },
  required: ['type', 'status', 'title', 'code', 'correlationId', 'errors'],
} satisfies NonNullable<Components['schemas']>[string];

/** The answers that operations refer to, one for each kind of error, and the shape that all of them have. */
export const ERROR_COMPONENTS = {
  schemas: { ProblemDetails: PROBLEM },
  responses: Object.fromEntries(
    Object.entries(DESCRIPTIONS).map(([kind, description]) => [
      kind,
      { description, content: { 'application/problem+json': { schema: reference('schemas', 'ProblemDetails') } } },
    ]),
  ),
} satisfies Components;

/** Adds what else an operation may answer, told from what it takes and who may use it. */
export function describeErrors(operation: Operation, method: string, rule: AccessRule | undefined): void {
  for (const kind of kindsOf(operation, method, rule))
    operation.responses[STATUSES[kind]] ??= reference('responses', kind);
}

function kindsOf({ parameters = [], requestBody }: Operation, method: string, rule?: AccessRule): AnswerKind[] {
  const takes = (where: string, name?: string): boolean =>
    parameters.some((one) => 'in' in one && one.in === where && (name === undefined || one.name === name));
  const changes = method !== 'get';
  const isOpen = rule?.roles === 'anybody';
  const takesValues = takes('path') || takes('query');
  const where = (holds: boolean, ...kinds: AnswerKind[]): AnswerKind[] => (holds ? kinds : []);
  return [
    ...where(true, 'request-invalid', 'not-signed-in', 'too-many', 'damaged', 'unavailable'),
    ...where(changes || !isOpen, 'forbidden'),
    ...where(takesValues || isOpen || rule?.row !== undefined, 'not-found'),
    ...where(takesValues || changes, 'unfit'),
    ...where(changes, 'conflict', 'storage-full'),
    ...where(takes('header', 'If-Match'), 'version-outdated', 'version-missing'),
    ...where(requestBody !== undefined, 'too-large', 'type-unsupported'),
  ];
}

function reference(place: 'schemas' | 'responses', name: string) {
  return { $ref: `#/components/${place}/${name}` };
}
