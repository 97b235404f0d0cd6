import { POWERFUL, type Role, ROLES } from '../../domain/roles.js';
import type { UpdateUserDto } from '../users/dto/user.dto.js';
import { needsTwo } from './two-persons.js';

const ACCOUNT = {
  displayName: '李样例',
  email: 'li@example.org',
  language: 'zh',
  departmentId: null,
  sectionIds: [],
  deputyId: null,
  awayFrom: null,
  awayUntil: null,
  disabled: false,
  oidcSubject: 'li@gov',
} as const;

/** Every field with another value, and whether two decide on it for a powerful account. */
const FIELDS: Readonly<Record<keyof UpdateUserDto, readonly [value: unknown, two: boolean]>> = {
  role: ['viewer', true],
  departmentId: ['0190b0f4-0000-7000-8000-000000000001', true],
  sectionIds: [['0190b0f4-0000-7000-8000-000000000002'], true],
  disabled: [true, true],
  oidcSubject: [null, true],
  email: ['evil@example.org', true],
  displayName: ['徐看', true],
  language: ['en', false],
  deputyId: ['0190b0f4-0000-7000-8000-000000000003', false],
  awayFrom: ['2026-11-24', false],
  awayUntil: ['2026-11-25', false],
};

type Asked = Parameters<typeof needsTwo>;
type Account = NonNullable<Asked[1]>;

const account = (role: Role): Asked => [{ kind: 'account', payload: { role } }, null, false];
const change = (role: Role, payload: UpdateUserDto, is: Partial<Account> = {}, isMistakable = false): Asked => [
  { kind: 'change', payload },
  { ...ACCOUNT, sectionIds: [], role, ...is },
  isMistakable,
];
const reset = (kind: 'password-reset' | 'second-factor-reset', role: Role): Asked => {
  const [, reached, isMistakable] = change(role, {});
  return [{ kind, payload: {} }, reached, isMistakable];
};

describe.each(ROLES)('of a %s', (role) => {
  const isPowerful = POWERFUL.includes(role);
  it.each(Object.entries(FIELDS))('a change of %s', (field, [value, two]) => {
    expect(needsTwo(...change(role, { [field]: value }))).toBe(isPowerful && two);
    const same = { ...ACCOUNT, sectionIds: [], role }[field as keyof UpdateUserDto];
    expect(needsTwo(...change(role, { [field]: same }))).toBe(false);
  });
  it('the account itself, a password and a second factor', () => {
    expect(needsTwo(...account(role))).toBe(isPowerful);
    expect(needsTwo(...reset('password-reset', role))).toBe(isPowerful);
    expect(needsTwo(...reset('second-factor-reset', role))).toBe(isPowerful);
  });
});

it.each([
  ['a viewer who becomes the office', change('viewer', { role: 'performance-office' }), true],
  ['a viewer who becomes an auditor', change('viewer', { role: 'auditor' }), true],
  ['a viewer who becomes a head', change('viewer', { role: 'department-head' }), false],
  ['an auditor who becomes a security administrator', change('auditor', { role: 'security-administrator' }), true],
  ['another identity of the office', change('performance-office', { oidcSubject: 'evil@gov' }), true],
  ['an auditor who is enabled again', change('auditor', { disabled: false }, { disabled: true }), true],
  ['no address of the auditor any more', change('auditor', { email: null }), true],
  ['a first address of the auditor', change('auditor', { email: 'li@example.org' }, { email: null }), true],
  ['a name of a viewer that is taken for the office’s', change('viewer', { displayName: '绩效办' }, {}, true), true],
  ['such a name of a new one', [{ kind: 'account', payload: { role: 'viewer' } }, null, true], true],
] as [string, Asked, boolean][])('%s', (_, asked, expected) => {
  expect(needsTwo(...asked)).toBe(expected);
});
