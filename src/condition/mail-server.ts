import { createTransport } from 'nodemailer';
import type { Configuration } from '../config/configuration.js';
import { trouble, type Trouble } from './trouble.js';

const LIMIT_MS = 10_000;
const LIMITS = { connectionTimeout: LIMIT_MS, greetingTimeout: LIMIT_MS, socketTimeout: LIMIT_MS };

/** Connects and signs in, once, without a mail. */
export async function unusableMailServer({ SMTP_URL }: Configuration): Promise<Trouble[]> {
  if (SMTP_URL === undefined) return [];
  const transport = createTransport({ url: SMTP_URL, ...LIMITS });
  try {
    await transport.verify();
    return [];
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return [
      trouble(
        'error',
        'mail-server-unusable',
        [`邮件服务器不可用：${said}`, `The mail server cannot be used: ${said}`],
        [
          '核对 SMTP_URL 的主机、端口、用户名和密码（密码中的特殊字符须编码，如 @ 写作 %40）。',
          'Check host, port, user and password in SMTP_URL (special characters are encoded, such as %40 for @).',
        ],
      ),
    ];
  } finally {
    transport.close();
  }
}
