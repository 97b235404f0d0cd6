import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Above, Trail } from './trail.js';

interface PageProps {
  readonly title: string;
  /** Of a page about one thing: where it belongs. */
  readonly above?: readonly Above[];
  /** Beside the title: choices, and what can be done here. */
  readonly tools?: ReactNode;
  /** Under the title, in small letters. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** What every page has: a heading, its tools, and its name in the browser's tab. */
export function Page({ title, above, tools, hint, children }: PageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = title === '' ? t('product') : `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <main className="page" id="page">
      {title !== '' && (
        <div className="page-head">
          <div>
            {above && <Trail above={above} />}
            <h2>{title}</h2>
            {hint && <p className="muted">{hint}</p>}
          </div>
          {tools && <div className="page-tools no-print">{tools}</div>}
        </div>
      )}
      {children}
    </main>
  );
}
