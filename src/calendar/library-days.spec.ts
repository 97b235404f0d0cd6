import { libraryDays } from './library-days.js';

test.each([1900, 2199, 9999])('the days of %i come to an end', (year) => {
  expect(libraryDays(year).every(({ day }) => day.startsWith(`${year}-`))).toBe(true);
});
