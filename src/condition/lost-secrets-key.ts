import { SecretBox } from '../auth/second-factor/secret-box.js';
import { Totp } from '../auth/second-factor/totp.entity.js';
import type { Configuration } from '../config/configuration.js';
import type { Looking } from './database-troubles.js';
import { trouble, type Trouble } from './trouble.js';

/** Secrets in the database that the key of now does not open: it is gone, or another lies in its place. */
export async function lostSecretsKey({ manager }: Looking, configuration: Configuration): Promise<Trouble[]> {
  const box = new SecretBox(configuration); // reads the file as it is by now
  const sealed = await manager.find(Totp, { select: { userId: true, secret: true } });
  const shut = sealed.filter(({ userId, secret }) => !box.opens(secret, userId)).length;
  if (shut === 0) return [];
  return [
    trouble(
      'error',
      'secrets-key-differs',
      [
        `数据库中有 ${shut} 个验证器密钥无法解密：密钥文件 ${box.file} 丢失或被替换。有关人员只能用恢复码登录。`,
        `${shut} secrets of authenticator apps cannot be opened: the key file ${box.file} is gone, or another lies in its place. Their owners come in with recovery codes alone.`,
      ],
      [
        '把原来的密钥文件放回并重新启动；确实找不回时，由安全管理员停用有关账号的第二重验证，本人重新启用。',
        'Put the former key file back and start anew; where it is lost for good, the security administrator ends the second factor of these accounts, and their owners add another.',
      ],
    ),
  ];
}
