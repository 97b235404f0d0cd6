import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { UnseenPart } from '../../table-model.js';
import type { Piece } from '../pages/page-model.js';

/** What the library tells of an annotation, as far as it is asked here. */
interface Annotation {
  readonly subtype: string;
  readonly rect: number[];
  readonly annotationFlags?: number;
  readonly fieldValue?: string | readonly string[] | null;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string;
  readonly hidden?: boolean;
  readonly contentsObj?: { readonly str: string };
  readonly file?: { readonly filename: string };
}

export interface PageNotes {
  /** What the fields of a form show. */
  readonly pieces: readonly Piece[];
  readonly unseen: readonly UnseenPart[];
}

const INVISIBLE = 1 + 2;
const LARGEST = 12;

/** Fields of forms and notes that lie on a page. */
export async function notesOn(page: PDFPageProxy, viewport: PageViewport): Promise<PageNotes> {
  const annotations = ((await page.getAnnotations().catch(() => [])) as Annotation[]).filter(
    ({ annotationFlags = 0, hidden = false }) => (annotationFlags & INVISIBLE) === 0 && !hidden,
  );
  const pieces = annotations.flatMap((annotation): Piece[] => {
    const text = annotation.subtype === 'Widget' ? shownIn(annotation) : '';
    if (text === '') return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle(annotation.rect) as number[];
    const [left, top, bottom] = [Math.min(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
    const size = Math.min(LARGEST, (bottom - top) * 0.7);
    const right = Math.min(Math.max(x1, x2), left + size * text.length);
    return [{ text, left, right, y: (top + bottom) / 2 + size * 0.35, size, isSlanted: false }];
  });
  return { pieces, unseen: annotations.flatMap((annotation) => told(annotation, `p${page.pageNumber}`)) };
}

function shownIn({ fieldValue, checkBox, radioButton, exportValue, buttonValue }: Annotation): string {
  if (checkBox || radioButton) return fieldValue === (checkBox ? exportValue : buttonValue) ? '☑' : '□';
  return (typeof fieldValue === 'string' ? fieldValue : (fieldValue ?? []).join('、')).trim();
}

function told({ subtype, contentsObj, file }: Annotation, source: string): UnseenPart[] {
  if (file) return [{ kind: 'embedded', text: file.filename, source }];
  const text = contentsObj?.str.trim() ?? '';
  if (text === '' || /^(?:Widget|Link|Popup)$/.test(subtype)) return [];
  return [{ kind: subtype === 'FreeText' ? 'text-box' : 'comment', text, source }];
}

/** Files that travel in the document. */
export async function attachmentsOf(document: PDFDocumentProxy): Promise<UnseenPart[]> {
  const files = (await document.getAttachments().catch(() => null)) as Record<string, { filename: string }> | null;
  return Object.values(files ?? {}).map(({ filename }) => ({ kind: 'embedded', text: filename, source: filename }));
}
