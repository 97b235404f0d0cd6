import { Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLinkGoal } from '../../../api/goals.js';
import type { Goal, SheetIndicator } from '../../../api/types.js';
import { listed } from '../../../components/listed.js';
import { VersionedForm } from '../../../components/versioned-form.js';

interface LinkDialogProps {
  readonly goal: Goal;
  readonly number: number;
  readonly indicators: readonly SheetIndicator[];
  readonly onClose: () => void;
}

/** Which indicators of the sheet show whether a goal is reached. */
export default function LinkDialog({ goal, number, indicators, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  const link = useLinkGoal(goal.id);
  const names = (ids: readonly string[]): string =>
    listed(indicators.filter(({ id }) => ids.includes(id)).map(({ name }) => name)) || t('goals.nothing');
  return (
    <Modal open width={640} title={t('goals.linkOf', { number })} footer={null} onCancel={onClose}>
      <blockquote className="goal-quoted" lang="zh-CN">
        {goal.text}
      </blockquote>
      <p className="muted">{t('goals.linkDoes')}</p>
      <VersionedForm<{ indicatorIds: string[] }, Goal>
        version={goal.version}
        send={t('goals.save')}
        pending={link.isPending}
        initialValues={{ indicatorIds: goal.indicatorIds }}
        theirs={(stored) => t('goals.linkTheirs', { names: names(stored.indicatorIds) })}
        onGiven={({ indicatorIds }, version, onError) => {
          link.mutate({ version, indicatorIds }, { onSuccess: onClose, onError });
        }}
      >
        <Form.Item name="indicatorIds" label={t('goals.indicators')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={indicators.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </VersionedForm>
    </Modal>
  );
}
