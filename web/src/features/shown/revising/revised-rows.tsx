import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TargetSheet } from '../../../api/types.js';
import { type GivenRow, rowOf } from './given-revision.js';
import { RevisedRow } from './revised-row.js';

/** The indicators of a revision, each with all that can change of it; another one is chosen by its name. */
export function RevisedRows({ sheet }: { readonly sheet: TargetSheet }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const rows = (Form.useWatch('indicators', { form, preserve: true }) as GivenRow[] | undefined) ?? [];
  const known = new Map(sheet.indicators.map((indicator) => [indicator.id, indicator]));
  const others = sheet.indicators.filter(({ id }) => !rows.some(({ indicatorId }) => indicatorId === id));
  return (
    <Form.List
      name="indicators"
      rules={[
        {
          validator: (_, given: unknown[]) =>
            given.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('revising.whichNeeded'))),
        },
      ]}
    >
      {(lines, { add, remove }, { errors }) => (
        <>
          {lines.map(({ key, name }) => {
            const indicator = known.get(rows[name]?.indicatorId ?? '');
            return (
              indicator && (
                <fieldset key={key} className="revised-row">
                  <legend>{indicator.name}</legend>
                  <RevisedRow place={name} indicator={indicator} fiscalYear={sheet.fiscalYear} />
                  <Button
                    size="small"
                    aria-label={t('revising.leaveOut', { name: indicator.name })}
                    onClick={() => {
                      remove(name);
                    }}
                  >
                    {t('revising.out')}
                  </Button>
                </fieldset>
              )
            );
          })}
          <Form.Item label={t('revising.which')}>
            <Select
              aria-label={t('revising.which')}
              showSearch={{ optionFilterProp: 'label' }}
              value={null}
              placeholder={t(rows.length > 0 ? 'revising.another' : 'revising.one')}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id: string | null) => {
                const chosen = known.get(id ?? '');
                if (chosen) add(rowOf(chosen));
              }}
            />
            <Form.ErrorList errors={errors} />
          </Form.Item>
        </>
      )}
    </Form.List>
  );
}
