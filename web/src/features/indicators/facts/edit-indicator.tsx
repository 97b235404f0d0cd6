import { Form, Modal, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { AGGREGATIONS, traitsOf } from '@domain/aggregation.js';
import type { Language } from '@domain/domain-error.js';
import { entryKind } from '@domain/entries/entry-rules.js';
import { monthNumber } from '@domain/calendar/month.js';
import { type Indicator, useUpdateIndicator } from '../../../api/indicators.js';
import { useSections } from '../../../api/organisation.js';
import { VersionedForm } from '../../../components/versioned-form.js';
import { monthName } from '../../../period/month-name.js';
import { monthsOf } from '../../../period/period.js';
import { dueWords } from './due-words.js';

interface EditIndicatorProps {
  readonly indicator: Indicator;
  readonly onClose: () => void;
}

type Given = Pick<Indicator, 'sectionId' | 'aggregation' | 'dueMonth' | 'core'>;

/** What changes without a revision: whose it is, how months add up, when it is asked for. */
export default function EditIndicator({ indicator, onClose }: EditIndicatorProps) {
  const { t, i18n } = useTranslation();
  const update = useUpdateIndicator(indicator.id);
  const { name, sheet, sectionId, aggregation, dueMonth, core, comparator } = indicator;
  const sections = useSections(sheet.departmentId).data?.items ?? [];
  const words = (one: Indicator['aggregation']): string =>
    one === null ? '—' : traitsOf(one).words[i18n.language as Language];
  const fitting = AGGREGATIONS.filter((one) => entryKind({ ...indicator, aggregation: one }) === entryKind(indicator));
  const isSettled = aggregation === null || comparator === 'by';
  return (
    <Modal open title={t('indicatorFacts.dialog', { name })} footer={null} onCancel={onClose}>
      <p className="muted">{t('indicatorFacts.does')}</p>
      <VersionedForm<Given, Indicator>
        version={indicator.version}
        send={t('indicatorFacts.save')}
        pending={update.isPending}
        initialValues={{ sectionId, aggregation, dueMonth, core }}
        theirs={(other) =>
          t('indicatorFacts.theirs', {
            section: sections.find(({ id }) => id === other.sectionId)?.name ?? t('table.unowned'),
            aggregation: words(other.aggregation),
            due: dueWords(other, t),
          })
        }
        onGiven={(given, version, onError) => {
          const next = { sectionId: given.sectionId ?? null, dueMonth: given.dueMonth ?? null, core: given.core };
          const adding = given.aggregation && given.aggregation !== aggregation && { aggregation: given.aggregation };
          update.mutate({ version, ...next, ...adding }, { onSuccess: onClose, onError });
        }}
      >
        <Form.Item name="sectionId" label={t('indicatorFacts.section')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('table.unowned')}
            options={sections
              .filter(({ id, disabled }) => !disabled || id === sectionId)
              .map(({ id, name: label }) => ({ value: id, label }))}
          />
        </Form.Item>
        <Form.Item
          name="aggregation"
          label={t('indicatorFacts.aggregation')}
          extra={isSettled ? t('indicatorFacts.settled') : undefined}
        >
          <Select disabled={isSettled} options={fitting.map((value) => ({ value, label: words(value) }))} />
        </Form.Item>
        <Form.Item name="dueMonth" label={t('indicatorFacts.due')} extra={t('indicatorFacts.dueHint')}>
          <Select
            allowClear
            virtual={false}
            placeholder={t('indicatorFacts.everyMonth')}
            options={monthsOf(sheet.fiscalYear).map((month) => ({
              value: monthNumber(month),
              label: monthName(month, 'short'),
            }))}
          />
        </Form.Item>
        <Form.Item name="core" label={t('indicatorFacts.core')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </VersionedForm>
    </Modal>
  );
}
