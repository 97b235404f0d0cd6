import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { uploadDocuments } from './upload-documents.js';

/** An upload that tells how far it is and can be stopped; it stops when its page is left. */
export function useUpload() {
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const stopper = useRef(new AbortController());
  const stop = (): void => {
    stopper.current.abort();
  };
  useEffect(() => stop, []);
  const upload = useMutation({
    mutationFn: (files: readonly File[]) => {
      stopper.current = new AbortController();
      setShare(0);
      return uploadDocuments(files, { onProgress: setShare, signal: stopper.current.signal });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/imports'] }),
  });
  return { ...upload, share, stop };
}
