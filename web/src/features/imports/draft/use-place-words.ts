import { useTranslation } from 'react-i18next';

const PLACE = /(\S+![A-Z]+\d+)|T(\d+)R(\d+)C\d+|¶(\d+)|\bp(\d+)\b|\bL(\d+)\b/g;

/**
 * Where something stands in a document, in words, by itself or in a sentence: `L58` is 第 58 行. Cells of a workbook
 * (`表1!B4`) are known by their names.
 */
export function usePlaceWords() {
  const { t } = useTranslation();
  return (text: string): string =>
    text.replace(PLACE, (...[whole, cell, table, row, paragraph, page, line]: (string | undefined)[]) => {
      if (cell) return whole ?? '';
      if (table) return t('draft.place.row', { table, row });
      if (paragraph) return t('draft.place.paragraph', { number: paragraph });
      return page ? t('draft.place.page', { number: page }) : t('draft.place.line', { number: line });
    });
}
