import { exact, isDecimal } from '../../../domain/exact.js';
import { repairError } from '../repair-error.js';

/** What somebody says of a row or a sheet, without what they do not say, and texts without the blanks around them. */
export function saidFields<T extends object>(fields: T): T {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined) as [string, unknown][];
  return Object.fromEntries(
    said.map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  ) as T;
}

/** @throws DomainError `too-long` */
export function checkLengths<T extends object>(fields: T, longest: Partial<Record<keyof T, number>>): void {
  for (const [field, most] of Object.entries<number | undefined>(longest)) {
    const value = fields[field as keyof T];
    if (typeof value !== 'string' || most === undefined || value.length <= most) continue;
    throw repairError('too-long', `/fields/${field}`, {
      zh: `最多 ${most} 个字，这里有 ${value.length} 个。`,
      en: `At most ${most} characters; there are ${value.length}.`,
    });
  }
}

/** Points and amounts. @throws DomainError `number-unfit` */
export function checkAmounts<T extends object>(fields: T, names: readonly (keyof T & string)[]): void {
  for (const name of names) {
    const value = fields[name];
    if (typeof value !== 'string' || (isDecimal(value) && exact(value).gte(0))) continue;
    throw repairError('number-unfit', `/fields/${name}`, {
      zh: `“${value}”应为不小于 0 的数字。`,
      en: `“${value}” must be a number of 0 or more.`,
    });
  }
}
