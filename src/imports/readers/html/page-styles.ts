import type { DefaultTreeAdapterTypes } from 'parse5';
import type { UnseenText } from '../block-builder.js';

type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS_OF_RULES = /@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
/** One element by its name, class or id, wherever it stands: what systems write that export pages. */
const SIMPLE = /^(?:[a-z][\w-]*)?(?:[.#][\w-]+)?$/i;
const HIDDEN =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0*)?\s*(?:[;!]|$)|font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|%)?\s*(?:[;!]|$))/i;
const STRUCK = /line-through/i;
const WHITE = /(?:^|[;\s])color\s*:\s*(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:[;!]|$)/i;
const GROUND = /background(?:-color|-image)?\s*:\s*([^;]+)/i;
const NO_GROUND =
  /^(?:white|#fff(?:fff)?|transparent|none|initial|inherit|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:!|$)/i;
const STRUCK_OUT = new Set(['s', 'strike', 'del']);

/** Which elements of a page its styles hide or strike out. */
export class PageStyles {
  private readonly rules = new Map<string, string>();

  /** @param sheet what stands in one `<style>` */
  add(sheet: string): void {
    const plain = sheet.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '').replace(BLOCKS_OF_RULES, '');
    for (const [, selectors = '', declarations = ''] of plain.matchAll(RULE)) {
      if (!/none|hidden|collapse|hide|opacity|font-size|line-through|color|background/i.test(declarations)) continue;
      for (const selector of selectors.split(',').map((one) => one.trim().toLowerCase()))
        if (SIMPLE.test(selector)) this.rules.set(selector, `${this.rules.get(selector) ?? ''};${declarations}`);
    }
  }

  isHidden(element: Element): boolean {
    return attribute(element, 'hidden') !== undefined || HIDDEN.test(this.declared(element));
  }

  /** null where the element is seen; deleted text stands struck out on the page. */
  unseenKind(element: Element): UnseenText['kind'] | null {
    const declared = this.declared(element);
    if (this.isHidden(element) || (WHITE.test(declared) && !this.hasGround(element))) return 'hidden-text';
    return STRUCK_OUT.has(element.tagName) || STRUCK.test(declared) ? 'struck-out' : null;
  }

  /** Whether something coloured is below the element, that white letters may be read on. */
  private hasGround(element: Element): boolean {
    for (let at: unknown = element; at !== null && typeof at === 'object' && 'tagName' in at;) {
      const one = at as Element;
      const ground = GROUND.exec(this.declared(one))?.[1] ?? attribute(one, 'bgcolor') ?? attribute(one, 'background');
      if (ground !== undefined && !NO_GROUND.test(ground.trim())) return true;
      at = one.parentNode;
    }
    return false;
  }

  private declared(element: Element): string {
    const inline = attribute(element, 'style') ?? '';
    if (this.rules.size === 0) return inline;
    const { tagName } = element;
    const classes = (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const id = attribute(element, 'id')?.toLowerCase();
    const selectors = [tagName, ...classes.flatMap((name) => [`.${name}`, `${tagName}.${name}`])];
    if (id) selectors.push(`#${id}`, `${tagName}#${id}`);
    return [...selectors.map((selector) => this.rules.get(selector) ?? ''), inline].join(';');
  }
}

export const attribute = ({ attrs }: Element, wanted: string): string | undefined =>
  attrs.find(({ name }) => name === wanted)?.value;
