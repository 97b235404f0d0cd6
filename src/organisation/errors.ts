import { DomainError, errorAt } from '../domain/domain-error.js';

export const departmentCycle = (): DomainError =>
  errorAt('/parentId', 'unfit', 'department-cycle', {
    zh: '部门不能隶属于自己或自己的下级部门。',
    en: 'A department cannot stand below itself or below one of its own.',
  });

export const officeDutyOfOffice = (): DomainError =>
  new DomainError('forbidden', 'office-duty-of-office', {
    zh: '绩效办联系人会收到所有部门的提醒，只能由绩效办设置、修改或删除。',
    en: 'A contact of the performance office is told of all departments: only the performance office sets, changes or deletes one.',
  });

export const successorWithoutEmail = (): DomainError =>
  errorAt('/to', 'unfit', 'handover-unfit', {
    zh: '接任者没有电子邮箱，提醒邮件将无处可送；请先补填。',
    en: 'The successor has no e-mail address, so reminders would go nowhere; add one first.',
  });

export const deputyUnfit = (): DomainError =>
  errorAt('/deputyId', 'unfit', 'deputy-unfit', {
    zh: '代理人须是同一部门的另一位在用联系人。',
    en: 'The deputy must be another active contact of the department.',
  });

export const absenceOfAccount = (field: 'awayFrom' | 'awayUntil' | 'deputyId'): DomainError =>
  errorAt(`/${field}`, 'unfit', 'absence-of-account', {
    zh: '该联系人已关联账号，外出日期和代理人由本人在“我的账号”中凭密码填写，或由安全管理员在“用户”页填写。',
    en: 'This contact has an account: its owner enters absence and deputy under My account, with the password, or the security administrator does under Users.',
  });

export const sectionDisabled = (name: string): DomainError =>
  errorAt('/sectionId', 'unfit', 'section-disabled', {
    zh: `股室“${name}”已停用，请另选，或先在“机构与人员”页启用。`,
    en: `The section “${name}” is disabled; choose another, or enable it first under Organisation.`,
  });

export const departmentDisabled = (name: string): DomainError =>
  errorAt('/departmentId', 'unfit', 'department-disabled', {
    zh: `部门“${name}”已停用，请先在“机构与人员”页启用。`,
    en: `The department “${name}” is disabled; enable it first under Organisation.`,
  });

export const nameHasTwin = (name: string): DomainError =>
  errorAt('/name', 'conflict', 'name-has-twin', {
    zh: `已有“${name}”，只差空格、大小写或全角半角，会被当成同一个。请用已有的，或换一个名称。`,
    en: `There is “${name}”, which differs only in blanks, width or capitals and would be taken for the same. Use that one, or choose another name.`,
  });
