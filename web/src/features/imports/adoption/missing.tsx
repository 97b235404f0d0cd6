import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface MissingProps {
  /** Nothing can be adopted yet. */
  readonly sheets: boolean;
  /** How many reasons nobody has written, and how many addresses cannot be one. */
  readonly reasons: number;
  readonly addresses: number;
  readonly onLead: () => void;
}

/** What stands between the draft and its adoption, beside the button: a click leads there. */
export function Missing({ sheets, reasons, addresses, onLead }: MissingProps) {
  const { t } = useTranslation();
  if (sheets) return <span className="missing light-red">{t('imports.missingSheets')}</span>;
  const said = [
    reasons > 0 && t('imports.missingReasons', { count: reasons }),
    addresses > 0 && t('imports.missingAddresses', { count: addresses }),
  ].filter((text) => text !== false);
  if (said.length === 0) return null;
  return (
    <Button type="link" className="missing" onClick={onLead}>
      {said.join(t('imports.semicolon'))}
    </Button>
  );
}
