import { auditSecret } from '../audit/open-audit-log.js';
import type { Configuration } from '../config/configuration.js';
import { SECRETS } from '../config/secret-files.js';

/** Only in an encrypted backup. */
const isSecret = (name: string): boolean => (SECRETS as readonly string[]).includes(name);

/**
 * The settings of the installation as lines `NAME=value`, to be given to the service again after a restore. With secrets the
 * key of the audit log is one of them, wherever it lies.
 */
export function settingsText(configuration: Configuration, withSecrets: boolean): string {
  const settings = withSecrets
    ? { ...configuration, AUDIT_KEY: auditSecret(configuration) ?? undefined }
    : configuration;
  const lines = Object.entries(settings)
    .filter(([name, value]) => value !== undefined && (withSecrets || !isSecret(name)))
    .map(([name, value]) => `${name}=${String(value)}`);
  return `${lines.sort().join('\n')}\n`;
}
