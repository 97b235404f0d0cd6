// At a release: names every image of Dockerfile and docker-compose.yml by the digest that its tag has now, so that what was
// looked at is what is run. Once more, and the digests are those of today. Needs Docker with buildx, and its registry.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const NAMED = /^(FROM |\s+image: )([\w./-]+:[\w.-]+)(?:@sha256:[0-9a-f]{64})?/gm;
const digests = new Map();

for (const file of ['Dockerfile', 'docker-compose.yml']) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(NAMED, (_, before, image) => `${before}${image}@${digestOf(image)}`),
  );
}
for (const [image, digest] of digests) console.log(`${image} ${digest}`);

function digestOf(image) {
  if (!digests.has(image)) digests.set(image, askDigest(image));
  return digests.get(image);
}

function askDigest(image) {
  const format = '{{.Manifest.Digest}}';
  const said = execFileSync('docker', ['buildx', 'imagetools', 'inspect', image, '--format', format], {
    encoding: 'utf8',
  });
  if (!/^sha256:[0-9a-f]{64}$/.test(said.trim())) throw new Error(`${image}: no digest, but ${said}`);
  return said.trim();
}
