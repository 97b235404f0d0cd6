import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Section, useColleagues } from '../../api/organisation.js';

const DUTIES = ['reporter', 'head', 'office'] as const;
const BY_NAME = { optionFilterProp: 'label' } as const;

interface ContactFieldsProps {
  readonly departmentId: string;
  /** Those that can be chosen. */
  readonly sections: readonly Section[];
}

export function ContactFields({ departmentId, sections }: ContactFieldsProps) {
  const { t } = useTranslation();
  const colleagues = (useColleagues().data?.items ?? []).filter(
    (one) => one.departmentId === departmentId || one.departmentId === null,
  );
  return (
    <div className="organisation-pair">
      <Form.Item name="name" label={t('organisation.name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="duty" label={t('organisation.duty')}>
        <Select options={DUTIES.map((value) => ({ value, label: t(`organisation.duties.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('organisation.email')}
        extra={t('organisation.emailUse')}
        rules={[{ required: true, type: 'email', message: t('organisation.emailWrong') }]}
      >
        <Input type="email" autoComplete="off" />
      </Form.Item>
      <Form.Item name="sectionId" label={t('organisation.section')}>
        <Select
          allowClear
          showSearch={BY_NAME}
          placeholder={t('organisation.wholeDepartment')}
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('organisation.phone')}
        rules={[{ pattern: /^[0-9+() -]{3,30}$/, message: t('organisation.phoneWrong') }]}
      >
        <Input type="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="language" label={t('organisation.language')}>
        <Select
          options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`organisation.languages.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="userId" label={t('organisation.account')}>
        <Select
          allowClear
          showSearch={BY_NAME}
          placeholder={t('organisation.noAccount')}
          options={colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
      </Form.Item>
    </div>
  );
}
