import { parseTargetValue } from '../../domain/printed/target-value.js';
import { eachIndicator } from './doubt-check.js';

/** A target that is a number or a day, with words such as 已完成 as its result: the value reached is not known. */
export const actualNotNumber = eachIndicator(
  'actual-not-number',
  ({ name, comparator, qualitative, actual, actualRaw }) => {
    if (comparator === null || qualitative || actualRaw === null || actual !== null) return null;
    const isDay = comparator === 'by';
    // A number in another unit has a doubt of its own.
    if (!isDay && parseTargetValue(actualRaw)?.comparator === '=') return null;
    const [zh, en] = isDay
      ? ['日期，请填写完成的日期', 'a day. Enter the day']
      : ['数字，请填写数值', 'a number. Enter the number'];
    return {
      severity: 'warning',
      message: {
        zh: `“${name}”的实际完成值“${actualRaw}”不是${zh}。`,
        en: `The value reached of “${name}”, “${actualRaw}”, is not ${en}.`,
      },
    };
  },
);
