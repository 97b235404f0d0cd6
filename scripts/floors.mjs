// Draws the floors of src/: which capability uses which, counted from the imports: what is used lies below, arrows that run back up
// are red. Only a new arrow changes it, not a new import along an old one. Writes docs/images/floors.svg; with --check only says whether that picture is still true.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const PICTURE = 'docs/images/floors.svg';
const [BOX, GAP, FLOOR, MARGIN, CAPTION] = [104, 14, 78, 24, 760];
/** One floor: known to all, knows none of the others. */
const BASE = ['domain', 'common', 'config', 'database'];

const arrows = countedImports();
const floors = stacked(arrows);
const back = arrows.filter(({ from, to }) => floorOf(from) <= floorOf(to));
const picture = drawn(floors, arrows);
console.log(`${floors.flat().length} folders, ${arrows.length} arrows, ${back.length} that run back up`);
for (const { from, to, count } of back) console.log(`  ${from} → ${to} (${count})`);
if (!process.argv.includes('--check')) writeFileSync(PICTURE, picture);
else if (!existsSync(PICTURE) || readFileSync(PICTURE, 'utf8') !== picture) {
  console.error(`${PICTURE} is not what the imports say: run \`npm run floors\``);
  process.exitCode = 1;
}

/** Imports between folders of src/; the base is one folder. @returns {{ from: string, to: string, count: number }[]} */
function countedImports() {
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'];
  const { modules } = JSON.parse(execFileSync('npx', ['depcruise', ...options], { encoding: 'utf8', maxBuffer: 1e9 }));
  const counts = new Map();
  for (const { source, dependencies } of modules) {
    for (const { resolved } of dependencies) {
      const [from, to] = [folderOf(source), folderOf(resolved)];
      if (from && to && from !== to) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
    }
  }
  return [...counts].sort(byName).map(([pair, count]) => {
    const [from, to] = pair.split(' ');
    return { from, to, count };
  });
}

function byName([a], [b]) {
  return a < b ? -1 : 1;
}

function folderOf(file) {
  const folder = /^src\/([^/]+)\//.exec(file)?.[1];
  return BASE.includes(folder) ? 'base' : folder;
}

/** From the ground up: each folder stands above all that it uses; a circle stands on one floor, its arrows run back. */
function stacked(all) {
  const waiting = new Set(all.flatMap(({ from, to }) => [from, to]));
  const result = [];
  while (waiting.size > 0) {
    const uses = (name) => all.filter(({ from, to }) => from === name && waiting.has(to)).length;
    const fewest = Math.min(...[...waiting].map(uses));
    const floor = [...waiting].filter((name) => uses(name) === fewest).sort();
    for (const name of floor) waiting.delete(name);
    result.push(floor);
  }
  return result;
}

function floorOf(name) {
  return floors.findIndex((floor) => floor.includes(name));
}

function drawn(all, lines) {
  const widest = Math.max(...all.map(({ length }) => length));
  const width = Math.max(CAPTION, 2 * MARGIN + widest * (BOX + GAP) - GAP);
  const height = 2 * MARGIN + all.length * FLOOR - (FLOOR - 30) + 18;
  const places = new Map(
    all.flatMap((floor, level) =>
      floor.map((name, index) => {
        const left = (width - floor.length * (BOX + GAP) + GAP) / 2;
        return [name, { x: left + index * (BOX + GAP), y: MARGIN + (all.length - 1 - level) * FLOOR }];
      }),
    ),
  );
  const shown = lines.filter((line) => back.includes(line) || !isImplied(line, lines));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    '<style>path{fill:none;stroke:#8a97a8;stroke-opacity:.55}.back{stroke:#d4380d;stroke-opacity:1}rect{fill:#e8f0fb;stroke:#1f5fa8}text{text-anchor:middle;fill:#12263f}</style>',
    `<rect x="0" y="0" width="${width}" height="${height}" style="fill:#fff;stroke:none"/>`,
    ...shown.map((line) => arrow(line, places)),
    ...[...places].map(([name, place]) => box(name, place)),
    `<text x="${width / 2}" y="${height - 8}">base: ${BASE.join(', ')}. Lines lead down to what is used, without those that others imply; ${back.length} run back up.</text>`,
    '</svg>',
    '',
  ].join('\n');
}

/** Whether the same is reached by way of another folder. */
function isImplied({ from, to }, all) {
  const reaches = (name) =>
    name === to || all.some((line) => line.from === name && !back.includes(line) && reaches(line.to));
  return all.some((line) => line.from === from && line.to !== to && floorOf(line.to) > floorOf(to) && reaches(line.to));
}

function arrow({ from, to }, places) {
  const [a, b] = [places.get(from), places.get(to)];
  const [x1, x2] = [a.x + BOX / 2, b.x + BOX / 2];
  const [y1, y2] = [a.y + 30, b.y];
  const style = floorOf(from) <= floorOf(to) ? ' class="back"' : '';
  const bend = (y2 - y1) / 2;
  return `<path${style} d="M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}"><title>${from} → ${to}</title></path>`;
}

function box(name, { x, y }) {
  return `<rect x="${x}" y="${y}" width="${BOX}" height="30" rx="5"/><text x="${x + BOX / 2}" y="${y + 19}">${name}</text>`;
}
