import type { IncomingHttpHeaders } from 'node:http';
import { createParamDecorator, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { isMonth, type Month } from '../../domain/calendar/month.js';
import { invalidRequest, nothingOfId, versionMissing } from './errors.js';

/** An id that cannot be one names nothing. */
export const Id = {
  transform(text: string): string {
    if (isUuid(text)) return text.toLowerCase();
    throw nothingOfId(text);
  },
};

export const MonthParameter = {
  transform(text: string): Month {
    if (isMonth(text)) return text;
    const said = text.slice(0, 20);
    const message = {
      zh: `“${said}”不是月份，应为 YYYY-MM，如 2026-03。`,
      en: `“${said}” is not a month such as 2026-03.`,
    };
    throw invalidRequest([{ code: 'month-invalid', pointer: '/month', message }]);
  },
};

/** The validation pipe has made a number of it by now, be it NaN. */
export const YearParameter: PipeTransform<number, number> = {
  transform(year) {
    if (Number.isInteger(year) && year >= 1900 && year <= 2199) return year;
    const said = String(year);
    const message = { zh: `“${said}”不是年份，应为如 2026。`, en: `“${said}” is not a year such as 2026.` };
    throw invalidRequest([{ code: 'year-invalid', pointer: '/year', message }]);
  },
};

/**
 * The version that the caller has seen: `If-Match: "3"` is 3, `If-None-Match: *` (to create) is null.
 * @throws DomainError `precondition-required` (428, RFC 6585) when neither is given.
 */
export function seenVersion(headers: IncomingHttpHeaders): number | null {
  if (headers['if-none-match'] === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(headers['if-match'] ?? '')?.[1];
  if (version !== undefined) return Number(version);
  throw versionMissing();
}

const VERSION_SEEN =
  'The version that was seen, such as `"3"`; to create what is not there yet, `If-None-Match: *` instead.';

/** For parameters that come from `seenVersion`. */
export const describeVersion: ParameterDecorator = (controller, name) => {
  const method = name && Object.getOwnPropertyDescriptor(controller, name);
  if (method) ApiHeader({ name: 'If-Match', required: false, description: VERSION_SEEN })(controller, name, method);
};

export const SeenVersion = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | null =>
    seenVersion(context.switchToHttp().getRequest<FastifyRequest>().headers),
  [describeVersion],
);

/** For a write that is safe without it too; null: none was given. */
export const SeenVersionIfGiven = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | null => {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    return headers['if-match'] === undefined ? null : seenVersion(headers);
  },
  [describeVersion],
);
