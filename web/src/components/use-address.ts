import { useSearchParams } from 'react-router';

/** What is looked at stands in the address, so that a link shows the same. */
export function useAddress() {
  const [address, setAddress] = useSearchParams();
  const choose = (name: string, value: string | undefined): void => {
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (value === undefined) next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  return { address, choose };
}
