import { QueryFailedError } from 'typeorm';
import {
  csrfTokenUnfit,
  notSignedIn,
  passwordExpired,
  RateLimitError,
  tokenReadOnly,
} from '../../auth/access/errors.js';
import { signInRefused } from '../../auth/sign-in/errors.js';
import { ConflictError, type DomainError, errorAt, NotFoundError, refuseUnfit } from '../../domain/domain-error.js';
import { fileMissing, fileTooLarge } from '../../files/errors.js';
import { monthClosed, monthOutsideYear, openUntilPast } from '../../months/errors.js';
import { monthNotOpen, rowTwice } from '../../progress/entries/errors.js';
import { notOwnSection } from '../access/errors.js';
import { seenVersion } from './parameters.js';
import { failureOf, STATUS_OF_KIND } from './problem-details.js';
import { invalidRequest } from './errors.js';

const what = { zh: '该内容', en: 'thing' };
const failed = (code: string, query = '') =>
  new QueryFailedError(query, [], Object.assign(new Error('failed'), { code }));
const thrown = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

// Programs rely on both: a code must not wander to another status.
const ANSWERS: readonly (readonly [status: number, code: string, error: unknown])[] = [
  [400, 'request-invalid', invalidRequest([])],
  [400, 'request-invalid', failed('22021')],
  [401, 'not-signed-in', notSignedIn()],
  [401, 'sign-in-refused', signInRefused()],
  [403, 'password-expired', passwordExpired()],
  [403, 'token-read-only', tokenReadOnly()],
  [403, 'csrf-token', csrfTokenUnfit()],
  [403, 'not-own-section', notOwnSection()],
  [404, 'not-found', new NotFoundError(what)],
  [409, 'month-closed', monthClosed({ department: '市图书馆', month: '2026-03' })],
  [409, 'already-exists', failed('23505')],
  [409, 'still-in-use', failed('23001')],
  [409, 'still-in-use', failed('23503', 'DELETE FROM section')],
  [409, 'no-longer-there', failed('23503', 'INSERT INTO progress_entry')],
  [412, 'version-conflict', new ConflictError({}, 2)],
  [413, 'file-too-large', fileTooLarge(20)],
  [422, 'month-outside-year', monthOutsideYear('2025-12', 2026)],
  [422, 'month-not-open', monthNotOpen('2026-12')],
  [422, 'open-until-past', openUntilPast('2026-03-01')],
  [422, 'row-twice', rowTwice()],
  [428, 'precondition-required', thrown(() => seenVersion({}))],
  [429, 'too-many-requests', new RateLimitError(7)],
  [500, 'file-missing', fileMissing('0')],
  [500, 'http-500', new Error('a fault of ours')],
  [503, 'database-busy', failed('40P01')],
  [503, 'database-unavailable', failed('57P01')],
  [507, 'storage-full', failed('53100')],
];

describe('what went wrong, in HTTP', () => {
  it.each(ANSWERS)('is %i %s', (status, code, thrownError) => {
    const { status: said, error } = failureOf(thrownError);
    expect([said, error.code]).toEqual([status, code]);
  });

  it('has a status of its own for every kind of error, each shown above', () => {
    const statuses = Object.values(STATUS_OF_KIND);
    expect(new Set(statuses).size).toBe(statuses.length);
    expect(statuses.filter((status) => !ANSWERS.some(([shown]) => shown === status))).toEqual([]);
  });
});

describe('an error of a value', () => {
  const message = { zh: '太大。', en: 'Too large.' };
  const first = { code: 'too-large', pointer: '/score', message };
  const second = { code: 'too-small', pointer: '/weight', message: what };

  it('says where it stands', () => {
    expect(errorAt('/score', 'unfit', 'too-large', message)).toMatchObject({ code: 'too-large', problems: [first] });
  });

  it('is told with all others, the first in the title', () => {
    expect(
      thrown(() => {
        refuseUnfit([first, second]);
      }),
    ).toMatchObject({
      kind: 'unfit',
      code: 'too-large',
      messages: message,
      problems: [first, second],
    });
    expect(() => {
      refuseUnfit([]);
    }).not.toThrow();
  });

  it('keeps its kind and code where it is told further out', () => {
    const told: DomainError = errorAt('/score', 'conflict', 'too-large', message).told({ problems: [second] });
    expect(told).toMatchObject({ kind: 'conflict', code: 'too-large', messages: message, problems: [second] });
  });
});
