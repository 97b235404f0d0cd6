import { Collapse } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../../components/parts/lazily.js';

const Approved = lazily(async () => (await import('./approved.js')).default);

const KEY = 'approved';

/** What was approved before, newest first, and the way back from there once the ten seconds are over. */
export function DecidedBefore({ month }: { readonly month: string | null }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Collapse
      className="decided-before"
      size="small"
      destroyOnHidden
      activeKey={isOpen ? KEY : []}
      onChange={(keys) => {
        setOpen(keys.length > 0);
      }}
      items={[
        {
          key: KEY,
          label: t('review.decidedBefore'),
          children: (
            <Suspense>
              <Approved month={month} />
            </Suspense>
          ),
        },
      ]}
    />
  );
}
