import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import type { Problem } from '../../domain/domain-error.js';
import { escaped, unfitInBody } from './unfit-values.js';
import { invalidRequest } from './errors.js';

/** What the checks of class-validator mean, in Chinese; English is its own message. */
const CHINESE: Record<string, string> = {
  whitelistValidation: '没有这一项',
  isDefined: '必须填写',
  isString: '应为文本',
  isNotEmpty: '不能为空',
  isInt: '应为整数',
  isBoolean: '应为 true 或 false',
  isArray: '应为列表',
  isObject: '应为对象',
  isMailAddress: '不是有效的电子邮箱地址（不能含空格、换行或引号）',
  isUuid: '不是有效的编号',
  isIn: '不在允许的取值之内',
  matches: '格式不符',
  minLength: '太短',
  maxLength: '太长',
  isLength: '长度不符',
  min: '太小',
  max: '太大',
  isDecimalText: '应为半角十进制数字文本，不用千分位和指数，小数不超过 6 位',
  isInstantText: '应为 2026-11-09T09:00:00+08:00 形式的时间',
  isLocalDate: '应为 2026-11-09 形式的日期',
  isOneLine: '不能换行',
  isProse: '不能只有空格',
  isMonthText: '应为 YYYY-MM 形式的月份',
};

const OBJECT_EXPECTED: Problem = {
  code: 'object-expected',
  pointer: '',
  message: { zh: '内容应为 JSON 对象。', en: 'The body must be a JSON object.' },
};

/** What class-validator does not look at: whether there is an object at all, and whether its values can be read and stored. */
class RequestPipe extends ValidationPipe {
  override async transform(given: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isBody = metadata.type === 'body' && this.toValidate(metadata);
    const value = isBody && given === undefined ? {} : given; // so that what is missing is named
    if (isBody && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw invalidRequest([OBJECT_EXPECTED]);
    }
    const problems = typeof value === 'object' && value !== null ? unfitInBody(value, metadata.metatype) : [];
    if (problems.length > 0) throw invalidRequest(problems);
    return (await super.transform(value, metadata)) as unknown;
  }
}

/** Reads bodies and queries into DTOs; unknown keys and wrong types are refused, and nothing is converted silently. */
export function validationPipe(): ValidationPipe {
  return new RequestPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => invalidRequest(errors.flatMap((error) => problemsOf(error, ''))),
  });
}

function problemsOf({ property, constraints = {}, children = [] }: ValidationError, parent: string): Problem[] {
  const pointer = `${parent}/${escaped(property)}`;
  const own = Object.entries(constraints).map(([code, en]) => ({
    code,
    pointer,
    message: { zh: `${property} ${CHINESE[code] ?? '不符合要求'}。`, en: `${en}.` },
  }));
  return [...own, ...children.flatMap((child) => problemsOf(child, pointer))];
}
