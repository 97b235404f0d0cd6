import { useMutation } from '@tanstack/react-query';
import { answer, client } from './client.js';
import { useShowEntries } from './progress.js';
import type { paths } from './schema.js';

const TEMPLATE = '/progress-entries/template';

export type UploadedTemplate =
  paths['/api/v1/progress-entries/template']['post']['responses'][200]['content']['application/json'];
export type UploadedRow = UploadedTemplate['rows'][number];
export type RowFigures = UploadedRow['filled'];

/** The month as a workbook to fill in; of all that one may enter for, or of one department. */
export function templateDownload(month: string, departmentId: string | undefined): string {
  const query = new URLSearchParams({ month, ...(departmentId && { departmentId }) });
  return `/api/v1/progress-entries/template?${query.toString()}`;
}

/** The targets of a sheet as a workbook that can be changed and imported again. */
export const sheetWorkbook = (id: string): string => `/api/v1/target-sheets/${id}/workbook`;

interface Sending {
  readonly file: File;
  /** Nothing is written: what would become of each row. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
}

/** A filled workbook of a month; rows that are right are written although others are not. */
export function useSendTemplate(month: string) {
  const showEntries = useShowEntries();
  return useMutation({
    mutationFn: ({ file, dryRun, signal }: Sending) => {
      const form = new FormData();
      form.append('file', file);
      const query = { month, partial: 'true', dryRun: dryRun ? 'true' : 'false' } as const;
      return answer(client.POST(TEMPLATE, { params: { query }, body: {}, bodySerializer: () => form, signal }));
    },
    onSuccess: ({ rows }) => {
      showEntries(
        rows.flatMap(({ entries }) =>
          entries.map((entry) => ({ indicatorId: entry.indicatorId, month: entry.month, entry })),
        ),
      );
    },
  });
}
