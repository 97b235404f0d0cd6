import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AddedEvidence, type EvidencePlace, useEvidence, useEvidenceChanged } from '../../../api/evidence.js';
import { listed } from '../../../components/listed.js';
import { Loaded } from '../../../components/loaded.js';
import { monthName } from '../../../period/month-name.js';
import { EvidenceDrop } from './evidence-drop.js';
import { EvidenceList } from './evidence-list.js';
import { ReuseEvidence } from './reuse-evidence.js';
import './evidence.css';

interface EvidenceProps extends EvidencePlace {
  /** Whether files may come and go; the service has the last word. */
  readonly editable: boolean;
}

/** The files that show what an indicator's month says. */
export function Evidence({ indicatorId, month, editable }: EvidenceProps) {
  const { t } = useTranslation();
  const place = { indicatorId, month };
  const evidence = useEvidence(place);
  const changed = useEvidenceChanged();
  const [added, setAdded] = useState<AddedEvidence | null>(null);
  const elsewhere = added?.duplicates.map((file) => `${file.indicatorName} ${monthName(file.month)}`) ?? [];
  const onAdded = (file: AddedEvidence): void => {
    setAdded(file);
    void changed();
  };
  return (
    <div className="evidence">
      <Loaded queries={{ evidence }}>
        {({ evidence: { items } }) => <EvidenceList files={items} editable={editable} />}
      </Loaded>
      {added && elsewhere.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('evidence.duplicate', { file: added.fileName, places: listed(elsewhere) })}
        />
      )}
      {editable && (
        <>
          <EvidenceDrop place={place} onAdded={onAdded} />
          <ReuseEvidence place={place} onAdded={onAdded} />
        </>
      )}
    </div>
  );
}
