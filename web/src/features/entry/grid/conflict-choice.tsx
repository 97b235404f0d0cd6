import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { describeEntry } from '../../shown/describe-entry.js';
import type { InHand, Phase } from '../saving/in-hand.js';
import { useSaving } from '../saving/use-saving.js';
import type { Typed } from '../typed.js';

interface ConflictChoiceProps {
  readonly hand: InHand;
  readonly conflict: Extract<Phase, { kind: 'conflict' }>;
}

const TEXTS = ['deviationReason', 'correctiveMeasure', 'note'] as const;

/** Somebody else has saved something else: both are shown, and the person decides. */
export function ConflictChoice({ hand: { subject, typed }, conflict: { theirs, clashes } }: ConflictChoiceProps) {
  const { t } = useTranslation();
  const saving = useSaving();
  const isOfTexts = (field: keyof Typed): boolean => TEXTS.some((text) => text === field);
  const differing = TEXTS.filter((field) => clashes.includes(field)).map((field) => ({
    what: t(`field.${field}`),
    theirs: theirs.content[field] ?? '—',
    mine: typed[field] ?? '—',
  }));
  if (theirs.isLocked || clashes.some((field) => !isOfTexts(field))) {
    const figures = { theirs: describeEntry(theirs.content, t), mine: describeEntry(typed, t) };
    differing.unshift({ what: t('field.value'), ...figures });
  }
  return (
    <div role="alert" className="conflict">
      {theirs.isLocked && <p>{t('entry.lockedMeanwhile')}</p>}
      <dl>
        {differing.map(({ what, ...both }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{t('entry.conflict', both)}</dd>
          </div>
        ))}
      </dl>
      <Space size={4} wrap>
        {!theirs.isLocked && (
          <Button
            size="small"
            onClick={() => {
              saving.keepMine(subject.key);
            }}
          >
            {t('entry.keepMine')}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            saving.takeTheirs(subject.key);
          }}
        >
          {t('entry.takeTheirs')}
        </Button>
      </Space>
    </div>
  );
}
