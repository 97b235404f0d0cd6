import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { isDecimal } from '../../domain/exact.js';
import { isMonth } from '../../domain/month.js';

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
