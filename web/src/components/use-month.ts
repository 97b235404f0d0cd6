import { useSearchParams } from 'react-router';
import { currentAsOf, isMonth, monthOf, monthsBetween } from '../../../src/domain/month.js';
import { today } from './today.js';

/** The month that is looked at, kept in the address so that a link shows the same. */
export function useMonth(year = Number(today().slice(0, 4))) {
  const [address, setAddress] = useSearchParams();
  const asked = address.get('month') ?? '';
  const month = isMonth(asked) && asked.startsWith(String(year)) ? asked : currentAsOf(year, today());
  const onMonth = (chosen: string): void => {
    setAddress((before) => ({ ...Object.fromEntries(before), month: chosen }), { replace: true });
  };
  return { month, months: monthsBetween(monthOf(year, 1), monthOf(year, 12)), onMonth };
}
