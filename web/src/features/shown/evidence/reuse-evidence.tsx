import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthOf, monthsBetween, yearOf } from '@domain/calendar/month.js';
import { monthName } from '../../../period/month-name.js';
import { type AddedEvidence, type EvidencePlace, useEvidence, useReuseEvidence } from '../../../api/evidence.js';

interface ReuseEvidenceProps {
  readonly place: EvidencePlace;
  readonly onAdded: (file: AddedEvidence) => void;
}

/** A file of another month serves here too, and is not sent again. */
export function ReuseEvidence({ place, onAdded }: ReuseEvidenceProps) {
  const { t } = useTranslation();
  const [month, setMonth] = useState<string>();
  const year = yearOf(place.month);
  const others = monthsBetween(monthOf(year, 1), monthOf(year, 12)).filter((other) => other !== place.month);
  return (
    <details>
      <summary>{t('evidence.reuse')}</summary>
      <Select
        size="small"
        aria-label={t('evidence.fromMonth')}
        placeholder={t('evidence.fromMonth')}
        value={month}
        style={{ width: 140 }}
        options={others.map((value) => ({ value, label: monthName(value) }))}
        onChange={setMonth}
      />
      {month !== undefined && <FilesOf {...{ place, month, onAdded }} />}
    </details>
  );
}

function FilesOf({ place, month, onAdded }: ReuseEvidenceProps & { readonly month: string }) {
  const { t } = useTranslation();
  const { data } = useEvidence({ indicatorId: place.indicatorId, month });
  const { mutate: reuse, error, isPending } = useReuseEvidence(place);
  if (!data) return null;
  if (data.items.length === 0) return <p className="muted">{t('evidence.none')}</p>;
  return (
    <ul className="inbox">
      {data.items.map(({ id, fileName, kind }) => (
        <li key={id} className="evidence-file">
          {fileName}
          <Button
            size="small"
            loading={isPending}
            onClick={() => {
              reuse({ evidenceId: id, kind }, { onSuccess: onAdded });
            }}
          >
            {t('evidence.useHere')}
          </Button>
        </li>
      ))}
      {error && (
        <li role="alert" className="entry-wrong">
          {error.message}
        </li>
      )}
    </ul>
  );
}
