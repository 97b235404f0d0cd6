import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../../api/organisation.js';

/** Local hours at which mails may begin to go out. */
const HOURS = Array.from({ length: 23 }, (_, place) => place + 1);
const hours = HOURS.map((hour) => ({ value: hour, label: `${String(hour).padStart(2, '0')}:00` }));
const BY_NAME = { optionFilterProp: 'label' } as const;

/** From which hour mails go out, and which departments want another. */
export function HourFields() {
  const { t } = useTranslation();
  const departments = useDepartments().data?.items ?? [];
  return (
    <>
      <Form.Item name="sendHour" label={t('reminders.field.hour')} rules={[{ required: true }]}>
        <Select options={hours} className="reminders-hour" />
      </Form.Item>
      <Form.List name="departments">
        {(fields, { add, remove }) => (
          <div className="reminders-steps">
            {fields.map(({ key, name }) => (
              <div key={key} className="reminders-step">
                <Form.Item name={[name, 'departmentId']} rules={[{ required: true, message: t('filter.department') }]}>
                  <Select
                    showSearch={BY_NAME}
                    className="reminders-department"
                    aria-label={t('filter.department')}
                    placeholder={t('filter.department')}
                    options={departments.map(({ id, name: label }) => ({ value: id, label }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'sendHour']} rules={[{ required: true }]}>
                  <Select options={hours} className="reminders-hour" aria-label={t('reminders.field.hour')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('reminders.removeHour', { place: name + 1 })}
                  onClick={() => {
                    remove(name);
                  }}
                />
              </div>
            ))}
            <Button
              icon={<PlusOutlined />}
              onClick={() => {
                add({ sendHour: 9 });
              }}
            >
              {t('reminders.addHour')}
            </Button>
          </div>
        )}
      </Form.List>
    </>
  );
}
