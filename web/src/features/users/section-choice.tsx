import { Checkbox, Form, type FormInstance, Select } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSections } from '../../api/organisation.js';
import type { NewUser } from '../../api/users.js';

interface SectionChoiceProps {
  readonly form: FormInstance<NewUser>;
  readonly departmentId: string;
}

/** The sections that a reporter enters for; an account without any is asked about once. */
export function SectionChoice({ form, departmentId }: SectionChoiceProps) {
  const { t } = useTranslation();
  const sections = useSections(departmentId);
  const chosen: NewUser['sectionIds'] = Form.useWatch('sectionIds', form);
  const [isWithout, setWithout] = useState(false);
  const isEmpty = (chosen ?? []).length === 0;
  return (
    <div onKeyDownCapture={goOn}>
      <Form.Item
        label={t('table.sections')}
        name="sectionIds"
        extra={t('users.sectionsHint')}
        rules={[
          {
            validator: (_, ids: NewUser['sectionIds']) =>
              isWithout || (ids ?? []).length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('users.sectionsMissing'))),
          },
        ]}
      >
        <Select
          mode="multiple"
          placement="topLeft" // below are the buttons
          showSearch={{ optionFilterProp: 'label' }}
          options={(sections.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {isEmpty && (
        <Checkbox
          checked={isWithout}
          onChange={({ target }) => {
            setWithout(target.checked);
            form.setFields([{ name: 'sectionIds', errors: [] }]);
          }}
        >
          {t('users.sectionsLater')}
        </Checkbox>
      )}
    </div>
  );
}

/** Tab goes on: in an open list it would choose what the pointer was on, and so take out what was just chosen. */
function goOn(event: KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation();
}
