import { useParams } from 'react-router';
import { useImport } from '../../../api/imports.js';
import { Loaded } from '../../../components/loaded.js';
import { Page } from '../../../components/page.js';
import { Draft } from './draft.js';

export function DraftPage() {
  const { id = '' } = useParams();
  const draft = useImport(id);
  if (draft.data) return <Draft draft={draft.data} />;
  return (
    <Page title="">
      <Loaded queries={{ draft }}>{() => null}</Loaded>
    </Page>
  );
}
