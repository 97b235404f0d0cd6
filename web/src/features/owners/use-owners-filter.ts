import type { OwnersFilter } from '../../api/owners.js';
import { useAddress } from '../../period/use-address.js';
import { usePeriod } from '../../period/use-period.js';

/** Which indicators are looked at, as it stands in the address. */
export function useOwnersFilter() {
  const { address, choose } = useAddress();
  const { year } = usePeriod();
  const importId = address.get('import') ?? undefined;
  const sectionId = address.get('section') ?? undefined;
  const filter: OwnersFilter = {
    // Of a document or a section, whatever year it is for.
    year: importId === undefined && sectionId === undefined ? year : undefined,
    departmentId: address.get('department') ?? undefined,
    sheetId: address.get('sheet') ?? undefined,
    importId,
    sectionId,
    search: address.get('search') ?? undefined,
    unowned: address.get('which') !== 'all',
  };
  return { filter, choose };
}
