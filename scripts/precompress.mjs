// Compresses the built web client once, so that no request has to: beside each file of text its .br and .gz.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = 'dist/web';
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

for (const file of readdirSync(FOLDER, { recursive: true }).filter((name) => /\.(js|css|html|svg)$/.test(name))) {
  const content = readFileSync(path.join(FOLDER, file));
  writeFileSync(path.join(FOLDER, `${file}.br`), brotliCompressSync(content, quality));
  writeFileSync(path.join(FOLDER, `${file}.gz`), gzipSync(content, { level: 9 }));
}
