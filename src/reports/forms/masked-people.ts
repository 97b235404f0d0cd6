import { maskName, maskPhone } from '../../common/personal-data.js';
import type { ReportContent, ReportedPerson } from '../content/report-content.js';

/** The same report with the names and telephone numbers of people masked. */
export const withMaskedPeople = (content: ReportContent): ReportContent => ({
  ...content,
  sheets: content.sheets.map((sheet) => ({ ...sheet, responsible: maskedPerson(sheet.responsible) })),
});

const maskedPerson = ({ name, phone }: ReportedPerson): ReportedPerson => ({
  name: name && maskName(name),
  phone: phone && maskPhone(phone),
});
