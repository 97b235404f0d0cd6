/** A picture as an object of a PDF: how wide and high it is, its dictionary and its bytes. */
export interface PicturePage {
  readonly width: number;
  readonly height: number;
  readonly dictionary: string;
  readonly data: Uint8Array;
  /** Clockwise, in degrees: how a camera was held. */
  readonly turn?: number;
}

const LONGEST_POINTS = { least: 842, most: 1191 };
const POINTS_PER_PIXEL = 72 / 200;

/** A PDF of one page that shows the picture, so that one decoder and one way from page to table is enough for both. */
export function pdfOfPicture({ width, height, dictionary, data, turn = 0 }: PicturePage): Buffer {
  const longest = Math.max(width, height);
  const { least, most } = LONGEST_POINTS;
  const scale = Math.min(Math.max(longest * POINTS_PER_PIXEL, least), most) / longest;
  const [wide, high] = [width * scale, height * scale].map((side) => side.toFixed(2));
  const content = `q ${wide} 0 0 ${high} 0 0 cm /I Do Q`;
  const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${dictionary}`;
  const page = `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Rotate ${turn}`;
  const before = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< ${page} /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  const head = before.map((body, place) => `${place + 1} 0 obj\n${body}\nendobj\n`).join('');
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n${head}5 0 obj\n<< ${image} /Length ${data.length} >>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n', 'latin1'),
  ]);
}
