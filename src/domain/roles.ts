/**
 * One role per user. The three administrators are kept apart from each other (等保 2.0: 三权分立) and from business data:
 * whoever runs the system can neither grant rights nor change a figure, and whoever reads the log can do neither.
 */
export const ROLES = [
  'system-administrator',
  'security-administrator',
  'auditor',
  'performance-office',
  'department-head',
  'reporter',
  'viewer',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that run the installation, and see no business data. */
export const ADMINISTRATORS: readonly Role[] = ['system-administrator', 'security-administrator', 'auditor'];
/** Roles that could grant rights, stop the machine, or approve every figure. */
export const POWERFUL: readonly Role[] = [...ADMINISTRATORS, 'performance-office'];
/** Roles that see business data. */
export const READERS: readonly Role[] = ['performance-office', 'department-head', 'reporter', 'viewer'];
/** Whoever makes accounts has to know the departments they belong to. */
export const ORGANISATION_READERS: readonly Role[] = [...READERS, 'security-administrator'];
/** Roles that enter figures. */
export const ENTERERS: readonly Role[] = ['performance-office', 'department-head', 'reporter'];
/** Roles that approve figures and manage sheets. */
export const MANAGERS: readonly Role[] = ['performance-office', 'department-head'];
/** Roles that always belong to a department. */
export const OF_A_DEPARTMENT: readonly Role[] = ['department-head', 'reporter'];
/** Roles that may belong to a department. */
export const MAY_HAVE_DEPARTMENT: readonly Role[] = [...OF_A_DEPARTMENT, 'viewer'];
