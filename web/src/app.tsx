import { ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from './components/page-header.js';
import { ThemeVariables } from './components/theme-variables.js';
import { AccountBar } from './features/session/account-bar.js';
import { SignedInPage } from './features/session/signed-in-page.js';

const prefersDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;

export function App() {
  const { i18n } = useTranslation();
  const [dark, setDark] = useState(prefersDark);
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <ConfigProvider
      locale={i18n.language === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: { fontFamily: 'var(--font)', colorPrimary: '#0b5cad' },
      }}
    >
      <ThemeVariables>
        <PageHeader dark={dark} onDark={setDark}>
          <AccountBar />
        </PageHeader>
        <SignedInPage />
      </ThemeVariables>
    </ConfigProvider>
  );
}
