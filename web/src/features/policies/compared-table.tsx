import { Checkbox, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fixed } from '@domain/exact.js';
import type { ComparedSheet } from '../../api/policies.js';
import { MINUS } from '../../components/decimal.js';
import { WIDE } from '../../components/use-is-wide.js';
import { ChangePicture } from './change-picture.js';
import { type ComparedRow, comparedRows, type View, VIEWS } from './compared-rows.js';

interface ComparedTableProps {
  readonly sheets: readonly ComparedSheet[];
  readonly asOf: string;
}

/** What changes, the largest change first: by sheet, department or indicator. */
export function ComparedTable({ sheets, asOf }: ComparedTableProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('sheet');
  const [onlyChanged, setOnlyChanged] = useState(true);
  const all = comparedRows(sheets, view, asOf, t);
  const changed = all.filter(({ change }) => !change.equals(0));
  // Where nothing would change, what stays is better than an empty table.
  const rows = onlyChanged && changed.length > 0 ? changed : all;
  const number = { align: 'right', className: 'number' } as const;
  return (
    <>
      <div className="compared-tools">
        <Segmented<View>
          size="small"
          aria-label={t('policies.by')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: t(`policies.view.${value}`) }))}
          onChange={setView}
        />
        <Checkbox
          checked={onlyChanged && changed.length > 0}
          disabled={changed.length === 0}
          onChange={({ target }) => {
            setOnlyChanged(target.checked);
          }}
        >
          {t('policies.onlyChanged')}
        </Checkbox>
      </div>
      {changed.length === 0 && <p>{t('policies.same')}</p>}
      <Table<ComparedRow>
        size="small"
        rowKey="key"
        dataSource={rows}
        locale={{ emptyText: <span className="muted">{t('policies.noneOf')}</span> }}
        pagination={rows.length > 15 && { pageSize: 15, size: 'small', showSizeChanger: false }}
        columns={[
          {
            title: t(`policies.view.${view}`),
            key: 'name',
            render: (_, { name, of, to }) => (
              <>
                {to === null ? name : <Link to={to}>{name}</Link>}
                <div className="muted small">{of}</div>
              </>
            ),
          },
          { title: t('policies.which.own'), key: 'own', ...number, render: (_, { own }) => own ?? '—' },
          { title: t('policies.which.other'), key: 'other', ...number, render: (_, { other }) => other ?? '—' },
          { title: t('policies.change'), key: 'change', ...number, render: (_, row) => <strong>{said(row)}</strong> },
          { title: '', key: 'picture', responsive: WIDE, width: 180, render: (_, row) => <ChangePicture row={row} /> },
        ]}
      />
    </>
  );
}

const said = ({ change }: ComparedRow): string =>
  change.equals(0) ? '0' : change.gt(0) ? `+${fixed(change, 2)}` : fixed(change, 2).replace('-', MINUS);
