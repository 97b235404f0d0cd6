import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { matchPath, useLocation } from 'react-router';
import { ApiError } from '../../api/api-error.js';
import { api } from '../../api/client.js';
import { targetSheetOptions } from '../../api/queries.js';
import { Page } from '../../components/page.js';
import { useAddress } from '../../period/use-address.js';

const NOT_FOUND = 404;

/** The page, unless its address names a department or a sheet that is not there, or not for whoever looks. */
export function KnownAddress({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { choose } = useAddress();
  const unknown = useUnknown();
  if (unknown === null) return children;
  return (
    <Page title={t('unknown.title')}>
      <Alert
        type="info"
        showIcon
        role="alert"
        title={t(`unknown.${unknown}`)}
        description={t('error.gone')}
        action={
          <Button
            size="small"
            type="primary"
            onClick={() => {
              choose({ sheet: undefined, ...(unknown === 'department' && { department: undefined }) });
            }}
          >
            {t(`unknown.without.${unknown}`)}
          </Button>
        }
      />
    </Page>
  );
}

const isNotThere = (error: Error | null): boolean => error instanceof ApiError && error.status === NOT_FOUND;

function useUnknown(): 'department' | 'sheet' | null {
  const { address } = useAddress();
  const department = address.get('department');
  const sheet = address.get('sheet');
  // Sheets of a draft are numbered, and its own business.
  const isDraft = matchPath('/imports/:id', useLocation().pathname) !== null;
  const ofDepartment = useQuery({
    ...api.queryOptions('get', '/departments/{id}', { params: { path: { id: department ?? '' } } }),
    enabled: department !== null,
    retry: false,
  });
  const ofSheet = useQuery({
    ...targetSheetOptions(sheet ?? ''),
    enabled: sheet !== null && !isDraft,
    retry: false,
  });
  if (isNotThere(ofDepartment.error)) return 'department';
  return isNotThere(ofSheet.error) ? 'sheet' : null;
}
