import { useEffect } from 'react';

interface ReviewKeys {
  readonly onNext: () => void;
  readonly onBefore: () => void;
  readonly onApprove: () => void;
  readonly onReturn: () => void;
}

/** J and K go through the list, A approves, R returns; not while something is typed or a dialog is open. */
export function useReviewKeys({ onNext, onBefore, onApprove, onReturn }: ReviewKeys): void {
  useEffect(() => {
    const deeds: Readonly<Record<string, () => void>> = { j: onNext, k: onBefore, a: onApprove, r: onReturn };
    const press = (event: KeyboardEvent): void => {
      const deed = deeds[event.key.toLowerCase()];
      if (!deed || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if ((event.target as HTMLElement).closest('textarea, select, [contenteditable], [role=dialog]')) return;
      if ((event.target as HTMLElement).matches('input:not([type=checkbox])')) return;
      if (document.querySelector('[role=dialog]:not([hidden])')) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [onNext, onBefore, onApprove, onReturn]);
}
