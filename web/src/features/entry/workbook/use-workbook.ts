import { useEffect, useRef, useState } from 'react';
import { useSendTemplate } from '../../../api/workbook.js';
import { useSaving } from '../saving/use-saving.js';

/**
 * A filled workbook: looked at first, written when the person says so. It is read once, so that what is written is what
 * was looked at, whatever is saved into the file meanwhile; what is typed in the grid goes first.
 */
export function useWorkbook(month: string) {
  const saving = useSaving();
  const preview = useSendTemplate(month);
  const taken = useSendTemplate(month);
  const [file, setFile] = useState<File | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const stopper = useRef(new AbortController());
  const stop = (): void => {
    stopper.current.abort();
  };
  useEffect(() => stop, []);
  const send = async (content: File, dryRun: boolean): Promise<void> => {
    stopper.current = new AbortController();
    await saving.flush();
    (dryRun ? preview : taken).mutate({ file: content, dryRun, signal: stopper.current.signal });
  };
  return {
    file,
    preview,
    taken,
    isUnreadable,
    stop,
    /** Looks at a file, or at the same one again. */
    look: async (chosen: File): Promise<void> => {
      setUnreadable(false);
      taken.reset();
      try {
        const content = new File([await chosen.arrayBuffer()], chosen.name, { type: chosen.type });
        setFile(content);
        await send(content, true);
      } catch {
        setUnreadable(true);
      }
    },
    takeOver: async (): Promise<void> => {
      if (file) await send(file, false);
    },
    another: (): void => {
      setFile(null);
      preview.reset();
      taken.reset();
    },
  };
}
