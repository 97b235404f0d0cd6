import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DepartmentOverview } from '../../api/organisation.js';

/** A department in the list, with what it lacks. */
export function DepartmentLine(department: DepartmentOverview) {
  const { t } = useTranslation();
  const { name, parent, disabled, sections, people, headless, withoutReporter, withoutAddress } = department;
  return (
    <>
      <span>{name}</span>
      <span className="muted small">
        {parent !== null && `${t('organisation.below', { name: parent })} · `}
        {t('organisation.counts', { sections, people })}
      </span>
      <span className="organisation-gaps">
        {disabled && <Tag>{t('organisation.disabled')}</Tag>}
        {headless && <span className="light-amber">▲ {t('organisation.headless')}</span>}
        {withoutReporter > 0 && (
          <span className="light-amber">▲ {t('organisation.withoutReporter', { count: withoutReporter })}</span>
        )}
        {withoutAddress > 0 && (
          <span className="light-amber">▲ {t('organisation.withoutAddress', { count: withoutAddress })}</span>
        )}
      </span>
    </>
  );
}
