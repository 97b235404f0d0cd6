import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnedIndicator } from '../../api/owners.js';
import { useIsWide, WIDE } from '../../components/use-is-wide.js';
import { Owner } from './owner.js';

interface OwnersTableProps {
  readonly indicators: readonly OwnedIndicator[];
  readonly chosen: readonly string[];
  readonly empty: ReactNode;
  readonly isLoading: boolean;
  readonly onChoose: (ids: readonly string[], isRange: boolean) => void;
  readonly onTake: (indicator: OwnedIndicator, sectionId: string, section: string) => void;
}

/** Indicators to be ticked; a click anywhere in a row ticks it. */
export function OwnersTable({ indicators, chosen, empty, isLoading, onChoose, onTake }: OwnersTableProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const hasSeveral = new Set(indicators.map(({ departmentId }) => departmentId)).size > 1;
  return (
    <Table<OwnedIndicator>
      rowKey="id"
      size="small"
      className="owners-table"
      pagination={false}
      loading={isLoading}
      locale={{ emptyText: empty }}
      dataSource={indicators}
      onRow={({ id }) => ({
        onClick: ({ target, shiftKey }) => {
          if (shiftKey || (target as HTMLElement).closest('a, button, input, label')) return;
          onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id], false);
        },
      })}
      rowSelection={{
        selectedRowKeys: [...chosen],
        columnWidth: 40,
        getCheckboxProps: ({ name }) => ({ 'aria-label': name }),
        onChange: (keys, _, { type }) => {
          onChoose(keys as string[], type === 'multiple');
        },
      }}
      columns={[
        {
          title: t('table.indicator'),
          key: 'name',
          render: (_, { id, name, raw, project, isShared }) => (
            <>
              <Link to={`/indicators/${id}`}>{name}</Link> <span className="muted one-line">{raw}</span>{' '}
              {isShared && <div className="muted small">⇄ {t('owners.shared')}</div>}
              {!isWide && <div className="muted small">{project ?? t('shown.wholeDepartment')}</div>}
            </>
          ),
        },
        {
          title: t('owners.sheet'),
          key: 'sheet',
          responsive: WIDE,
          render: (_, { sheetId, project, department }) => (
            <>
              <Link to={`/sheets/${sheetId}`}>{project ?? t('shown.wholeDepartment')}</Link>
              {hasSeveral && <div className="muted small">{department}</div>}
            </>
          ),
        },
        {
          title: t('owners.owner'),
          key: 'owner',
          width: isWide ? '34%' : '38%',
          render: (_, indicator) => <Owner indicator={indicator} onTake={onTake} />,
        },
      ]}
    />
  );
}
