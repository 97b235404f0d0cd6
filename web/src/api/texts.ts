import type { Texts } from '../i18n/texts.js';

export const apiTexts = {
  service: {
    signedOutMeanwhile: [
      '登录过期，刚才的操作没有完成；登录后请再做一次。',
      'Your session had ended, and this was not done. Do it again once you have signed in.',
    ],
    unreachable: ['无法连接服务，请检查服务是否在运行。', 'The service cannot be reached. Is it running?'],
  },
  passkeyProblem: {
    stopped: [
      '没有完成：已取消、超时，或这里没有可用的通行密钥。请重试。',
      'Not done: it was stopped, took too long, or no passkey is at hand. Try again.',
    ],
    there: ['这台设备上的通行密钥已经添加过。', 'The passkey of this device was added already.'],
    elsewhere: [
      '浏览器拒绝：打开本系统的网址与系统管理员设置的（PUBLIC_URL）不同。请用设置的网址打开。',
      'The browser refuses: this address is not the one that the system administrator has set (PUBLIC_URL). Open the page there.',
    ],
    unsupported: [
      '这个浏览器不支持通行密钥，或连接没有加密。请换用新的浏览器，或使用验证器应用。',
      'This browser has no passkeys, or the connection is not encrypted. Use a newer one, or an authenticator app.',
    ],
    failed: ['通行密钥没有成功，请重试，或换一个设备。', 'The passkey did not work. Try again, or another device.'],
  },
} as const satisfies Texts;
