import type { TFunction } from 'i18next';
import { GRADES } from '@domain/indicator.js';
import type { Policy } from '@domain/policy.js';
import { exact, HUNDRED, plain } from '@domain/exact.js';
import { decimal } from '../../components/decimal.js';

export const RULES = [
  'executionWeight',
  'equalsAbove',
  'lateCompletion',
  'gradedSteps',
  'gradeBands',
  'deviation',
  'ratings',
  'executionCaps',
  'lights',
] as const satisfies readonly (keyof Policy)[];
export type Rule = (typeof RULES)[number];

const percent = (share: string): string => `${plain(exact(share).mul(HUNDRED))}%`;

/** Each rule of a policy as a sentence; two policies with the same sentence have the same rule. */
export function ruleWords(policy: Policy, rule: Rule, t: TFunction): string {
  const listed = (parts: readonly string[]): string => parts.join(t('policies.between'));
  switch (rule) {
    case 'executionWeight':
      return t('policies.points', { points: decimal(policy.executionWeight) });
    case 'equalsAbove':
      return t(`policies.equalsAbove.${policy.equalsAbove}`);
    case 'lateCompletion': {
      const share = policy.lateCompletion ?? '0';
      return exact(share).equals(0) ? t('policies.nothing') : t('policies.share', { share: percent(share) });
    }
    case 'gradedSteps':
      return listed([
        ...policy.gradedSteps.map(({ from, coefficient }) =>
          t('policies.step', { from: percent(from), share: percent(coefficient) }),
        ),
        t('policies.lastStep'),
      ]);
    case 'gradeBands':
      return listed(
        GRADES.map((grade) => `${t(`grade.${grade}`)} ${policy.gradeBands[grade].from}–${policy.gradeBands[grade].to}`),
      );
    case 'deviation': {
      const { threshold, action, points = '0' } = policy.deviation;
      return t(`policies.deviationIs.${action}`, { threshold: percent(threshold), points: decimal(points) });
    }
    case 'ratings':
      return listed(policy.ratings.map(({ from, rating }) => `≥ ${decimal(from)} ${t(`rating.${rating}`)}`));
    case 'executionCaps':
      if (policy.executionCaps.length === 0) return t('policies.noCaps');
      return listed(policy.executionCaps.map(({ below, cap }) => t('policies.cap', { below: percent(below), cap })));
    case 'lights':
      return t('policies.lightsAre', { green: percent(policy.lights.green), amber: percent(policy.lights.amber) });
  }
}
