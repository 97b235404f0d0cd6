import { type ReactNode, useId } from 'react';

interface PanelProps {
  readonly title: string;
  readonly tools?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled box on a page. */
export function Panel({ title, tools, className = '', children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <h3 id={id}>{title}</h3>
        {tools}
      </div>
      {children}
    </section>
  );
}
