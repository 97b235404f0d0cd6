import { PASSWORD_PROFILES } from './password-profile.js';
import { waitWhileGuessed } from './sign-in-waits.js';

it.each([
  [1, 99, 0],
  [5, 99, 10],
  [1, 100, 900],
  [5, 100, 900],
  [1, 1_000, 9_000],
  [1, 50_000, 86_400],
])(
  'after %i failures at a place, and %i of the account that day, a place waits %i seconds',
  (failures, today, wait) => {
    expect(waitWhileGuessed(failures, today, PASSWORD_PROFILES.standard)).toBe(wait);
  },
);
