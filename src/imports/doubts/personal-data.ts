import { eachSheet } from './doubt-check.js';

/** Published names are often masked: 王*示, 李某某. */
const MASKED = /[*＊xX×某○]/;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const IDENTITY_CARD = /(?<!\d)\d{17}[\dXx](?!\d)/;

/** Names and numbers of people. The message never repeats them: drafts are logged, mailed and shown to many. */
export const personalData = eachSheet('personal-data', ({ draft }) => {
  const { name, phone } = draft.responsible;
  const goal = draft.goal ?? '';
  const found = [
    ...(name !== null && !MASKED.test(name) ? [{ zh: '负责人姓名', en: 'the name of a person' }] : []),
    ...(phone !== null && /\d{7}/.test(phone.replace(/[-\s]/g, '')) ? [{ zh: '联系电话', en: 'a phone number' }] : []),
    ...(MOBILE.test(goal) ? [{ zh: '目标文字中的手机号', en: 'a mobile number in the goal' }] : []),
    ...(IDENTITY_CARD.test(goal) ? [{ zh: '目标文字中的身份证号', en: 'an identity card number in the goal' }] : []),
  ];
  if (found.length === 0) return [];
  const zh = `该表含有个人信息：${found.map((what) => what.zh).join('、')}。不需要的请在采用前删除。`;
  const en = `The sheet holds personal data: ${found.map((what) => what.en).join(', ')}. Remove what is not needed.`;
  const label = { zh: '不保存姓名和电话', en: 'leave name and number out' };
  const answers = [{ label, part: 'sheetDecisions' as const, value: { withoutPersonalData: true } }];
  return [{ severity: 'info', message: { zh, en }, answers }];
});
