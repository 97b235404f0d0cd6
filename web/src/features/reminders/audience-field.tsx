import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { AUDIENCES } from '@domain/reminding/reminder-plan.js';

interface AudienceFieldProps {
  readonly name: string | (string | number)[];
  /** undefined: the row that it stands in says it. */
  readonly label?: string;
  readonly isRequired?: boolean;
}

/** Who is told: of an alert it may be nobody. */
export function AudienceField({ name, label, isRequired = false }: AudienceFieldProps) {
  const { t } = useTranslation();
  // By hand: what `required` says of the group to a screen reader is nothing that a group can be.
  const told = (_: unknown, chosen: readonly string[] = []): Promise<void> =>
    isRequired && chosen.length === 0 ? Promise.reject(new Error(t('reminders.whoIsTold'))) : Promise.resolve();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ validator: told }]}
      className={label === undefined ? 'reminders-audience' : ''}
    >
      <Checkbox.Group options={AUDIENCES.map((value) => ({ value, label: t(`reminders.audience.${value}`) }))} />
    </Form.Item>
  );
}
