import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error.js';
import { SentForm, type SentFormProps } from './sent-form.js';

interface VersionedFormProps<Given, Stored> extends Omit<SentFormProps<Given>, 'onGiven'> {
  /** Of what the form began with; null: there was nothing. */
  readonly version: number | null;
  readonly onGiven: (given: Given, version: number | null, onError: (error: Error) => void) => void;
  /** What somebody else saved meanwhile, in a line. */
  readonly theirs: (stored: Stored) => ReactNode;
}

const VERSION_OUTDATED = 412;

/** A form about something that others change, too: who was second reads what the first one wrote, and decides. */
export function VersionedForm<Given extends object, Stored extends { readonly version: number }>({
  version,
  onGiven,
  theirs,
  send,
  children,
  ...form
}: VersionedFormProps<Given, Stored>) {
  const { t } = useTranslation();
  // Not of what is stored by now: nothing is overwritten that its author was not told of.
  const [begun] = useState(version);
  const [stored, setStored] = useState<Stored | null>(null);
  return (
    <SentForm<Given>
      {...form}
      send={stored ? t('meanwhile.replace') : send}
      onGiven={(given, onError) => {
        onGiven(given, stored?.version ?? begun, (error) => {
          const current = storedMeanwhile(error) as Stored | null;
          if (current) setStored(current);
          else onError(error);
        });
      }}
    >
      {stored && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('meanwhile.title')}
          description={theirs(stored)}
          style={{ marginBottom: 12 }}
        />
      )}
      {children}
    </SentForm>
  );
}

/** What a version conflict tells; null: it was none. */
export const storedMeanwhile = (error: Error): unknown =>
  error instanceof ApiError && error.status === VERSION_OUTDATED ? (error.current ?? null) : null;
