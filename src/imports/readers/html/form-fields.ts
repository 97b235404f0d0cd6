import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from './page-styles.js';

type Element = DefaultTreeAdapterTypes.Element;

const WITHOUT_TEXT = /^(?:hidden|submit|button|reset|image|file|password)$/i;

/** What a field of a form shows; null for every other element. */
export function shownInField(element: Element): string | null {
  if (element.tagName === 'select') return shownInList(element);
  if (element.tagName !== 'input') return null;
  const type = attribute(element, 'type') ?? 'text';
  if (/^(?:checkbox|radio)$/i.test(type)) return attribute(element, 'checked') === undefined ? '□' : '☑';
  return WITHOUT_TEXT.test(type) ? '' : (attribute(element, 'value') ?? '');
}

/** The first of the list where nothing was chosen, as on the page. */
function shownInList(list: Element): string {
  const options = optionsOf(list);
  const chosen = options.filter((option) => attribute(option, 'selected') !== undefined);
  const shown = chosen.length > 0 || attribute(list, 'multiple') !== undefined ? chosen : options.slice(0, 1);
  return shown
    .map(({ childNodes }) => childNodes.map((node) => ('value' in node ? node.value : '')).join(''))
    .join('、')
    .trim();
}

function optionsOf({ childNodes }: Element): Element[] {
  return childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    return node.tagName === 'optgroup' ? optionsOf(node) : node.tagName === 'option' ? [node] : [];
  });
}
