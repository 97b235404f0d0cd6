import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type GoalLine, useWriteGoalLine } from '../../../api/goals.js';
import type { Goal } from '../../../api/types.js';
import { VersionedForm } from '../../../components/versioned-form.js';
import { monthName } from '../../../period/month-name.js';

interface GoalLineDialogProps {
  readonly goal: Goal;
  readonly month: string;
  /** null: nobody has written it yet. */
  readonly line: GoalLine | null;
  readonly onClose: () => void;
}

/** The monthly line beside a goal. */
export default function GoalLineDialog({ goal, month, line, onClose }: GoalLineDialogProps) {
  const { t } = useTranslation();
  const write = useWriteGoalLine(goal.id);
  return (
    <Modal open width={640} title={t('goals.dialog', { month: monthName(month) })} footer={null} onCancel={onClose}>
      <blockquote className="goal-quoted" lang="zh-CN">
        {goal.text}
      </blockquote>
      <p className="muted">{t('goals.writeDoes')}</p>
      <VersionedForm<{ text: string }, GoalLine>
        version={line?.version ?? null}
        send={t('goals.save')}
        pending={write.isPending}
        initialValues={{ text: line?.text ?? '' }}
        theirs={({ text }) => t('goals.theirs', { text })}
        onGiven={({ text }, version, onError) => {
          write.mutate({ month, version, text: text.trim() }, { onSuccess: onClose, onError });
        }}
      >
        <Form.Item
          name="text"
          label={t('goals.text')}
          rules={[{ required: true, whitespace: true, message: t('plan.needed') }]}
        >
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </VersionedForm>
    </Modal>
  );
}
