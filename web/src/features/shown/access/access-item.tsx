import { Space } from 'antd';
import type { ReactNode } from 'react';

interface AccessItemProps {
  readonly title: ReactNode;
  /** What else is known of it, one after the other. */
  readonly facts: readonly (string | null)[];
  /** How it is ended. */
  readonly children: ReactNode;
}

/** One way in. A list and no table, which on a telephone would have to be pushed sideways. */
export function AccessItem({ title, facts, children }: AccessItemProps) {
  return (
    <li>
      <strong>{title}</strong>
      <p className="muted" style={{ marginBlock: 4 }}>
        {facts.filter(Boolean).join(' · ')}
      </p>
      <Space wrap style={{ marginBottom: 12 }}>
        {children}
      </Space>
    </li>
  );
}
