import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../../../components/parts/lazily.js';
import type { WhatIfProps } from './what-if-drawer.js';

const WhatIfDrawer = lazily(async () => (await import('./what-if-drawer.js')).default);

/** Opens the sliders; loaded when they are asked for, and kept with what was assumed. */
export function WhatIf(props: WhatIfProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'unasked' | 'open' | 'closed'>('unasked');
  return (
    <>
      <Button
        className="no-print"
        onClick={() => {
          setState('open');
        }}
      >
        {t('whatIf.open')}
      </Button>
      {state !== 'unasked' && (
        <Suspense>
          <WhatIfDrawer
            {...props}
            open={state === 'open'}
            onClose={() => {
              setState('closed');
            }}
          />
        </Suspense>
      )}
    </>
  );
}
