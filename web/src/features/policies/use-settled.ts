import { useEffect, useState } from 'react';

const QUIET_MS = 400;

/** A text once nobody has changed it for a moment. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
