import { createTransport } from 'nodemailer';
import type { Configuration } from '../config/configuration.js';
import { addressOf } from '../delivery/mail/smtp-client.js';
import { trouble, type Trouble } from './trouble.js';

const LIMIT_MS = 10_000;
const LIMITS = { connectionTimeout: LIMIT_MS, greetingTimeout: LIMIT_MS, socketTimeout: LIMIT_MS };

/** Connects and signs in, once, without a mail. */
export async function unusableMailServer(configuration: Configuration): Promise<Trouble[]> {
  const url = addressOf(configuration);
  if (url === undefined) return [];
  const transport = createTransport({ url, ...LIMITS });
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
          '核对 SMTP_URL 的主机、端口、用户名和密码（密码中的特殊字符须编码，如 @ 写作 %40）；SMTP_TLS=required 时服务器须提供 TLS 和可信证书。',
          'Check host, port, user and password in SMTP_URL (special characters are encoded, such as %40 for @). With SMTP_TLS=required the server has to offer TLS and a certificate that is trusted.',
        ],
      ),
    ];
  } finally {
    transport.close();
  }
}
