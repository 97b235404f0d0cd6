import { exact } from '../../domain/exact.js';
import { perText } from '../../domain/printed/target-text.js';
import { parseTargetValue } from '../../domain/printed/target-value.js';
import { eachIndicator } from './doubt-check.js';

/** So many times the target is not reached: it counts ones where the target counts tens of thousands. */
const BEYOND = exact('100');

/** 0.95 beside a target of 95 %: so many times smaller, a share was printed as a number. */
const BELOW = exact('20');
const ONE = exact('1');
/** So many times what is asked for a month or quarter was counted over more of them. */
const OF_YEAR = exact('2');

/** What was reached is printed in another unit than the target: converted where that is exact, else left to a person. */
export const unitOfActual = eachIndicator(
  'unit-converted',
  ({ name, target, unit, per, comparator, actual, actualRaw }) => {
    const printed = actualRaw === null ? null : parseTargetValue(actualRaw);
    if (printed?.comparator !== '=' || unit === null || target === null || comparator === null) return null;
    const isBare =
      printed.unit === null && /^[万亿千]/.test(unit) && exact(printed.target).gt(exact(target).mul(BEYOND));
    const isShare =
      printed.unit === null &&
      unit === '%' &&
      exact(printed.target).gt(0) &&
      exact(printed.target).lte(ONE) &&
      exact(target).gt(exact(printed.target).mul(BELOW));
    // 48次 for 4次/月 are those of the whole year.
    const isOfYear = per !== null && printed.per === null && exact(printed.target).gt(exact(target).mul(OF_YEAR));
    if (isBare || isShare || isOfYear || (printed.unit !== null && actual === null)) {
      const measure = `${unit}${perText(per, 'zh')}`;
      const zh = `“${name}”的实际完成值“${actualRaw ?? ''}”看来不以指标值的单位“${measure}”计，请填写以“${measure}”计的数值。`;
      const en = `The value reached of “${name}”, “${actualRaw ?? ''}”, seems not to be in the target's unit “${measure}”. Enter it in that unit.`;
      return { code: 'unit-differs', severity: 'warning', message: { zh, en } };
    }
    if (actual === printed.target) return null;
    const zh = `“${name}”的实际完成值“${actualRaw ?? ''}”已换算为 ${actual ?? ''} ${unit}，请核对。`;
    const en = `The value reached of “${name}”, “${actualRaw ?? ''}”, was converted to ${actual ?? ''} ${unit}. Please check.`;
    return { severity: 'info', message: { zh, en } };
  },
);
