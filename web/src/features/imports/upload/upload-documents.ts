import i18next from 'i18next';
import { ApiError, type ProblemDetails } from '../../../api/api-error.js';
import { uploadHeaders } from '../../../api/client.js';
import { type Batch, type DocumentImport, IMPORTS_ADDRESS } from '../../../api/imports.js';

interface UploadWatch {
  /** How much of the bytes has left, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends documents in one request, which `fetch` could do, but not say how far it is. @throws ApiError */
export function uploadDocuments(
  files: readonly File[],
  { onProgress, signal }: UploadWatch,
): Promise<DocumentImport | Batch> {
  const body = new FormData();
  for (const file of files) body.append('file', file);
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(loaded / total);
    };
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as DocumentImport | Batch);
      else reject(new ApiError(request.status, { title: request.statusText, ...(answer as ProblemDetails) }));
    };
    request.onerror = () => {
      reject(new ApiError(0, { title: i18next.t('service.unreachable') }));
    };
    request.onabort = () => {
      reject(new DOMException('', 'AbortError'));
    };
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.open('POST', IMPORTS_ADDRESS);
    for (const [name, value] of Object.entries(uploadHeaders())) request.setRequestHeader(name, value);
    request.send(body);
  });
}

/** Whatever stands between may answer with something else than the service. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
