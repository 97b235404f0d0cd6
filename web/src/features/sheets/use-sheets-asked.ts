import type { TableOrder } from '../../api/scores.js';
import { useSheetFilter } from '../../components/sheet-filter.js';
import { useAddress } from '../../period/use-address.js';

const ORDERS: readonly TableOrder[] = ['name', '-name', 'pace', '-pace', 'points', '-points'];

/** Which sheets are asked for, in which order and on which page, as the address has it; by name where it says nothing. */
export function useSheetsAsked(month: string) {
  const { departmentId, kind } = useSheetFilter();
  const { address, choose } = useAddress();
  const search = address.get('search');
  const page = Number(address.get('page') ?? 1);
  return {
    sheets: { asOf: month, ...(departmentId && { departmentId }), ...(kind && { kind }) },
    found: {
      page: Number.isInteger(page) && page > 0 ? page : 1,
      order: ORDERS.find((one) => one === address.get('order')) ?? 'name',
      ...(search && { search }),
    },
    /** What is asked for anew begins on its first page. */
    choose: (changes: Readonly<Record<string, string | undefined>>) => {
      choose({ page: undefined, ...changes });
    },
  };
}
