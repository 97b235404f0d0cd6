import type { Message } from '../domain/domain-error.js';
import { explainOutlook, explainPace } from '../domain/outlook/explain-outlook.js';
import { explainAt } from '../domain/scoring/explain.js';
import type { ScoredIndicator, ScoredSheet } from './scored-sheet.js';

/** 得分 if the year ended now; against the target to date; what the year can still bring. */
export const VIEWS = ['earned', 'pace', 'outlook'] as const;
export type View = (typeof VIEWS)[number];

/** A score as the API shows it: with the sentences that explain it, and only the view that was asked for. */
export function shownScore({ pace, outlook, indicators, ...earned }: ScoredSheet, view?: View) {
  const shows = (one: View): boolean => view === undefined || view === one;
  return {
    ...earned,
    ...(shows('pace') && { pace }),
    ...(shows('outlook') && { outlook }),
    indicators: indicators.map((indicator) => shownIndicator(indicator, earned.asOf, shows)),
  };
}

function shownIndicator({ pace, outlook, ...score }: ScoredIndicator, asOf: string, shows: (view: View) => boolean) {
  const { explanation } = score;
  return {
    ...score,
    explanation: { ...explanation, ...inBoth((language) => explainAt(score, asOf, language)) },
    ...(shows('pace') && {
      pace: { ...pace, ...inBoth((language) => explainPace(explanation, pace, asOf, language)) },
    }),
    ...(shows('outlook') && {
      outlook: { ...outlook, ...inBoth((language) => explainOutlook(explanation, outlook, language)) },
    }),
  };
}

const inBoth = (sentence: (language: keyof Message) => string): Message => ({ zh: sentence('zh'), en: sentence('en') });
