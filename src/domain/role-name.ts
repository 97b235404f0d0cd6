import type { Message } from './domain-error.js';
import type { Role } from './roles.js';

const NAMES: Readonly<Record<Role, Message>> = {
  'system-administrator': { zh: '系统管理员', en: 'system administrator' },
  'security-administrator': { zh: '安全管理员', en: 'security administrator' },
  auditor: { zh: '审计员', en: 'auditor' },
  'performance-office': { zh: '绩效办', en: 'performance office' },
  'department-head': { zh: '部门负责人', en: 'department head' },
  reporter: { zh: '填报人', en: 'reporter' },
  viewer: { zh: '查看者', en: 'viewer' },
};

export const roleName = (role: Role): Message => NAMES[role];
