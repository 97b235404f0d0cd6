import { createCanvas } from '@napi-rs/canvas';
import { drawnRules } from './drawn-rules.js';

/** A frame of two rows and three columns with strokes as long as those of large letters in its cells. */
function picture(strokes: readonly (readonly [number, number, number, number])[]) {
  const [width, height] = [900, 400];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000';
  for (const y of [50, 200, 350]) context.fillRect(50, y, 803, 3);
  for (const x of [50, 317, 584, 850]) context.fillRect(x, 50, 3, 303);
  for (const [x, y, wide, high] of strokes) context.fillRect(x, y, wide, high);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, pixels: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 255) };
}

describe('the ruling lines in a picture', () => {
  it.each([
    ['without letters', [], 3, 4],
    ['beside a large 口, whose strokes are no lines', [[90, 80, 90, 5], [90, 160, 90, 5], [90, 80, 5, 85], [175, 80, 5, 85]], 3, 4], // prettier-ignore
    ['that part one cell only', [[450, 200, 3, 150]], 3, 5],
    ['of a row within one cell', [[584, 125, 267, 3]], 4, 4],
  ] as const)('are found %s', (_, strokes, horizontal, vertical) => {
    const rules = drawnRules(picture(strokes));
    expect([rules.horizontal.length, rules.vertical.length]).toEqual([horizontal, vertical]);
  });
});
