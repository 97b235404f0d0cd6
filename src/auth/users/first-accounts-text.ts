import type { FirstAccount } from './first-accounts.service.js';

/** What the first start prints about its accounts; empty when there are none. */
export function firstAccountsText(accounts: readonly FirstAccount[]): string {
  if (accounts.length === 0) return '';
  const width = Math.max(...accounts.map(({ username }) => username.length));
  const lines = accounts.map(({ username, password, role }) => `  ${username.padEnd(width)}  ${password}  ${role}`);
  return [
    '',
    '首次启动建立了以下账号，密码只显示这一次：',
    'Accounts of this first start; their passwords are shown this once:',
    ...lines,
    '忘记密码 / forgotten: npm run jixiao -- user reset-password NAME',
    '',
  ].join('\n');
}
