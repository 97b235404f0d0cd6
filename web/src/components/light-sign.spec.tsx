import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { LIGHTS } from '@domain/outlook/light.js';
import { inLanguage } from '../i18n/texts.js';
import { componentsTexts } from './texts.js';
import { LightSign } from './light-sign.js';

const textsIn = (language: Language) => ({ translation: inLanguage(componentsTexts, language) });
await i18next.use(initReactI18next).init({ resources: { zh: textsIn('zh'), en: textsIn('en') } });

describe('the light of an indicator', () => {
  it.each(['zh', 'en'] as const)('is told by a word of its own, not by its colour alone (%s)', async (language) => {
    await i18next.changeLanguage(language);
    const texts = LIGHTS.map((light) => renderToStaticMarkup(<LightSign light={light} />).replace(/<[^>]*>/g, ''));
    const words = texts.map((text) => /\p{L}+/u.exec(text)?.[0]);
    expect(words).not.toContain(undefined);
    expect(new Set(words).size).toBe(LIGHTS.length);
  });
});
