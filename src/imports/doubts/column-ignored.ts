import type { IgnoredColumn } from '../recognisers/columns/columns.js';
import { eachSheet } from './doubt-check.js';

const LOOKS: Readonly<Record<IgnoredColumn['looksLike'], { readonly zh: string; readonly en: string }>> = {
  sign: { zh: '看起来是比较符', en: 'they look like comparisons' },
  unit: { zh: '看起来是计量单位', en: 'they look like units' },
  target: { zh: '看起来是指标值', en: 'they look like targets' },
  number: { zh: '是数字', en: 'they are numbers' },
  text: { zh: '是文字', en: 'they are words' },
};

/** A column with contents that was not taken over: what its head says is not known, or a draft has no field for it. */
export const columnIgnored = eachSheet('column-ignored', ({ headers, unknownMoney }) => [
  ...unknownMoney.map(({ head, figure }) => {
    const name = head.text.replace(/\s/g, '');
    const zh = `资金部分的“${name}”列没有导入（${figure.text}）：不知道它是预算数、执行数，还是别的。请核对。`;
    const en = `The column “${name}” of the funding was not imported (${figure.text}): is it the budget, the spending, or something else?`;
    return { severity: 'warning' as const, message: { zh, en }, source: figure.source };
  }),
  ...headers.flatMap(({ ignored, columns }) =>
    ignored.map(({ head, values, looksLike, isKnown }) => {
      const [name, sample] = [head.text, values.join('、').slice(0, 60)];
      if (isKnown) {
        const zh = `“${name}”列有内容（如“${sample}”），未导入，请在原文件中查看。`;
        const en = `The column “${name}” is filled in (as “${sample}”) and was not imported; see the document.`;
        // What was reached in some months is what a monitoring form is about.
        const severity = head.meaning?.role === 'interim' ? ('warning' as const) : ('info' as const);
        return { severity, message: { zh, en }, source: head.source };
      }
      // A sign or unit that is missing changes what every row asks for.
      const isTelling = looksLike === 'sign' || looksLike === 'unit' || columns === null;
      const title =
        name === ''
          ? { zh: '没有列名的一列', en: 'A column without a head' }
          : { zh: `“${name}”列`, en: `The column “${name}”` };
      const zh = `${title.zh}没有导入：不知道它是什么（如“${sample}”，${LOOKS[looksLike].zh}）。它是比较符、计量单位、权重、上年值，还是别的？`;
      const en = `${title.en} was not imported: it is not known what it is (as “${sample}”; ${LOOKS[looksLike].en}). Is it the comparison, the unit, the weight, last year's value, or something else?`;
      return {
        severity: isTelling ? ('error' as const) : ('warning' as const),
        message: { zh, en },
        source: head.source,
      };
    }),
  ),
]);
