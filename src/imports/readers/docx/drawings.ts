import type { Attributes, WordParts } from './word-parts.js';

/** What is shown of another program's contents; '' for every other element. */
export function embeddedText(name: string, attributes: Attributes, { targets }: WordParts): string {
  const target = targets.get(attributes['r:id'] ?? '')?.replace(/^.*\//, '');
  if (name === 'OLEObject') return attributes.ProgID ?? target ?? 'OLE';
  if (name === 'altChunk' || name === 'subDoc') return target ?? name;
  if (name === 'chart') return '图表';
  return name === 'relIds' ? 'SmartArt' : '';
}
