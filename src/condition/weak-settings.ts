import type { Configuration } from '../config/configuration.js';
import { trouble, type Trouble } from './trouble.js';

const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|)$/;
const GUESSED = ['postgres', 'password', 'jixiao', 'admin', '123456', '12345678'];

/** Settings that work, and let others in. */
export function weakSettings(settings: Configuration): Trouble[] {
  const databases = (['DATABASE_URL', 'DATABASE_OWNER_URL'] as const).flatMap((name) => database(name, settings[name]));
  return [...openToTheNetwork(settings), ...databases, ...mailServer(settings), ...bucket(settings)];
}

function openToTheNetwork({ HOST, PUBLIC_URL }: Configuration): Trouble[] {
  const { protocol, hostname } = new URL(PUBLIC_URL);
  if (THIS_MACHINE.test(HOST) || protocol === 'https:' || THIS_MACHINE.test(hostname)) return [];
  return [
    trouble(
      'warning',
      'access-unencrypted',
      [
        `服务对网络开放（HOST=${HOST}），PUBLIC_URL 却不是 https：密码可能被窃听。`,
        `The service is open to the network (HOST=${HOST}) and PUBLIC_URL is not https: passwords can be overheard.`,
      ],
      [
        '在前面设置带 TLS 的反向代理，并把 PUBLIC_URL 设为其 https:// 地址。',
        'Put a reverse proxy with TLS before it and set PUBLIC_URL to its https:// address.',
      ],
    ),
  ];
}

function database(name: string, url: string | undefined): Trouble[] {
  // Without a host, by a socket of this machine: no URL as the standard has it, and nobody else's way in.
  if (url === undefined || !URL.canParse(url)) return [];
  const { hostname, username, password, searchParams } = new URL(url);
  const isGuessed = hostname !== '' && [...GUESSED, username].includes(decodeURIComponent(password));
  const isElsewhere = hostname.includes('.') && !THIS_MACHINE.test(hostname);
  const isEncrypted = /^(require|verify-ca|verify-full)$/.test(searchParams.get('sslmode') ?? '');
  return [
    ...(isGuessed
      ? [
          trouble(
            'warning',
            'database-password-weak',
            [`${name} 中的密码很容易猜到。`, `The password in ${name} is easily guessed.`],
            [
              `为数据库角色设置一个长的随机密码（ALTER ROLE … PASSWORD），并改写 ${name}。`,
              `Give the role a long random password (ALTER ROLE … PASSWORD) and change ${name}.`,
            ],
          ),
        ]
      : []),
    ...(isElsewhere && !isEncrypted
      ? [
          trouble(
            'warning',
            'database-unencrypted',
            [
              `到数据库 ${hostname} 的连接没有要求加密。`,
              `The connection to the database on ${hostname} does not ask for encryption.`,
            ],
            [`在 ${name} 末尾加上 ?sslmode=verify-full。`, `Add ?sslmode=verify-full to ${name}.`],
          ),
        ]
      : []),
  ];
}

function mailServer({ SMTP_URL, SMTP_TLS }: Configuration): Trouble[] {
  if (SMTP_URL === undefined || SMTP_TLS === 'required') return [];
  const { protocol, hostname } = new URL(SMTP_URL);
  if (protocol === 'smtps:' || THIS_MACHINE.test(hostname) || !hostname.includes('.')) return [];
  return [
    trouble(
      'warning',
      'mail-unencrypted',
      [
        `邮件服务器 ${hostname} 不提供 TLS 时，邮件会以明文发出。`,
        `Mails leave in clear whenever the mail server on ${hostname} offers no TLS.`,
      ],
      ['设置 SMTP_TLS=required，或使用 smtps:// 地址。', 'Set SMTP_TLS=required, or use an smtps:// address.'],
    ),
  ];
}

function bucket({ S3_ENDPOINT }: Configuration): Trouble[] {
  if (S3_ENDPOINT === undefined) return [];
  const { protocol, hostname } = new URL(S3_ENDPOINT);
  if (protocol === 'https:' || THIS_MACHINE.test(hostname) || !hostname.includes('.')) return [];
  return [
    trouble(
      'warning',
      'bucket-unencrypted',
      ['S3_ENDPOINT 不是 https：佐证资料可能被窃听。', 'S3_ENDPOINT is not https: evidence can be overheard.'],
      ['改用对象存储的 https:// 地址。', 'Use the https:// address of the service.'],
    ),
  ];
}
