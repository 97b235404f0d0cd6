import type { Installation } from './installation.js';

export interface Sheet {
  readonly id: string;
  readonly fiscalYear: number;
  readonly department: { readonly id: string; readonly name: string };
  /** null: the targets of the whole department. */
  readonly project: string | null;
  readonly weightWaiver: string | null;
}

export interface Indicator {
  readonly id: string;
  readonly name: string;
}

export const sheetsOf = async (service: Installation): Promise<readonly Sheet[]> =>
  (await service.get<{ items: Sheet[] }>('/target-sheets')).items;

export async function wholeDepartment(service: Installation): Promise<Sheet> {
  const sheet = (await sheetsOf(service)).find(({ project }) => project === null);
  if (!sheet) throw new Error('the sample year has no sheet of the whole department');
  return sheet;
}

export async function indicatorsOf(service: Installation, sheet: Sheet): Promise<readonly Indicator[]> {
  return (await service.get<{ indicators: Indicator[] }>(`/target-sheets/${sheet.id}`)).indicators;
}

let made = 0;

/**
 * Indicators to which nobody has entered anything, under names of their own; unless `kind` says otherwise they take a plain
 * number every month.
 */
export async function newIndicators(
  service: Installation,
  name: string,
  count = 1,
  kind: { readonly raw?: string; readonly aggregation?: string } = {},
): Promise<readonly [Indicator, ...Indicator[]]> {
  const { id: sheet, fiscalYear } = await wholeDepartment(service);
  const all: Indicator[] = [];
  made += 1;
  for (let number = 1; number <= count; number += 1) {
    const place = { level1: '履职效能', level2: '数量指标', name: `${name}${made}之${number}号` };
    const body = { ...place, raw: '>=4篇', firstMonth: `${fiscalYear}-01`, ...kind };
    const answer = await service.request<Indicator>('POST', `/target-sheets/${sheet}/commitments`, { body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    all.push({ id: answer.body.id, name: body.name });
  }
  return all as [Indicator, ...Indicator[]];
}
