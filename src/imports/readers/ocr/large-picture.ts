type Attributes = Readonly<Record<string, string>>;

const PER_CENTIMETRE = 360_000;
/** In centimetres: smaller ones are logos, stamps and signatures. */
const LARGE = { width: 8, height: 4 };
const POINTS_PER_CENTIMETRE = 28.35;

/** Whether a picture of this extent may show a table. */
export function isLargePicture({ cx, cy, style = '' }: Attributes): boolean {
  const points = (side: string) => Number(new RegExp(`(?:^|;)\\s*${side}:([\\d.]+)pt`).exec(style)?.[1] ?? 0);
  const width = cx ? Number(cx) / PER_CENTIMETRE : points('width') / POINTS_PER_CENTIMETRE;
  const height = cy ? Number(cy) / PER_CENTIMETRE : points('height') / POINTS_PER_CENTIMETRE;
  return width >= LARGE.width && height >= LARGE.height;
}
