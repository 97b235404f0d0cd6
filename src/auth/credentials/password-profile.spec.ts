import { checkPassword, PASSWORD_PROFILES } from './password-profile.js';
import { partsOfName } from './password-words.js';

const WORDS = {
  own: ['zhang.shifan', 'zhang', 'shifan', '张示范', 'z.shifan', 'kan'],
  local: [...partsOfName('云山区民政局'), 'yunshan', 'jixiao.yunshan.example', 'localhost'],
};
const codes = (password: string, profile: keyof typeof PASSWORD_PROFILES = 'standard') =>
  checkPassword(password, PASSWORD_PROFILES[profile], WORDS).map(({ code }) => code);

describe('a new password', () => {
  it.each([
    'correct horse battery',
    '云山有径 石上听泉 松下客',
    'vR7-kd0q_Wz3xm',
    'jixiao vR7-kd0q_Wz3xm', // what is left is strong by itself
    'my head is a quiet orange boat',
    'ｖＲ７－ｋｄ０ｑ＿Ｗｚ３ｘｍ',
    'they walk and whistle outside', // three letters across a blank are no name
  ])('may be %s', (password) => {
    expect(codes(password)).toEqual([]);
  });

  it.each([
    ['on breach lists', 'password1234'],
    ['on breach lists, dressed up', 'P@ssw0rd123456'],
    ['on breach lists, in full width', 'ｐａｓｓｗｏｒｄ１２３４'],
    ['a row of keys', 'qwertyuiop12'],
    ['a walk over the keyboard', '1qaz2wsx3edc'],
    ['a repetition', 'aB3$aB3$aB3$'],
    ['a word of here', 'woaini5201314'],
    ['the name of the product', 'jixiaojixiao'],
    ['the names of the product and the host', 'jixiao-localhost-2026'],
    ['the same, dressed up', 'J1x1a0-L0calh0st-2026!'],
    ['the same in full width', 'ＪＩＸＩＡＯ－ｌｏｃａｌｈｏｓｔ－２０２６'],
    ['the name of the product in Chinese', '绩效台账-绩效办-2026'],
    ['the user name', 'my zhang.shifan 7312'],
    ['the user name, beside something strong', 'zhang.shifan vR7-kd0q_Wz3xm'],
    ['the own name', '张示范 vR7-kd0q_Wz3xm'],
    ['the user name in full width', 'ｚｈａｎｇ．ｓｈｉｆａｎ vR7-kd0q_Wz'],
    ['the mailbox, dressed up', 'Z.Sh1f4n vR7-kd0q_Wz'],
    ['the own name, with points', 'z.h.a.n.g vR7-kd0q_Wz3xm'],
    ['the own name, with signs that are letters elsewhere', 's!h!i!f!a!n vR7-kd0q_Wz3xm'],
    ['the own name, with blanks', '张 示 范 vR7-kd0q_Wz3xm'],
    ['the own name, with blanks of no width', 'k\u200ba\u200bn vR7-kd0q_Wz3xm'],
    ['the own name, with soft hyphens', 'sh\u00adifan vR7-kd0q_Wz3xm'],
    ['the own name, with accents', 'zh\u0301a\u0301ng vR7-kd0q_Wz3xm'],
    ['the own name, in letters that look so', 'zһаng vR7-kd0q_Wz3xm'],
    ['the name of the product, with blanks', 'ji xiao tai zhang 2026'],
    ['the name of the product, with points', 'j.i.x.i.a.o.2.0.2.6'],
    ['the name of the product, dressed up, with blanks', 'J 1 x 1 @ o, 2026!'],
    ['the name of the organisation, twice', '云山区民政局云山区民政局'],
    ['the name of the organisation and a year', '云山区民政局@2026年'],
    ['the place, without what it is', '云山-云山-jixiao-2026'],
    ['its name in the network', 'Yunshan-2026'],
    ['the product and its address', 'jixiao.gov.cn.2026'],
    ['an address of the place', 'www.zhengfu.gov.cn'],
    ['the name of a first account and a date', 'secadmin20261130'],
    ['the same, dressed up', 'Sec@dmin!2026.11.30'],
    ['mubiaokaohe2026', 'mubiaokaohe2026'],
    ['niandumubiao2026', 'niandumubiao2026'],
    ['yusuanzhixing2026', 'yusuanzhixing2026'],
    ['shieryue20261201', 'shieryue20261201'],
    ['xingqiyi20261201', 'xingqiyi20261201'],
    ['2026nian12yue01ri', '2026nian12yue01ri'],
    ['weirenminfuwu2026', 'weirenminfuwu2026'],
    ['buwangchuxin2026', 'buwangchuxin2026'],
    ['不忘初心牢记使命2026', '不忘初心牢记使命2026'],
    ['zhonghuarenmin1949', 'zhonghuarenmin1949'],
    ['womendejixiao2026', 'womendejixiao2026'],
    ['winter2026winter', 'winter2026winter'],
    ['chunjie2027kuaile', 'chunjie2027kuaile'],
    ['1qaz!QAZ2wsx@WSX', '1qaz!QAZ2wsx@WSX'],
    ['!QAZ2wsx#EDC4rfv', '!QAZ2wsx#EDC4rfv'],
    ['jxtz2026jxtz', 'jxtz2026jxtz'],
    ['szfbgs@2026!', 'szfbgs@2026!'],
    ['shilishizhengfu2026', 'shilishizhengfu2026'],
    ['rmzfbgs20261201', 'rmzfbgs20261201'],
    ['a role', 'performance-office'],
    ['roles and a year', 'reporter-viewer-2026'],
    ['a role in Chinese and a date', '安全管理员2026年11月30日'],
    ['an office in Chinese and a month', '绩效办公室2026年11月'],
    ['a department in Latin letters', 'caizheng-ju-20261130'],
    ['a date in Chinese', '二〇二六年十一月三十日'],
    ['long, and one character', 'x'.repeat(200)],
  ])('may not be %s', (_, password) => {
    expect(codes(password)).toContain('password-guessable');
  });

  it('has twelve characters, whatever bytes they take', () => {
    expect(codes('vR7-kd0q_Wz')).toEqual(['password-short']);
    expect(codes('松风有径石上听泉竹下')).toEqual(['password-short']);
  });

  it('has four classes where 等保 2.0 asks for them, of which letters of full width are no fourth', () => {
    expect(codes('correct horse battery', 'mlps')).toEqual(['password-simple']);
    expect(codes('Correct 7 horse battery', 'mlps')).toEqual([]);
    expect(codes('Correct7horseｂattery', 'mlps')).toEqual(['password-simple']);
  });

  it('is not refused for words that stand in anything', () => {
    const own = ['li', 'x', '李'];
    expect(
      checkPassword('quiet lily by the lake 李花', PASSWORD_PROFILES.standard, { own, local: ['a', 'js'] }),
    ).toEqual([]);
  });
});
