import 'reflect-metadata';
import { isIP } from 'node:net';
import { Encrypter } from 'age-encryption';
import { plainToInstance } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { SECRETS, withSecretFiles } from './secret-files.js';

const number = (text: string | undefined): number | undefined => (text?.trim() ? Number(text) : undefined);

const BUCKET = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
const hasBucket = (settings: Configuration): boolean => BUCKET.some((name) => settings[name] !== undefined);

const PROVIDER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
const hasProvider = (settings: Configuration): boolean => PROVIDER.some((name) => settings[name] !== undefined);
const SAFE_ISSUER = /^(https:\/\/[^\s?#]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/[^\s?#]*)?)$/;

/** Found out at the start, not when it is first used. */
const check = (name: string, isFit: (text: string) => boolean, zh: string, en: string): PropertyDecorator =>
  ValidateBy({
    name,
    validator: {
      validate: (text: unknown) => typeof text === 'string' && isFit(text),
      defaultMessage: () => `${zh} / ${en}`,
    },
  });

const IsAgeKey = (): PropertyDecorator =>
  check(
    'isAgeKey',
    isAgeKey,
    '不是 age 公钥，或抄写有误（jixiao backup-key 给出公钥）',
    'no public key of age, or a misprint of one (jixiao backup-key prints it)',
  );

const IsBeside = (other: 'DATABASE_URL'): PropertyDecorator =>
  ValidateBy({
    name: 'isBeside',
    validator: {
      validate: (_, wanted) => (wanted?.object as Configuration | undefined)?.[other] !== undefined,
      defaultMessage: () => `须与 ${other} 一同设置 / works beside ${other} alone`,
    },
  });

const AreOrigins = (): PropertyDecorator =>
  check(
    'areOrigins',
    (text) => partsOf(text).every((part) => URL.canParse(part) && new URL(part).origin === part),
    '须为以逗号分隔的来源地址，如 https://qyapi.weixin.qq.com',
    'must be origins such as https://qyapi.weixin.qq.com, separated by commas',
  );

const AreNetworks = (): PropertyDecorator =>
  check(
    'areNetworks',
    (text) => partsOf(text).every(isNetwork),
    '须为以逗号分隔的地址或网段，如 10.0.0.1, 192.168.0.0/16',
    'must be addresses or networks such as 10.0.0.1, 192.168.0.0/16',
  );

/** Settings of one installation, read from the environment once at start. README's configuration table lists them. */
export class Configuration {
  /** Address to listen on; other machines reach the service only when it is changed from the loopback address. */
  @IsString() HOST = '127.0.0.1';
  @IsInt() @Min(0) @Max(65535) PORT = 3000;
  /** Where a process of ROLE=worker answers for its health, and for nothing else. */
  @IsInt() @Min(0) @Max(65535) WORKER_PORT = 3001;
  /** Address of the service as people type it, for links in mails. */
  @IsUrl({ require_tld: false }) PUBLIC_URL = 'http://localhost:3000';
  /** Folder of the embedded database and the mails that were not sent. */
  @IsString() DATA_DIR = './data';
  /** The key that secrets in the database are encrypted with; without it DATA_DIR/secrets.key. All processes share one. */
  @IsOptional() @IsString() SECRETS_KEY_FILE?: string;
  /** A PostgreSQL server; without it the embedded one runs. */
  @IsOptional()
  @IsUrl({
    protocols: ['postgres', 'postgresql'],
    require_tld: false,
    require_host: false,
    allow_query_components: true,
  })
  DATABASE_URL?: string;
  /** The same database as the owner of its tables, for migrate and restore; DATABASE_URL then names a role without their rights. */
  @IsOptional()
  @IsUrl({
    protocols: ['postgres', 'postgresql'],
    require_tld: false,
    require_host: false,
    allow_query_components: true,
  })
  @IsBeside('DATABASE_URL')
  DATABASE_OWNER_URL?: string;
  /** Whether statements that come again are prepared; `plain` for poolers that lose the prepared statements of a session. */
  @IsIn(['prepared', 'plain']) STATEMENTS: 'prepared' | 'plain' = 'prepared';
  /** A mail server; without it mails become .eml files under DATA_DIR/mail. */
  @IsOptional()
  @IsUrl({ protocols: ['smtp', 'smtps'], require_tld: false })
  SMTP_URL?: string;
  /** Whether a mail may leave in clear where the server of an smtp:// address offers no TLS. */
  @IsIn(['offered', 'required']) SMTP_TLS: 'offered' | 'required' = 'offered';
  @IsEmail({ allow_display_name: true, require_tld: false }) MAIL_FROM = '绩效台账 <jixiao@localhost.localdomain>';
  /** Where robots of group chats may be addressed: origins, separated by commas. */
  @AreOrigins() ROBOT_ORIGINS = 'https://qyapi.weixin.qq.com,https://oapi.dingtalk.com';
  @IsTimeZone() TIME_ZONE = 'Asia/Shanghai';
  /** Working day of the following month, and local hour, on which a month's entries are due. */
  @IsInt() @Min(1) @Max(20) DUE_WORKING_DAY = 5;
  @IsInt() @Min(0) @Max(23) DUE_HOUR = 18;
  /** Working days after the due date on which a month closes by itself; 0: only when the performance office closes it. */
  @IsInt() @Min(0) @Max(60) CLOSES_AFTER = 0;
  /** Whether an empty embedded database is filled with the sample year. */
  @IsIn(['on', 'off']) SAMPLE_YEAR = 'on';
  @IsIn(['all', 'api', 'worker']) ROLE = 'all';
  /** What is demanded of passwords and sessions. */
  @IsIn(['standard', 'mlps']) PASSWORD_PROFILE: 'standard' | 'mlps' = 'standard';
  /** Who signs in with more than a password: whom the profile names, or everybody. */
  @IsIn(['profile', 'everybody']) SECOND_FACTOR: 'profile' | 'everybody' = 'profile';
  /** How often one caller may read (GET) in a minute, of one process. */
  @IsInt() @Min(60) @Max(1_000_000) READS_PER_MINUTE = 1200;
  /** How long a personal token may last. */
  @IsInt() @Min(1) @Max(366) TOKEN_DAYS = 90;
  /** After how long a lone security administrator may do what takes two. */
  @IsInt() @Min(1) @Max(168) TWO_PERSON_HOURS = 24;
  /** How many days stay: where mails went and what servers said of it; the runs of jobs. */
  @IsInt() @Min(31) @Max(3650) MAIL_DAYS = 400;
  @IsInt() @Min(31) @Max(3650) JOB_RUN_DAYS = 400;
  /** An OpenID provider where people may sign in too. All of them, or none; without TLS only on this machine. */
  @ValidateIf(hasProvider) @Matches(SAFE_ISSUER) OIDC_ISSUER?: string;
  @ValidateIf(hasProvider) @IsString() OIDC_CLIENT_ID?: string;
  @ValidateIf(hasProvider) @IsString() OIDC_CLIENT_SECRET?: string;
  /** How people have to sign in there, separated by commas: one of these classes (`acr`), and with all of these methods (`amr`). */
  @IsOptional() @IsString() OIDC_REQUIRED_ACR?: string;
  @IsOptional() @IsString() OIDC_REQUIRED_AMR?: string;
  /** Addresses or networks of reverse proxies whose X-Forwarded-For is believed; without one, nobody's is. */
  @IsOptional() @AreNetworks() TRUSTED_PROXIES?: string;
  /** Largest file that is taken as evidence. */
  @IsInt() @Min(1) @Max(1024) MAX_UPLOAD_MB = 20;
  /** A bucket for files, at a service that speaks S3; without one they lie under DATA_DIR/files. All of them, or none. */
  @ValidateIf(hasBucket) @IsUrl({ require_tld: false, require_protocol: true }) S3_ENDPOINT?: string;
  @ValidateIf(hasBucket) @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/) S3_BUCKET?: string;
  @IsString() S3_REGION = 'us-east-1';
  @ValidateIf(hasBucket) @IsString() S3_ACCESS_KEY_ID?: string;
  @ValidateIf(hasBucket) @IsString() S3_SECRET_ACCESS_KEY?: string;
  /** Where the nightly backup is written, best on another disk; without it there is none. And how many are kept. */
  @IsOptional() @IsString() BACKUP_DIR?: string;
  @IsInt() @Min(1) @Max(3650) BACKUP_KEEP = 14;
  /** What backups are encrypted with: a public key of age, or a passphrase; neither, and they are not. */
  @IsOptional() @IsAgeKey() BACKUP_RECIPIENT?: string;
  @IsOptional() @MinLength(12) BACKUP_PASSPHRASE?: string;
  /** What the audit log is sealed with; without it a key of its own lies under DATA_DIR. */
  @IsOptional() @MinLength(32) AUDIT_KEY?: string;
  /** How many days its lines stay at least (网络安全法: no less than six months); without it for ever. */
  @IsOptional() @IsInt() @Min(184) @Max(36_500) AUDIT_DAYS?: number;
  /** Where the head of the audit log goes every night beside the auditors' mail: a folder, and a syslog server. */
  @IsOptional() @IsString() AUDIT_HEAD_DIR?: string;
  @IsOptional() @Matches(/^(udp|tcp):\/\/[^\s/:]+(:\d+)?$/) AUDIT_SYSLOG?: string;
  /** Where Prometheus scrapes figures; without a port nowhere. */
  @IsString() METRICS_HOST = '127.0.0.1';
  @IsOptional() @IsInt() @Min(0) @Max(65535) METRICS_PORT?: number;
  /** Where traces are sent (OTLP over HTTP), and as whose; without an address nowhere. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true }) OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  @IsOptional() @IsString() OTEL_EXPORTER_OTLP_HEADERS?: string;
  @IsString() OTEL_SERVICE_NAME = 'jixiao';
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']) LOG_LEVEL = 'info';
}

const NUMBERS = [
  'PORT',
  'WORKER_PORT',
  'METRICS_PORT',
  'DUE_WORKING_DAY',
  'DUE_HOUR',
  'CLOSES_AFTER',
  'MAX_UPLOAD_MB',
  'BACKUP_KEEP',
  'READS_PER_MINUTE',
  'TOKEN_DAYS',
  'TWO_PERSON_HOURS',
  'MAIL_DAYS',
  'JOB_RUN_DAYS',
  'AUDIT_DAYS',
] as const;
const WITHOUT_DEFAULT = [
  'METRICS_PORT',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'SECRETS_KEY_FILE',
  'TRUSTED_PROXIES',
  'OIDC_REQUIRED_ACR',
  'OIDC_REQUIRED_AMR',
  'BACKUP_DIR',
  'BACKUP_RECIPIENT',
  'AUDIT_DAYS',
  'AUDIT_HEAD_DIR',
  'AUDIT_SYSLOG',
  ...PROVIDER,
  ...BUCKET,
  ...SECRETS,
];

/**
 * Reads and checks the settings.
 * @throws Error that names every wrong setting at once, in Chinese and English.
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const { settings, problems: unread } = withSecretFiles(environment);
  const known = Object.fromEntries(
    [...Object.keys(new Configuration()), ...WITHOUT_DEFAULT]
      .map((name) => [name, settings[name]] as const)
      .filter(([, text]) => text?.trim()),
  );
  const numbers = Object.fromEntries(NUMBERS.filter((name) => known[name]).map((name) => [name, number(known[name])]));
  const configuration = plainToInstance(Configuration, { ...known, ...numbers }, { exposeDefaultValues: true });
  if (!known.PUBLIC_URL) configuration.PUBLIC_URL = `http://localhost:${configuration.PORT}`;
  const unfit = validateSync(configuration).map(
    ({ property, constraints }) => `  ${property}: ${Object.values(constraints ?? {}).join('; ')}`,
  );
  const problems = [...unread, ...unfit];
  if (problems.length > 0) {
    throw new Error(`Wrong settings in the environment / 环境变量设置有误:\n${problems.join('\n')}`);
  }
  return configuration;
}

function isAgeKey(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** Of a setting that names several. */
export const partsOf = (text: string): string[] => text.split(',').map((part) => part.trim());

/** As Fastify understands them: it names three networks itself. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
