import { readFileSync } from 'node:fs';

/** Settings that are secrets, or hold one. Each may lie in a file instead, which NAME_FILE names, as containers hand them in. */
export const SECRETS = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'BACKUP_PASSPHRASE',
  'AUDIT_KEY',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const;

/** The environment with what the files hold, without the line break at their end; and a line for each that is of no use. */
export function withSecretFiles(environment: NodeJS.ProcessEnv): { settings: NodeJS.ProcessEnv; problems: string[] } {
  const settings = { ...environment };
  const problems: string[] = [];
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`]?.trim();
    if (!file) continue;
    const { secret, problem } = environment[name]?.trim() ? both(name) : read(file);
    if (problem !== undefined) problems.push(`  ${name}_FILE: ${problem}`);
    settings[name] = secret;
  }
  return { settings, problems };
}

interface Read {
  readonly secret?: string;
  readonly problem?: string;
}

const both = (name: string): Read => ({
  problem: `已设置 ${name}，两者只能有其一 / ${name} is set as well: give one of them`,
});

function read(file: string): Read {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    return secret ? { secret } : { problem: `文件 ${file} 为空 / ${file} is empty` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: `无法读取文件 ${file}（${code}） / ${file} cannot be read (${code})` };
  }
}
