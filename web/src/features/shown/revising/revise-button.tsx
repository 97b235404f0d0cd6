import { useTranslation } from 'react-i18next';
import { Opens } from '../../../components/opens.js';
import { lazily } from '../../../components/parts/lazily.js';

const ReviseDialog = lazily(async () => (await import('./revise-dialog.js')).default);

interface ReviseButtonProps {
  readonly sheetId: string;
  /** The indicator that stands in the form from the start. */
  readonly first?: string | undefined;
}

export function ReviseButton({ sheetId, first }: ReviseButtonProps) {
  const { t } = useTranslation();
  return (
    <Opens label={t('revising.open')}>{(close) => <ReviseDialog {...{ sheetId, first }} onClose={close} />}</Opens>
  );
}
