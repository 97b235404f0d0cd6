import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReminderRules } from '../../api/reminders.js';
import { AudienceField } from './audience-field.js';

type Step = ReminderRules['ladder'][number];

const [EARLIEST, LATEST, MOST_STEPS] = [-20, 60, 20];

/** The steps of the ladder: working days from the due date, before it with a minus, and who is told then. */
export function LadderFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<{ ladder: Step[] }>();
  const next = (): Step => {
    const last = form.getFieldValue(['ladder']) as Step[];
    return { workingDays: Math.min(LATEST, (last.at(-1)?.workingDays ?? -1) + 1), audience: ['reporter'] };
  };
  return (
    <Form.List name="ladder">
      {(fields, { add, remove }) => (
        <fieldset className="reminders-steps">
          <legend>{t('reminders.field.ladder')}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="reminders-step">
              <Form.Item
                name={[name, 'workingDays']}
                rules={[
                  {
                    required: true,
                    type: 'integer',
                    min: EARLIEST,
                    max: LATEST,
                    message: t('reminders.wholeFromTo', { min: EARLIEST, max: LATEST }),
                  },
                  unique(t('reminders.twice')),
                ]}
              >
                <InputNumber aria-label={t('reminders.field.days', { step: name + 1 })} />
              </Form.Item>
              <AudienceField name={[name, 'audience']} isRequired />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                disabled={fields.length === 1}
                aria-label={t('reminders.removeStep', { step: name + 1 })}
                onClick={() => {
                  remove(name);
                }}
              />
            </div>
          ))}
          <Button
            icon={<PlusOutlined />}
            disabled={fields.length >= MOST_STEPS}
            onClick={() => {
              add(next());
            }}
          >
            {t('reminders.addStep')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** Two steps on one day would be one. */
const unique =
  (message: string) =>
  ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: (_: unknown, day: number | null) => {
      const steps = getFieldValue('ladder') as Partial<Step>[];
      const same = steps.filter(({ workingDays }) => workingDays === day).length;
      return day !== null && same > 1 ? Promise.reject(new Error(message)) : Promise.resolve();
    },
  });
