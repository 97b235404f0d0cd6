/** @jest-environment jsdom */
import { render } from '@testing-library/react';
import i18next from 'i18next';
import { LIGHTS } from '@domain/outlook/light.js';
import { startTexts } from '../i18n/start.js';
import { componentsTexts } from './texts.js';
import { LightSign } from './light-sign.js';

startTexts(componentsTexts);

describe('the light of an indicator', () => {
  it.each(['zh', 'en'] as const)('is told by a word of its own, not by its colour alone (%s)', async (language) => {
    await i18next.changeLanguage(language);
    const texts = LIGHTS.map((light) => render(<LightSign light={light} />).container.textContent);
    const words = texts.map((text) => /\p{L}+/u.exec(text)?.[0]);
    expect(words).not.toContain(undefined);
    expect(new Set(words).size).toBe(LIGHTS.length);
  });
});
