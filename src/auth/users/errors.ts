import { DomainError, errorAt } from '../../domain/domain-error.js';

export const usernameTaken = (username: string): DomainError =>
  errorAt('/username', 'conflict', 'already-exists', {
    zh: `用户名“${username}”已被使用，请换一个。`,
    en: `The user name “${username}” is taken; choose another.`,
  });

export const withoutDepartment = (): DomainError =>
  errorAt('/departmentId', 'unfit', 'role-place', {
    zh: '部门负责人和填报人必须属于一个部门。',
    en: 'Heads and reporters belong to a department.',
  });

export const ofNoDepartment = (): DomainError =>
  errorAt('/departmentId', 'unfit', 'role-place', {
    zh: '该角色不属于任何部门。',
    en: 'This role belongs to no department.',
  });

/** Whoever grants rights grants themselves none, and locks nobody's way in by mistake: their own. */
export const ownAccount = (): DomainError =>
  new DomainError('forbidden', 'own-account', {
    zh: '不能更改自己的角色、部门、股室或停用状态，也不能重置自己的密码，请由另一位安全管理员办理。自己的密码可在“我的账号”中修改。',
    en: 'Nobody changes their own role, department, sections or state, or resets their own password; ask another security administrator. Your own password you change under “My account”.',
  });

export const deputyUnfit = (): DomainError =>
  errorAt('/deputyId', 'unfit', 'deputy-unfit', {
    zh: '代理人须是同一部门、参与填报或审核的另一个未停用用户。',
    en: 'The deputy must be another active user of the department who enters or approves figures.',
  });

export const successorUnfit = (): DomainError =>
  errorAt('/to', 'unfit', 'handover-unfit', {
    zh: '接任者须是同一部门、同一角色、未停用的另一个用户。',
    en: 'The successor must be another active user of the same department and role.',
  });

export const accountChanged = (): DomainError =>
  new DomainError('not-signed-in', 'account-changed', {
    zh: '账号刚刚有变动（密码、角色或状态），请重新登录。',
    en: 'The account has just been changed (its password, role or state); sign in again.',
  });
