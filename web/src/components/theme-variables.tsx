import { theme } from 'antd';
import type { ReactNode } from 'react';

/** The colours of antd's theme, for our own markup. */
export function ThemeVariables({ children }: { readonly children: ReactNode }) {
  const { token } = theme.useToken();
  const variables = {
    '--line': token.colorBorderSecondary,
    '--surface': token.colorBgContainer,
    '--accent': token.colorPrimary,
    '--muted': token.colorTextSecondary,
    '--field': token.colorTextTertiary,
  };
  const style = { ...variables, background: token.colorBgLayout, color: token.colorText, minHeight: '100vh' };
  return <div style={style}>{children}</div>;
}
