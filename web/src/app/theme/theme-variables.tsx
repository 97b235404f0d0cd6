import { theme } from 'antd';
import { type ReactNode, useLayoutEffect } from 'react';

/** The colours of antd's theme, for our own markup: of the whole document, since dialogs stand beside the page, not in it. */
export function ThemeVariables({ children }: { readonly children: ReactNode }) {
  const { token } = theme.useToken();
  useLayoutEffect(() => {
    const variables = {
      '--line': token.colorBorderSecondary,
      '--surface': token.colorBgContainer,
      '--layout': token.colorBgLayout,
      '--accent': token.colorLink,
      '--muted': token.colorTextSecondary,
      '--field': token.colorTextPlaceholder,
      '--text': token.colorText,
    };
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
  }, [token]);
  return <div className="app">{children}</div>;
}
