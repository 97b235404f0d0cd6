import { checkPassword, PASSWORD_PROFILES } from './password-profile.js';

const WORDS = ['云山区民政局', 'yunshan', 'jixiao.yunshan.example'];
const codes = (password: string, profile: keyof typeof PASSWORD_PROFILES = 'standard') =>
  checkPassword(password, 'zhang.shifan', PASSWORD_PROFILES[profile], WORDS).map(({ code }) => code);

describe('a new password', () => {
  it.each(['correct horse battery', '云山有径 石上听泉 松下客', 'vR7-kd0q_Wz3xm'])('may be %s', (password) => {
    expect(codes(password)).toEqual([]);
  });

  it.each([
    ['on breach lists', 'password1234'],
    ['on breach lists, dressed up', 'P@ssw0rd123456'],
    ['a row of keys', 'qwertyuiop12'],
    ['a walk over the keyboard', '1qaz2wsx3edc'],
    ['a repetition', 'aB3$aB3$aB3$'],
    ['a word of here', 'woaini5201314'],
    ['the name of the product', 'jixiaojixiao'],
    ['the user name', 'my zhang.shifan 7312'],
    ['the name of the organisation, twice', '云山区民政局云山区民政局'],
    ['its name in the network', 'Yunshan-2026'],
    ['long, and one character', 'x'.repeat(200)],
  ])('may not be %s', (_, password) => {
    expect(codes(password)).toContain('password-guessable');
  });

  it('has twelve characters, whatever bytes they take', () => {
    expect(codes('vR7-kd0q_Wz')).toEqual(['password-short']);
    expect(codes('云山有径石上听泉松下')).toEqual(['password-short']);
  });

  it('has four classes where 等保 2.0 asks for them', () => {
    expect(codes('correct horse battery', 'mlps')).toEqual(['password-simple']);
    expect(codes('Correct 7 horse battery', 'mlps')).toEqual([]);
  });
});
