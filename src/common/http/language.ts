import type { Language } from '../../domain/domain-error.js';

/** Chinese unless the caller prefers English (RFC 9110, Accept-Language). */
export function languageOf(acceptLanguage: string | undefined): Language {
  const preferences = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().toLowerCase().split(';q=');
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))
    .sort((a, b) => b.quality - a.quality);
  return preferences[0]?.tag.startsWith('en') ? 'en' : 'zh';
}
