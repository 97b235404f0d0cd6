import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MeasureProposal, useLinkMeasure } from '../../../api/measures.js';

/** Indicators of the same name that read as one value: entered once from now on, if somebody says that they are. */
export function LinkedMeasures({ proposals }: { readonly proposals: readonly MeasureProposal[] }) {
  const { t } = useTranslation();
  const link = useLinkMeasure();
  const [linked, setLinked] = useState<readonly string[]>([]);
  if (proposals.length === 0) return null;
  return (
    <section>
      <p>{t('imports.measures')}</p>
      <ul className="proposals">
        {proposals.map((proposal) => {
          const { name, indicators, departmentId } = proposal;
          const key = `${departmentId} ${name}`;
          return (
            <li key={key} className="proposal">
              <span>{t('imports.measureOf', { name, count: indicators.length })}</span>
              {linked.includes(key) ? (
                <span className="light-green">✓ {t('imports.linked')}</span>
              ) : (
                <Button
                  size="small"
                  loading={link.isPending}
                  onClick={() => {
                    link.mutate(proposal, {
                      onSuccess: () => {
                        setLinked([...linked, key]);
                      },
                    });
                  }}
                >
                  {t('imports.link')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {link.error && <p className="entry-wrong">{link.error.message}</p>}
    </section>
  );
}
