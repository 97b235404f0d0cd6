import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { inLanguage, type Texts } from './texts.js';

const STORED = 'jixiao.language';

/** The address says it (a link that was passed on), else what was chosen before; Chinese first. */
function initialLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED);
  return asked === 'en' ? 'en' : 'zh';
}

/** @param texts of the whole client */
export function startTexts(texts: Texts): void {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = i18next.t('product');
    localStorage.setItem(STORED, language);
  });
  void i18next.use(initReactI18next).init({
    lng: initialLanguage(),
    fallbackLng: 'zh',
    resources: { zh: { translation: inLanguage(texts, 'zh') }, en: { translation: inLanguage(texts, 'en') } },
    initAsync: false, // the texts are here already
    interpolation: { escapeValue: false }, // React escapes
  });
}
