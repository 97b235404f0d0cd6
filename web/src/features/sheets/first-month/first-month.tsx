import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/session.js';
import type { TargetSheet } from '../../../api/types.js';
import { monthName } from '../../../period/month-name.js';
import { ChangeFirstMonth } from './change-first-month.js';

/** From which month on a sheet is entered that was taken up in the middle of its year; the office can change it. */
export function FirstMonth({ sheet }: { readonly sheet: TargetSheet }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [isChanging, setChanging] = useState(false);
  const mayChange = session?.user.role === 'performance-office';
  if (sheet.firstMonth === null && !mayChange) return null;
  return (
    <p className="muted first-month-line">
      {sheet.firstMonth === null ? t('firstMonth.whole') : t('firstMonth.from', { month: monthName(sheet.firstMonth) })}{' '}
      {mayChange && (
        <Button
          type="link"
          size="small"
          onClick={() => {
            setChanging(true);
          }}
        >
          {t('firstMonth.change')}
        </Button>
      )}
      {isChanging && (
        <ChangeFirstMonth
          sheet={sheet}
          onClose={() => {
            setChanging(false);
          }}
        />
      )}
    </p>
  );
}
