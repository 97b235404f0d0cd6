import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEndOwnToken, useEndToken } from '../../../api/access.js';
import { ConfirmedButton } from '../confirming/confirmed-button.js';

/** Ends a token of one's own, at once. */
export function EndOwnToken({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const end = useEndOwnToken();
  return (
    <>
      {end.error && <Alert type="error" showIcon role="alert" title={end.error.message} />}
      <Button
        size="small"
        loading={end.isPending}
        onClick={() => {
          end.mutate(id);
        }}
      >
        {t('access.end')}
      </Button>
    </>
  );
}

/** Ends a token of somebody else's, with one's own password. */
export function EndToken({ id, whose }: { readonly id: string; readonly whose: string }) {
  const { t } = useTranslation();
  const end = useEndToken(whose);
  return (
    <ConfirmedButton
      label={t('access.end')}
      pending={end.isPending}
      act={(given, outcome) => {
        end.mutate({ id, ...given }, outcome);
      }}
    >
      {t('access.endTokenHow')}
    </ConfirmedButton>
  );
}
