import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAliases, useDeleteAlias } from '../../api/organisation.js';
import { Loaded } from '../../components/loaded.js';
import { Panel } from '../../components/panel.js';
import { dateName } from '../../period/local-time.js';

/** Names by which documents find the department beside its own; one that is wrong can go. */
export function Aliases({ departmentId }: { readonly departmentId: string }) {
  const { t } = useTranslation();
  const aliases = useAliases(departmentId);
  const remove = useDeleteAlias();
  return (
    <Panel title={t('removing.aliases')} tools={<span className="muted small">{t('removing.aliasesHint')}</span>}>
      {remove.error && <Alert type="error" showIcon role="alert" title={remove.error.message} />}
      <Loaded queries={{ aliases }}>
        {({ aliases: { items } }) =>
          items.length === 0 ? (
            <p className="muted">{t('removing.noAliases')}</p>
          ) : (
            <ul className="bare-list">
              {items.map((alias) => (
                <li key={alias.id} className="alias-line">
                  <span>
                    {alias.name}{' '}
                    <span className="muted small">
                      {t(`removing.aliasKind.${alias.kind}`, { by: alias.decidedBy })} ·{' '}
                      {dateName(alias.decidedAt.slice(0, 10))}
                    </span>
                  </span>
                  <Popconfirm
                    title={t('removing.aliasConfirm', { name: alias.name })}
                    okText={t('removing.button')}
                    onConfirm={() => {
                      remove.mutate(alias);
                    }}
                  >
                    <Button size="small" autoInsertSpace={false} aria-label={t('removing.of', { name: alias.name })}>
                      {t('removing.button')}
                    </Button>
                  </Popconfirm>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
