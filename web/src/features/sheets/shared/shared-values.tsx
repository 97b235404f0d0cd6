import { useTranslation } from 'react-i18next';
import { MANAGERS } from '@domain/roles.js';
import { useMeasureProposals, useMeasures } from '../../../api/measures.js';
import { useSession } from '../../../api/session.js';
import type { TargetSheet } from '../../../api/types.js';
import { Loaded } from '../../../components/loaded.js';
import { Panel } from '../../../components/panel.js';
import { SharedProposals } from './shared-proposals.js';
import { SharedValue } from './shared-value.js';

/** What is entered once for several indicators, where one of them stands in this sheet; and what could be. */
export function SharedValues({ sheet }: { readonly sheet: TargetSheet }) {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  const mayShare = MANAGERS.some((one) => one === role);
  const measures = useMeasures(sheet.departmentId);
  const proposals = useMeasureProposals(sheet.departmentId, mayShare);
  const proposed = (proposals.data?.items ?? []).filter(({ indicators }) =>
    indicators.some(({ sheetId }) => sheetId === sheet.id),
  );
  return (
    <Panel title={t('shared.title')}>
      <Loaded queries={{ measures }}>
        {({ measures: { items } }) => {
          const own = items.filter(({ indicators }) => indicators?.some(({ sheetId }) => sheetId === sheet.id));
          if (own.length === 0) return <p className="muted">{t('shared.none')}</p>;
          return (
            <ul className="inbox">
              {own.map((measure) => (
                <SharedValue key={measure.id} {...{ measure, sheet, mayShare }} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      {proposed.length > 0 && <SharedProposals proposed={proposed} />}
    </Panel>
  );
}
