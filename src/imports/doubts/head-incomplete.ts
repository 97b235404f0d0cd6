import type { RecognisedSheet } from '../recognisers/recognised-sheet.js';
import { eachSheet } from './doubt-check.js';
import { sheetName } from './sheet-name.js';

/** Without department, year or (for a project) its name the sheet cannot be filed; a person must add them. */
export const headIncomplete = eachSheet('head-incomplete', (sheet) => {
  const { draft } = sheet;
  const missing = [
    ...(draft.department === null ? [{ zh: '部门名称', en: 'department' }] : []),
    ...(draft.fiscalYear === null ? [{ zh: '年度', en: 'fiscal year' }] : []),
    ...(draft.kind === 'project' && draft.project === null ? [{ zh: '项目名称', en: 'project name' }] : []),
  ];
  const warnings = [
    ...kindAssumed(sheet),
    ...fundingMissing(sheet),
    ...unitAssumed(sheet),
    ...yearsDiffer(sheet),
    ...severalDepartments(sheet),
    ...takenFromAbove(sheet),
  ];
  const others = warnings.map((message) => ({
    severity: 'warning' as const,
    message,
  }));
  if (missing.length === 0) return others;
  const name = sheetName(sheet);
  const zh = `“${name}”的表头未读到：${missing.map((what) => what.zh).join('、')}，请补充。`;
  const en = `Not found in the head of the sheet “${name}”: ${missing.map((what) => what.en).join(', ')}. Please add.`;
  return [{ severity: 'error' as const, message: { zh, en } }, ...others];
});

function kindAssumed({ draft, isKindAssumed, title }: RecognisedSheet) {
  if (!isKindAssumed || draft.kind !== 'department' || draft.project !== null) return [];
  const zh = `“${title.slice(0, 40)}”没有写明是部门整体还是项目，也没有读到项目名称，按部门整体表读取，请核对。`;
  const en = `“${title.slice(0, 40)}” does not say whether it is of a department or a project, and names no project: it was read as that of the department. Please check.`;
  return [{ zh, en }];
}

function yearsDiffer({ draft, title, years }: RecognisedSheet) {
  if (years.length < 2 || draft.fiscalYear === null) return [];
  const [name, year] = [sheetName({ draft, title }), String(draft.fiscalYear)];
  const zh = `“${name}”的标题和表头写有 ${years.join('、')} 几个年度，按 ${year} 年读取，请核对。`;
  const en = `Title and head of “${name}” name the years ${years.join(', ')}; it was read as that of ${year}. Please check.`;
  return [{ zh, en }];
}

function fundingMissing({ draft, title }: RecognisedSheet) {
  if (draft.funding.total !== null) return [];
  const name = sheetName({ draft, title });
  const zh = `没有读到“${name}”的资金总额，预算执行无法评分。请补充。`;
  const en = `The funding of “${name}” was not found; its budget execution cannot be scored. Please add it.`;
  return [{ zh, en }];
}

function unitAssumed({ draft, title, isUnitAssumed }: RecognisedSheet) {
  const { total } = draft.funding;
  if (!isUnitAssumed || total === null || /^0*\.?0*$/.test(total)) return [];
  const name = sheetName({ draft, title });
  const zh = `文件没有写金额单位，“${name}”的资金总额 ${total} 按万元读取。如是元，请改正。`;
  const en = `The document names no unit of money: the funding of “${name}”, ${total}, was read as 万元 (ten thousand yuan). Correct it if it is yuan.`;
  return [{ zh, en }];
}

/** A sheet below another often leaves out what both share; or somebody forgot it. */
function takenFromAbove(sheet: RecognisedSheet) {
  const names = { department: { zh: '部门', en: 'department' }, fiscalYear: { zh: '年度', en: 'fiscal year' } };
  const said = sheet.takenOver
    .filter(({ field, value }) => String(sheet.draft[field]) === value)
    .map(({ field, value }) => ({ zh: `${names[field].zh}（${value}）`, en: `${names[field].en} (${value})` }));
  if (said.length === 0) return [];
  const name = sheetName(sheet);
  const zh = `“${name}”的表头没有印${said.map((one) => one.zh).join('、')}，取自标题或前面的表，请核对。`;
  const en = `The head of “${name}” does not print its ${said.map((one) => one.en).join(', ')}: taken from its title or a sheet above. Please check.`;
  return [{ zh, en }];
}

/** 农业农村局、林业局 */
const SEVERAL =
  /^.{1,30}[局委办院厅处所部站会校场队馆社府心][、；;，,/\n].{1,30}[局委办院厅处所部站会校场队馆社府心]$/u;

function severalDepartments({ draft: { department } }: RecognisedSheet) {
  if (department === null || !SEVERAL.test(department)) return [];
  const zh = `部门栏写了不止一个单位：“${department}”。请改为负责填报的一个。`;
  const en = `The department names more than one: “${department}”. Please keep the one that answers for the sheet.`;
  return [{ zh, en }];
}
