import { causesOf } from './deviation.js';

describe('the causes of a deviation on the monitoring form', () => {
  it.each([
    [null, []],
    ['', []],
    ['经费保障：追加预算未到位', ['经费保障']],
    ['制度保障和人员保障不足', ['制度保障', '人员保障']],
    ['硬件条件保障：服务器故障', ['硬件条件保障']],
    ['暴雨冲断线路', ['其他']],
  ])('%s ticks %j', (reason, causes) => {
    expect(causesOf(reason)).toEqual(causes);
  });
});
