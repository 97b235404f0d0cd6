import type { Role } from '../../domain/roles.js';
import type { CreateUserDto } from '../users/dto/user.dto.js';
import { needsTwo } from './two-persons.js';

const account = (role: Role) => ({ kind: 'account', payload: { role } as CreateUserDto }) as const;
const change = (role: Role, payload: object) => ({ kind: 'change', role, payload }) as const;
const reset = (role: Role) => ({ kind: 'password-reset', role, payload: {} }) as const;

it.each([
  ['a new reporter', account('reporter'), false],
  ['a new viewer', account('viewer'), false],
  ['a new office', account('performance-office'), true],
  ['a new security administrator', account('security-administrator'), true],
  ['a viewer who becomes the office', change('viewer', { role: 'performance-office' }), true],
  ['a viewer who becomes an auditor', change('viewer', { role: 'auditor' }), true],
  ['a viewer who becomes a head', change('viewer', { role: 'department-head' }), false],
  ['an auditor who becomes a viewer', change('auditor', { role: 'viewer' }), true],
  ['an auditor who becomes a security administrator', change('auditor', { role: 'security-administrator' }), true],
  ['the office that becomes a viewer', change('performance-office', { role: 'viewer' }), false],
  ['the office that stays what it is', change('performance-office', { role: 'performance-office' }), false],
  ['a security administrator who is disabled', change('security-administrator', { disabled: true }), true],
  ['a security administrator who is enabled again', change('security-administrator', { disabled: false }), false],
  ['a security administrator who becomes a viewer', change('security-administrator', { role: 'viewer' }), true],
  ['an administrator who is disabled', change('system-administrator', { disabled: true }), false],
  ['an identity of the office', change('performance-office', { oidcSubject: 'somebody@gov' }), true],
  ['an identity of a viewer', change('viewer', { oidcSubject: 'somebody@gov' }), false],
  ['the end of an identity of the office', change('performance-office', { oidcSubject: null }), false],
  ['another name of the office', change('performance-office', { displayName: '绩效办' }), false],
  ['a reset of a reporter', reset('reporter'), false],
  ['a reset of the office', reset('performance-office'), true],
  ['a reset of an auditor', reset('auditor'), true],
  ['the second factor of a viewer ended', { kind: 'second-factor-reset', role: 'viewer', payload: {} } as const, false],
  [
    'the second factor of an auditor ended',
    { kind: 'second-factor-reset', role: 'auditor', payload: {} } as const,
    true,
  ],
])('%s', (_, asked, expected) => {
  expect(needsTwo(asked)).toBe(expected);
});
