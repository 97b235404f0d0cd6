import type { FirstAccount } from './first-accounts.service.js';

/** What every start says until somebody has signed in: passwords are printed once, and a terminal is soon closed. */
export function waitingAccountsText(usernames: readonly string[]): string {
  if (usernames.length === 0) return '';
  return [
    '',
    `尚无人登录。账号：${usernames.join('、')}；密码在首次启动时显示过一次。`,
    `Nobody has signed in yet. Accounts: ${usernames.join(', ')}; the first start printed their passwords once.`,
    '没有记下 / not at hand: npm run jixiao -- user reset-password NAME',
    '',
  ].join('\n');
}

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
