import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  isEmail,
  IsObject,
  IsString,
  Length,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDecimal } from '../../domain/exact.js';
import { isLocalDate } from '../../domain/calendar/local-date.js';
import { isMonth } from '../../domain/calendar/month.js';
import { hidesSomething, saysSomething } from '../says-something.js';

const INSTANT = /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** A decimal as text, such as `"1314.40"`. */
export function IsDecimalText(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '12.5' }),
    ValidateBy({
      name: 'isDecimalText',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDecimal(value),
        defaultMessage: () => '$property must be a decimal as text, without exponent or separators, at most 6 decimals',
      },
    }),
  );
}

/** Words that say something, such as a reason: blanks alone are none. */
export function IsProse(longest: number): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Length(1, longest),
    ValidateBy({
      name: 'isProse',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && saysSomething(value),
        defaultMessage: () => '$property must say something; blanks alone do not',
      },
    }),
  );
}

/** Blanks that are typed by hand: of the Latin and the Chinese width, and the one that does not break. */
const BLANKS = /[ \u00a0\u3000]+/g;

/**
 * The name of somebody or something: prose of one line, since a line break in a mail can pretend to be anything, and of
 * signs that can be seen, since nobody could tell it from another. Blanks around it are dropped, and several are one.
 */
export function IsName(longest: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.replace(BLANKS, ' ').trim() : value,
    ),
    IsProse(longest),
    ValidateBy({
      name: 'isOneLine',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && !/\p{Cc}/u.test(value) && !hidesSomething(value),
        defaultMessage: () => '$property must be one line, without signs that cannot be seen',
      },
    }),
  );
}

/** Quoted names are allowed by the standard, and with them blanks and line breaks, which no server of ours takes. */
const NOT_IN_ADDRESSES = /[\s"\p{Cc}]/u;

/** An address that mail can be sent to. */
export function IsMailAddress(): PropertyDecorator {
  return ValidateBy({
    name: 'isMailAddress',
    validator: {
      validate: (value: unknown) => isEmail(value) && !NOT_IN_ADDRESSES.test(value as string),
      defaultMessage: () => '$property must be an e-mail address without blanks, line breaks or quotation marks',
    },
  });
}

/** A month as text, such as `"2026-10"`. */
export function IsMonthText(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '2026-10' }),
    ValidateBy({
      name: 'isMonthText',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isMonth(value),
        defaultMessage: () => '$property must be a month such as 2026-10',
      },
    }),
  );
}

/** A local date as text, such as `"2026-11-09"`. */
export function IsLocalDate(): PropertyDecorator {
  return ValidateBy({
    name: 'isLocalDate',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isLocalDate(value),
      defaultMessage: () => '$property must be a date such as 2026-11-09',
    },
  });
}

/** An instant as text (RFC 3339), such as `"2026-11-09T09:00:00+08:00"`. */
export function IsInstantText(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '2026-11-09T09:00:00+08:00' }),
    ValidateBy({
      name: 'isInstantText',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && INSTANT.test(value) && isLocalDate(value.slice(0, 10)),
        defaultMessage: () => '$property must be a time such as 2026-11-09T09:00:00+08:00',
      },
    }),
  );
}

/** A list of objects of one class, each checked by it: a list among them is no object, and would pass unchecked. */
export function IsListOf(type: () => new () => object, { least = 0, most }: { least?: number; most: number }) {
  return applyDecorators(
    ApiProperty({ type: () => [type()] }),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );
}

/** May be left out, but not null: unlike IsOptional, which lets null through to a column that has none. */
export function IsOmittable(): PropertyDecorator {
  return ValidateIf((_, value: unknown) => value !== undefined);
}

/** For PartialType, which otherwise makes every field accept null. */
export const NULLS_ARE_CHECKED = { skipNullProperties: false };
