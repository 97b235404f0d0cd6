import { Typography } from 'antd';
import type { ReactNode } from 'react';

export function PageTitle({ children }: { readonly children: ReactNode }) {
  return (
    <Typography.Title level={2} style={{ fontSize: 20, margin: '0 0 12px' }}>
      {children}
    </Typography.Title>
  );
}
