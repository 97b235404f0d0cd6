import type { Message } from '../../domain/domain-error.js';
import { AGGREGATIONS } from '../../domain/aggregation.js';
import { COMPARATORS, GRADES, PERIODS, RULES } from '../../domain/indicator.js';

const decimal = { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d{1,6})?$' };
const weight = { type: 'string', pattern: '^\\d{1,3}(\\.\\d{1,6})?$' };
const day = { type: 'string', pattern: '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };
const month = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };

/** What a text that does not match should have been. */
export const EXPECTED_FORMS: Record<string, Message> = {
  [decimal.pattern]: { zh: '应为十进制数字文本，如 "12.5"。', en: 'must be a decimal as text, such as "12.5".' },
  [weight.pattern]: { zh: '应为分值文本，如 "10"。', en: 'must be points as text, such as "10".' },
  [day.pattern]: { zh: '应为日期，如 2026-09-30。', en: 'must be a day such as 2026-09-30.' },
  [month.pattern]: { zh: '应为月份，如 2026-03。', en: 'must be a month such as 2026-03.' },
};

const optional = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] });
const oneOf = (values: readonly string[]) => ({ enum: [...values] });
const optionalOneOf = (values: readonly string[]) => ({ enum: [...values, null] });

const indicator = {
  type: 'object',
  required: ['name', 'comparator', 'weight'],
  properties: {
    name: { type: 'string', minLength: 1 },
    comparator: oneOf(COMPARATORS),
    target: { type: ['string', 'null'] },
    targetUpper: optional(decimal),
    unit: { type: ['string', 'null'] },
    per: optionalOneOf(PERIODS),
    weight,
    rule: optionalOneOf(RULES),
    aggregation: optionalOneOf(AGGREGATIONS),
    firstMonth: optional(month),
    endMonth: optional(month),
  },
  allOf: [
    {
      if: { properties: { comparator: { enum: ['qualitative', 'by'] } } },
      else: { required: ['target'], properties: { target: decimal } },
    },
    {
      if: { properties: { comparator: { const: 'by' } } },
      then: { required: ['target'], properties: { target: day } },
    },
  ],
};

const entry = {
  type: 'object',
  required: ['indicator', 'period'],
  additionalProperties: false,
  properties: {
    indicator: { type: 'integer', minimum: 0 },
    period: month,
    // Whether these fit the indicator, and each other, is judged by checkEntry.
    value: { type: ['string', 'null'] },
    numerator: { type: ['string', 'null'] },
    denominator: { type: ['string', 'null'] },
    grade: optionalOneOf(GRADES),
    coefficient: { type: ['string', 'null'] },
    completedOn: { type: ['string', 'null'] },
    notApplicable: { type: 'boolean' },
  },
};

/** JSON Schema of a scoring case: a sheet as the import gives it, and what was reported for it. */
export const SCORE_CASE_SCHEMA = {
  type: 'object',
  required: ['policy', 'asOf', 'sheet', 'entries'],
  properties: {
    policy: { type: 'string' },
    asOf: month,
    executionWeight: optional(weight),
    adjustedBudget: optional(decimal),
    sheet: {
      type: 'object',
      required: ['fiscalYear', 'indicators'],
      properties: {
        fiscalYear: { type: 'integer', minimum: 1900, maximum: 2999 },
        funding: { type: ['object', 'null'], properties: { total: optional(decimal) } },
        indicators: { type: 'array', items: indicator },
      },
    },
    budget: {
      type: 'array',
      items: {
        type: 'object',
        required: ['period', 'spent'],
        additionalProperties: false,
        properties: { period: month, spent: decimal },
      },
    },
    entries: { type: 'array', items: entry },
  },
};
