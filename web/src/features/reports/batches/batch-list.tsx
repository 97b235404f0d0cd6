import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReportBatches } from '../../../api/reports.js';
import { Loaded } from '../../../components/loaded.js';
import { BatchLine } from './batch-line.js';

const STEP = 10;

/** What was asked for lately; it goes on although the page is closed. */
export function BatchList() {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(STEP);
  const batches = useReportBatches(limit);
  return (
    <Loaded queries={{ batches }}>
      {({ batches: { items, nextCursor } }) =>
        items.length === 0 ? (
          <p className="muted">{t('reports.batch.none')}</p>
        ) : (
          <>
            <ul className="reports-batches">
              {items.map((batch) => (
                <BatchLine key={batch.id} batch={batch} />
              ))}
            </ul>
            {nextCursor !== null && (
              <Button
                size="small"
                onClick={() => {
                  setLimit(limit + STEP);
                }}
              >
                {t('reports.more')}
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  );
}
