import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../api/clock.js';
import { missingFile, useAskAll, useMissingWork } from '../../../api/missing.js';
import { useDownload } from '../../../components/download/use-download.js';
import { Loaded } from '../../../components/loaded.js';
import { monthName } from '../../../period/month-name.js';
import { isEnded, monthsOf } from '../../../period/period.js';
import { AskAll } from './ask-all.js';
import { MissingTable } from './missing-table.js';
import './missing.css';

interface MissingDialogProps {
  readonly year: number;
  readonly search: string | undefined;
  readonly onClose: () => void;
}

/** Who owes what for how long; exported as a table, and asked for all together. */
export function MissingDialog({ year, search, onClose }: MissingDialogProps) {
  const { t } = useTranslation();
  const download = useDownload();
  const [month, setMonth] = useState<string>();
  const filter = { year, month, search };
  const missing = useMissingWork(filter);
  const asked = useAskAll();
  return (
    <Modal open width={1040} footer={null} title={t('missing.title', { year })} onCancel={onClose}>
      <div className="missing-tools">
        <Select
          allowClear
          aria-label={t('table.month')}
          placeholder={t('missing.allMonths')}
          className="missing-month"
          value={month}
          options={monthsOf(year)
            .filter((one) => isEnded(one, today()))
            .map((one) => ({ value: one, label: monthName(one) }))}
          onChange={(chosen: string | undefined) => {
            asked.reset();
            setMonth(chosen);
          }}
        />
        {search !== undefined && <span>{t('missing.searched', { search })}</span>}
        <a {...download(missingFile(filter, 'xlsx'))}>{t('missing.xlsx')}</a>
        <a {...download(missingFile(filter, 'csv'))}>{t('missing.csv')}</a>
      </div>
      <Loaded queries={{ missing }}>
        {({ missing: { items } }) =>
          items.length === 0 ? (
            <p className="light-green">✓ {t('missing.none')}</p>
          ) : (
            <>
              <AskAll key={month} entries={items} asked={asked} />
              <MissingTable entries={items} asked={asked.data} />
            </>
          )
        }
      </Loaded>
    </Modal>
  );
}
