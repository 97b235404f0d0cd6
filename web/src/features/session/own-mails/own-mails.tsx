import { Alert, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOptOut, useOwnMails } from '../../../api/own-mails.js';
import { useSession } from '../../../api/session.js';
import { Loaded } from '../../../components/loaded.js';
import { LastMails } from './last-mails.js';
import { rulesFor } from './rules-for.js';

/** Which mails come to me and why, what of it I may do without, and what became of the last ones. */
export function OwnMails() {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  const own = useOwnMails();
  const optOut = useOptOut();
  return (
    <section aria-label={t('ownMails.title')}>
      <h3>{t('ownMails.title')}</h3>
      <Loaded queries={{ own }}>
        {({ own: { duties, address, obstacle, optional, optedOut, mails } }) => {
          const rules = rulesFor(duties, role);
          const [free, fixed] = [true, false].map((isFree) =>
            rules.filter((rule) => optional.includes(rule) === isFree).map((rule) => t(`mails.rule.${rule}`)),
          ) as [string[], string[]];
          const as = duties.map(({ department, section, duty }) =>
            t('ownMails.duty', { duty: t(`ownMails.duties.${duty}`), place: section ?? department }),
          );
          return (
            <>
              <p>
                {as.length > 0 ? t('ownMails.as', { duties: as.join(t('ownMails.between')) }) : t('ownMails.noDuty')}{' '}
                {address === '' ? t('ownMails.noAddress') : t('ownMails.to', { address })}
              </p>
              {obstacle && <Alert type="warning" showIcon title={t(`ownMails.obstacle.${obstacle}`)} />}
              {optOut.error && <Alert type="error" showIcon role="alert" title={optOut.error.message} />}
              <p>
                <strong>{t('ownMails.fixed')}</strong> {fixed.join(t('ownMails.between'))}
                <br />
                <span className="muted small">{t('ownMails.fixedWhy')}</span>
              </p>
              {free.length > 0 && duties.length > 0 && (
                <p>
                  <Switch
                    id="own-mails-optional"
                    checked={!optedOut}
                    loading={optOut.isPending}
                    onChange={(isWanted) => {
                      optOut.mutate(!isWanted);
                    }}
                  />{' '}
                  <label htmlFor="own-mails-optional">
                    <strong>{t('ownMails.optional')}</strong> {free.join(t('ownMails.between'))}
                  </label>
                  <br />
                  <span className="muted small">{t(optedOut ? 'ownMails.isOut' : 'ownMails.optionalHow')}</span>
                </p>
              )}
              <LastMails mails={mails} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
