import { usersNamed } from './users-named.js';

const USERS = [
  { username: 'li.yangli', displayName: '李样例' },
  { username: 'shen.ji', displayName: 'Audit 审计员' },
];

describe('users by their names', () => {
  it.each([
    ['', ['li.yangli', 'shen.ji']],
    ['样例', ['li.yangli']],
    [' LI. ', ['li.yangli']],
    ['audit', ['shen.ji']],
    ['没有这个人', []],
  ])('“%s”', (words, found) => {
    expect(usersNamed(USERS, words).map(({ username }) => username)).toEqual(found);
  });
});
