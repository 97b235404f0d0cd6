import { theme } from 'antd';
import type { ReactNode } from 'react';

/** The colours of antd's theme, for our own markup. */
export function ThemeVariables({ children }: { readonly children: ReactNode }) {
  const { token } = theme.useToken();
  const variables = {
    '--line': token.colorBorderSecondary,
    '--surface': token.colorBgContainer,
    '--layout': token.colorBgLayout,
    '--accent': token.colorLink,
    '--muted': token.colorTextSecondary,
    '--field': token.colorTextPlaceholder,
    '--text': token.colorText,
  };
  return (
    <div className="app" style={variables as React.CSSProperties}>
      {children}
    </div>
  );
}
