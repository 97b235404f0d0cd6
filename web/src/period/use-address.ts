import { useSearchParams } from 'react-router';

/** What is looked at stands in the address, so that a link shows the same; `undefined` takes a name out of it. */
export function useAddress() {
  const [address, setAddress] = useSearchParams();
  const choose = (changes: Readonly<Record<string, string | undefined>>): void => {
    setAddress((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) next.delete(name);
        else next.set(name, value);
      }
      return next;
    });
  };
  return { address, choose };
}
