import { useTranslation } from 'react-i18next';
import { type MailStanding, useMailStanding } from '../../api/system.js';
import { Loaded } from '../../components/loaded.js';
import { Panel } from '../../components/panel.js';
import { localTime } from '../../period/local-time.js';
import { MailTestForm } from '../shown/relay/mail-test-form.js';
import './system.css';

/** How mails stand, without whom they are for or what they say, and a way to try the server. */
export function Mails() {
  const { t } = useTranslation();
  const standing = useMailStanding();
  return (
    <Panel title={t('system.mails')}>
      <Loaded queries={{ standing }}>
        {({ standing: mails }) => (
          <div className="system-mails">
            <div>
              <Figures mails={mails} />
              <Causes causes={mails.causes} />
            </div>
            <MailTestForm last={mails.lastTest} />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Figures({ mails }: { readonly mails: MailStanding }) {
  const { t } = useTranslation();
  const { hasRelay, failure, waiting, waitingSince, refused, undeliverable, refusedAddresses } = mails;
  const relay = failure ? t('system.relayFails', { since: localTime(failure.since) }) : t('system.relaySet');
  const lines = [
    [t('system.relay'), hasRelay ? relay : t('system.relayUnset')],
    [
      t('system.waiting'),
      waiting > 0 && waitingSince
        ? t('system.waitingSince', { count: waiting, since: localTime(waitingSince) })
        : t('system.mailCount', { count: waiting }),
    ],
    [t('system.refused'), t('system.mailCount', { count: refused })],
    [t('system.undeliverable'), t('system.mailCount', { count: undeliverable })],
    [t('system.refusedAddresses'), t('system.addressCount', { count: refusedAddresses })],
  ];
  return (
    <dl className="system-facts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Causes({ causes }: { readonly causes: MailStanding['causes'] }) {
  const { t } = useTranslation();
  if (causes.length === 0) return null;
  return (
    <>
      <h4>{t('system.causes')}</h4>
      <ul className="bare-list">
        {causes.map(({ state, phase, replyCode, mails }) => {
          const why = phase ? t(`relay.phase.${phase}`) : t('system.untried');
          const code = replyCode === null ? '' : t('system.replyCode', { code: replyCode });
          return (
            <li key={`${state} ${phase ?? ''} ${replyCode ?? ''}`}>
              {t('system.causeLine', { state: t(`system.cause.${state}`), mails, why: why + code })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
