import { eachIndicator } from './doubt-check.js';

/** A numeric target with words such as 已完成 as its result: the value reached is not known. */
export const actualNotNumber = eachIndicator(
  'actual-not-number',
  ({ name, comparator, qualitative, actual, actualRaw }) => {
    if (comparator === null || qualitative || actualRaw === null || actual !== null) return null;
    const zh = `“${name}”的实际完成值“${actualRaw}”不是数字，请填写数值。`;
    const en = `The value reached of “${name}”, “${actualRaw}”, is not a number. Enter the number.`;
    return { severity: 'warning', message: { zh, en } };
  },
);
