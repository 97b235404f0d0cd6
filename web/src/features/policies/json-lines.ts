const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

interface Level {
  readonly isList: boolean;
  key: string | number;
  awaitsKey: boolean;
}

/** In which line each value of a JSON text stands, by its pointer such as `/ratings/0/from`; the text has to be valid. */
export function jsonLines(json: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const levels: Level[] = [];
  const lineAt = (index: number): number => json.slice(0, index).split('\n').length;
  const mark = (index: number): void => {
    const pointer = levels.map(({ key }) => `/${key}`).join('');
    if (!lines.has(pointer)) lines.set(pointer, lineAt(index));
  };
  for (const { 0: token, index } of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '}' || token === ']') levels.pop();
    else if (token === ':') continue;
    else if (token === ',') {
      if (level?.isList) level.key = Number(level.key) + 1;
      else if (level) level.awaitsKey = true;
    } else if (level?.awaitsKey) {
      level.key = JSON.parse(token) as string;
      level.awaitsKey = false;
      mark(index);
    } else {
      mark(index);
      if (token === '{') levels.push({ isList: false, key: '', awaitsKey: true });
      if (token === '[') levels.push({ isList: true, key: 0, awaitsKey: false });
    }
  }
  return lines;
}

/** Of what is missing: where it would belong. */
export function lineOf(lines: ReadonlyMap<string, number>, pointer: string): number {
  for (let place = pointer; ; place = place.slice(0, place.lastIndexOf('/'))) {
    const line = lines.get(place);
    if (line !== undefined) return line;
    if (place === '') return 1;
  }
}
