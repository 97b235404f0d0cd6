import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FirstSteps } from '../../../api/first-steps.js';
import { LinkButton } from '../../../components/link-button.js';
import { nextOf, type Step, stepsOf } from './steps-of.js';
import './first-steps.css';

interface StepListProps {
  readonly standing: FirstSteps;
  /** In the place of the mail step's button: its form. */
  readonly mail?: ReactNode;
}

/** The way from an empty installation to the first reminder: how far it is, and the button of every step. */
export function StepList({ standing, mail }: StepListProps) {
  const { t } = useTranslation();
  const steps = stepsOf(standing);
  const done = steps.filter(({ isDone }) => isDone).length;
  const next = nextOf(steps, standing);
  const progress = t('firstSteps.progress', { done, all: steps.length });
  return (
    <>
      <div className="first-steps-progress">
        <Progress percent={Math.round((done / steps.length) * 100)} showInfo={false} aria-label={progress} />
        <span>{progress}</span>
      </div>
      <ol className="first-steps">
        {steps.map((step) => (
          <li key={step.name} className={step === next ? 'next' : ''}>
            <StepSign isDone={step.isDone} />
            <div className="first-steps-what">
              <strong>{t(`firstSteps.step.${step.name}`)}</strong>
              <div>{t(`firstSteps.now.${step.now}`, { ...standing })}</div>
              {!step.isDone && <div className="muted small">{t(`firstSteps.why.${step.name}`)}</div>}
              {step.name === 'mail' && mail}
            </div>
            {!(step.name === 'mail' && mail) && <StepButton step={step} isNext={step === next} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function StepSign({ isDone }: { readonly isDone: boolean }) {
  const { t } = useTranslation();
  const Icon = isDone ? CheckCircleFilled : MinusCircleOutlined;
  return (
    <Icon
      className={isDone ? 'light-green' : 'light-grey'}
      role="img"
      aria-label={t(isDone ? 'firstSteps.done' : 'firstSteps.open')}
    />
  );
}

function StepButton({ step: { name, path }, isNext }: { readonly step: Step; readonly isNext: boolean }) {
  const { t } = useTranslation();
  if (path === null || name === 'account' || name === 'accounts') return null;
  return (
    <LinkButton to={path} isPrimary={isNext}>
      {t(`firstSteps.go.${name}`)}
    </LinkButton>
  );
}
