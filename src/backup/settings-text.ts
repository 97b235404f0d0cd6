import { auditSecret } from '../audit/open-audit-log.js';
import type { Configuration } from '../config/configuration.js';

/** Only in an encrypted backup: they are secrets, or hold one. */
const SECRET = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'BACKUP_PASSPHRASE',
  'AUDIT_KEY',
  'OTEL_EXPORTER_OTLP_HEADERS',
];

/**
 * The settings of the installation as lines `NAME=value`, to be given to the service again after a restore. With secrets the
 * key of the audit log is one of them, wherever it lies.
 */
export function settingsText(configuration: Configuration, withSecrets: boolean): string {
  const settings = withSecrets
    ? { ...configuration, AUDIT_KEY: auditSecret(configuration) ?? undefined }
    : configuration;
  const lines = Object.entries(settings)
    .filter(([name, value]) => value !== undefined && (withSecrets || !SECRET.includes(name)))
    .map(([name, value]) => `${name}=${String(value)}`);
  return `${lines.sort().join('\n')}\n`;
}
