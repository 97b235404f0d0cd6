import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGoalLineHistory } from '../../../api/goals.js';
import { Loaded } from '../../../components/loaded.js';
import { localTime } from '../../../period/local-time.js';
import { monthName } from '../../../period/month-name.js';

interface GoalHistoryProps {
  readonly goalId: string;
  readonly month: string;
  readonly onClose: () => void;
}

/** Every wording of a month, the latest first. */
export default function GoalHistory({ goalId, month, onClose }: GoalHistoryProps) {
  const { t } = useTranslation();
  const history = useGoalLineHistory(goalId, month);
  return (
    <Modal open title={t('goals.historyTitle', { month: monthName(month) })} footer={null} onCancel={onClose}>
      <Loaded queries={{ history }}>
        {({ history: { items } }) => (
          <ol className="inbox" lang="zh-CN">
            {items.toReversed().map(({ version, text, authorName, writtenAt }) => (
              <li key={version}>
                {text}
                <div className="muted small">{t('goals.by', { name: authorName, at: localTime(writtenAt) })}</div>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Modal>
  );
}
