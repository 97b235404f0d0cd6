/** What marks style elements as ours; others are refused (src/app/http/content-security.ts). undefined where there is no policy, as in development. */
export const STYLE_NONCE = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;

type CreateElement = (name: string, options?: ElementCreationOptions) => HTMLElement;

/**
 * The component library takes the nonce for its styles, but not for two that its parts make by themselves: one holds the page
 * still below a dialog, one measures scroll bars. Neither can be told, so elements are born with it: no more than any
 * script of ours could do, and what is injected as HTML does not come this way.
 */
export function markStyles(): void {
  if (!STYLE_NONCE) return;
  const create: CreateElement = Reflect.get(document, 'createElement');
  Reflect.set(document, 'createElement', (...named: Parameters<CreateElement>) => {
    const element = create.apply(document, named);
    if (element instanceof HTMLStyleElement) element.nonce = STYLE_NONCE;
    return element;
  });
}
