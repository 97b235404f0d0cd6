import { rmSync } from 'node:fs';

export default async () => {
  const { server, dataFolder } = globalThis.__EMBEDDED_POSTGRES;
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
};
