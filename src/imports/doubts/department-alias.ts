import type { DepartmentMeaning } from '../../organisation/aliases/department-meaning.js';
import type { Doubt, SuggestedAnswer } from '../sheet-draft.js';

/** What is known of the department of a sheet beside its printed name. */
export interface NamedSheet {
  readonly department: string | null;
  /** A person has said which one it is. */
  readonly departmentId: string | null;
  /** A person has said that it is the one that is called exactly so, be it a new one. */
  readonly departmentAsPrinted?: boolean;
}

/** One for each printed name that is not simply the name of a department, or of none yet: it holds for all sheets that print it. */
export function departmentAlias(sheets: readonly NamedSheet[], meanings: readonly DepartmentMeaning[]): Doubt[] {
  return meanings.flatMap((meaning) => {
    const isOpen = ({ department, departmentId, departmentAsPrinted = false }: NamedSheet) =>
      department === meaning.printed && departmentId === null && !departmentAsPrinted;
    const sheet = sheets.findIndex(isOpen);
    const said = sheet < 0 ? null : saying(meaning);
    if (!said) return [];
    const answers = [...choices(meaning, sheet), asPrinted(meaning, sheet)];
    return [{ code: 'department-alias', ...said, sheet: null, indicator: null, source: null, answers } satisfies Doubt];
  });
}

function saying({ printed, as, departments, by, on }: DepartmentMeaning): Pick<Doubt, 'severity' | 'message'> | null {
  const [one, ...others] = departments;
  if (!one) return unknown(printed);
  if (as === 'name' && others.length === 0) return null;
  if (others.length > 0) {
    const names = departments.map(({ name }) => `“${name}”`);
    return {
      severity: 'error',
      message: {
        zh: `“${printed}”可能是${names.join('、')}，请选定是哪个部门。`,
        en: `“${printed}” may be ${names.join(' or ')}. Say which department it is.`,
      },
    };
  }
  const [zh, en] = {
    said: [`由 ${by ?? ''} 于 ${on ?? ''} 指定`, `as decided by ${by ?? ''} on ${on ?? ''}`],
    former: [`是其原名（${on ?? ''} 更名）`, `its former name (renamed on ${on ?? ''})`],
    near: ['仅差“本级”或括号', 'the names differ by 本级 or brackets only'],
    name: ['', ''],
  }[as];
  return {
    severity: as === 'near' ? 'warning' : 'info',
    message: {
      zh: `文件印作“${printed}”，按“${one.name}”处理：${zh ?? ''}。`,
      en: `Printed as “${printed}”, read as “${one.name}”: ${en ?? ''}.`,
    },
  };
}

const unknown = (printed: string): Pick<Doubt, 'severity' | 'message'> => ({
  severity: 'info',
  message: {
    zh: `现有部门中没有“${printed}”，采用时将新建。如是已有部门的别称，或名称读错了，请先指定。`,
    en: `There is no department “${printed}”: the adoption makes it. If it is another name of one that is there, or was misread, say so first.`,
  },
});

/** Which of several; said once, it is known from then on. */
function choices({ departments }: DepartmentMeaning, sheet: number): SuggestedAnswer[] {
  if (departments.length < 2) return [];
  return departments.map(({ id, name }) => ({
    label: { zh: `是“${name}”，以后也是`, en: `it is “${name}”, from now on` },
    part: 'sheetDecisions',
    value: { sheet, departmentId: id, everywhere: true, remember: true },
  }));
}

const asPrinted = ({ printed, departments }: DepartmentMeaning, sheet: number): SuggestedAnswer => ({
  label:
    departments.length > 0
      ? { zh: `不是，另有部门“${printed}”`, en: `no: it is a department of its own, “${printed}”` }
      : { zh: `是新部门“${printed}”`, en: `it is a new department, “${printed}”` },
  part: 'sheetDecisions',
  value: { sheet, departmentAsPrinted: true, everywhere: true },
});
