import { useEffect, useRef } from 'react';

/** How long it takes to see that the page shows something else. */
const UNREAD_MS = 600;

/**
 * Once one is decided on, the next moves to its place: whoever presses so soon after has not looked at it.
 * @param id of what is shown
 * @param decisions how many there have been
 * @returns asks whether what is shown was opened, or has been there long enough to be read
 */
export function useRead(id: string | undefined, decisions: number): () => boolean {
  const movedAt = useRef(-Infinity);
  const before = useRef(decisions);
  useEffect(() => {
    if (decisions !== before.current) movedAt.current = performance.now();
    before.current = decisions;
  }, [id, decisions]);
  return () => performance.now() - movedAt.current >= UNREAD_MS;
}
