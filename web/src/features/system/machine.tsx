import { useTranslation } from 'react-i18next';
import { type InstallationFacts, useInstallation } from '../../api/system.js';
import { Loaded } from '../../components/loaded.js';
import { localTime } from '../../period/local-time.js';
import { sizeText } from './size-text.js';

/** Versions, database, disk and backups, as four figures. */
export function Machine() {
  const { t } = useTranslation();
  const facts = useInstallation();
  return (
    <section aria-label={t('system.machine')}>
      <Loaded queries={{ facts }}>{({ facts: known }) => <Tiles facts={known} />}</Loaded>
    </section>
  );
}

function Tiles({
  facts: { version, nodeVersion, timeZone, database, disk, bucket, backups },
}: {
  facts: InstallationFacts;
}) {
  const { t } = useTranslation();
  const tiles = [
    {
      name: t('system.version'),
      figure: version,
      more: t('system.node', { version: nodeVersion, zone: timeZone }),
    },
    {
      name: t('system.database'),
      figure: sizeText(database.bytes),
      more: t(database.embedded ? 'system.embedded' : 'system.server', { version: database.version }),
    },
    {
      name: t('system.disk'),
      figure: disk ? sizeText(disk.freeBytes) : t('system.diskUnknown'),
      more: [disk && t('system.diskOf', { total: sizeText(disk.totalBytes) }), bucket && t('system.bucket')]
        .filter(Boolean)
        .join(' · '),
    },
    {
      name: t('system.backup'),
      figure: backups.lastAt ? localTime(backups.lastAt) : t('system.noBackup'),
      more: [t(`system.place.${backups.place}`), backups.kept > 0 && t('system.keptBackups', { kept: backups.kept })]
        .filter(Boolean)
        .join(' · '),
    },
  ];
  return (
    <dl className="tiles">
      {tiles.map(({ name, figure, more }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className="big">{figure}</span>
            <div className="muted small">{more}</div>
          </dd>
        </div>
      ))}
    </dl>
  );
}
