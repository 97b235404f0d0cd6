import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@domain': fileURLToPath(new URL('../src/domain', import.meta.url)) } },
  // src/app/http/web-client.ts puts a new one into every answer.
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1600,
    // Components that most pages share come once, with the first page.
    rolldownOptions: {
      output: {
        advancedChunks: {
          groups: [
            { name: 'components', test: /node_modules\/(antd|@rc-component|@ant-design)\// },
            // Ours, too, and what most pages read of the domain; charts are large, and few pages have one.
            {
              name: 'shared',
              test: /web\/src\/(?:api|period|components\/(?!charts))|src\/domain\/(?:printed|entries)\//,
            },
          ],
        },
      },
    },
  },
  // For `npm run dev`. The Host stays that of the page: what comes from elsewhere is refused (src/auth/access/request-origin.ts).
  server: { proxy: { '/api': { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false } } },
});
