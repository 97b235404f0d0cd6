import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { type EntryState, STATE_SIGNS } from '../cell-state.js';

const KEYS = ['move', 'back', 'next', 'giveUp', 'undo', 'redo', 'answer', 'paste'] as const;

/** What the keys do and what the signs in the cells mean: the year has no room for their words. */
export function GridHelp() {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('help.title')}
      content={<Help />}
      getPopupContainer={({ parentElement }) => parentElement ?? document.body}
    >
      <Button size="small" icon={<QuestionCircleOutlined />}>
        {t('help.title')}
      </Button>
    </Popover>
  );
}

function Help() {
  const { t } = useTranslation();
  return (
    <div className="grid-help">
      <dl>
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{t(`help.key.${key}`)}</kbd>
            </dt>
            <dd>{t(`help.does.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <ul className="bare-list">
        {(Object.keys(STATE_SIGNS) as EntryState[]).map((state) => (
          <li key={state} className={`entry-state state-${state}`}>
            <span className="state-sign" aria-hidden>
              {STATE_SIGNS[state]}
            </span>
            {t(`entry.state.${state}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
