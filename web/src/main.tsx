// Before those of the parts, which come over them.
import './styles.css';
import { MutationCache, notifyManager, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { isSignedOut } from './api/api-error.js';
import { SESSION_KEY, sessionOptions } from './api/session.js';
import { App } from './app/app.js';
import { preloadPage } from './app/routes/pages.js';
import { markStyles } from './app/style-nonce.js';
import { TEXTS } from './app/texts.js';
import { startTexts } from './i18n/start.js';

// At once: between what is no more in hand and what is shown as stored lies no moment in which somebody could type.
notifyManager.setScheduler(queueMicrotask);

markStyles();
startTexts(TEXTS);

const queries: QueryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: (failures, error) => failures < 1 && !isSignedOut(error) } },
  queryCache: new QueryCache({ onError: askWhoIsSignedIn }),
  mutationCache: new MutationCache({ onError: askWhoIsSignedIn }),
});

/** A session that ended meanwhile leads to the sign-in. */
function askWhoIsSignedIn(error: unknown): void {
  if (isSignedOut(error)) void queries.invalidateQueries({ queryKey: SESSION_KEY });
}

// What the first picture waits for begins before there is anything to draw.
preloadPage(location.pathname);
queries.query(sessionOptions).catch(() => undefined); // the gate asks again, and says it

// Answers hold words in the language they were asked for.
i18next.on('languageChanged', () => void queries.invalidateQueries());
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  );
}
