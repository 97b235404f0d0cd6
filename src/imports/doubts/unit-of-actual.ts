import { exact } from '../../domain/exact.js';
import { parseTargetValue } from '../../domain/target-value.js';
import { eachIndicator } from './doubt-check.js';

/** So many times the target is not reached: it counts ones where the target counts tens of thousands. */
const BEYOND = exact('100');

/** 0.95 beside a target of 95 %: so many times smaller, a share was printed as a number. */
const BELOW = exact('20');
const ONE = exact('1');

/** What was reached is printed in another unit than the target: converted where that is exact, else left to a person. */
export const unitOfActual = eachIndicator('unit-converted', ({ name, target, unit, comparator, actual, actualRaw }) => {
  const printed = actualRaw === null ? null : parseTargetValue(actualRaw);
  if (printed?.comparator !== '=' || unit === null || target === null || comparator === null) return null;
  const isBare = printed.unit === null && /^[万亿千]/.test(unit) && exact(printed.target).gt(exact(target).mul(BEYOND));
  const isShare =
    printed.unit === null &&
    unit === '%' &&
    exact(printed.target).gt(0) &&
    exact(printed.target).lte(ONE) &&
    exact(target).gt(exact(printed.target).mul(BELOW));
  if (isBare || isShare || (printed.unit !== null && actual === null)) {
    const zh = `“${name}”的实际完成值“${actualRaw ?? ''}”看来不以指标值的单位“${unit}”计，请填写以“${unit}”计的数值。`;
    const en = `The value reached of “${name}”, “${actualRaw ?? ''}”, seems not to be in the target's unit “${unit}”. Enter it in that unit.`;
    return { code: 'unit-differs', severity: 'warning', message: { zh, en } };
  }
  if (actual === printed.target) return null;
  const zh = `“${name}”的实际完成值“${actualRaw ?? ''}”已换算为 ${actual ?? ''} ${unit}，请核对。`;
  const en = `The value reached of “${name}”, “${actualRaw ?? ''}”, was converted to ${actual ?? ''} ${unit}. Please check.`;
  return { severity: 'info', message: { zh, en } };
});
