// Fails when package-lock.json would not install elsewhere: a download address, or a platform package that was
// not to be had when the lockfile was made (npm then leaves it out silently and `npm ci` fails on that platform).
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const names = new Set(Object.keys(packages).map((key) => key.replace(/^.*node_modules\//, '')));
const problems = Object.entries(packages).flatMap(([key, entry]) => [
  ...(entry.resolved?.startsWith('http') ? [`${key}: names a download address`] : []),
  ...Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !names.has(name))
    .map((name) => `${key}: optional dependency ${name} is missing`),
]);
for (const problem of problems) console.error(problem);
console.log(`lockfile: ${Object.keys(packages).length} packages, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
