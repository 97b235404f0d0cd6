import { Button, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type MeasureProposal, useLinkMeasure } from '../../../api/measures.js';
import { listed } from '../../../components/listed.js';

/** Indicators that read as one value: a person says whether they are. */
export function SharedProposals({ proposed }: { readonly proposed: readonly MeasureProposal[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const link = useLinkMeasure();
  return (
    <>
      <p className="fact-head">{t('shared.proposals')}</p>
      <p className="muted small">{t('shared.proposalHint')}</p>
      <ul className="inbox">
        {proposed.map((proposal) => {
          const { name, indicators } = proposal;
          const count = indicators.length;
          return (
            <li key={indicators[0]?.id} className="inbox-line">
              <span>
                {name}
                <div className="muted small">
                  {listed(indicators.map(({ project }) => project ?? t('shown.wholeDepartment')))}
                </div>
              </span>
              <Popconfirm
                title={t('shared.shareConfirm', { name, count })}
                okText={t('shared.share')}
                onConfirm={() => {
                  const onSettled = (): void => void queries.invalidateQueries();
                  link.mutate(proposal, { onSettled });
                }}
              >
                <Button size="small" autoInsertSpace={false} aria-label={t('shared.shareOf', { name })}>
                  {t('shared.share')}
                </Button>
              </Popconfirm>
            </li>
          );
        })}
      </ul>
      {link.error && (
        <div role="alert" className="entry-wrong small">
          {link.error.message}
        </div>
      )}
    </>
  );
}
