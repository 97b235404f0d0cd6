import { Button, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageHeaderProps {
  readonly dark: boolean;
  readonly onDark: (dark: boolean) => void;
  /** Who is signed in. */
  readonly children: ReactNode;
}

export function PageHeader({ dark, onDark, children }: PageHeaderProps) {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  return (
    <header style={{ background: 'var(--surface)', borderBottom: '1px solid var(--line)' }}>
      <Flex className="page" align="center" justify="space-between" gap={12} wrap style={{ paddingBlock: 10 }}>
        <Flex align="baseline" gap={12} wrap>
          <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
            {t('product')}
          </Typography.Title>
          <span style={{ color: 'var(--muted)' }}>{t('tagline')}</span>
        </Flex>
        <Flex gap={8} wrap className="no-print">
          {children}
          <Button
            onClick={() => {
              onDark(!dark);
            }}
          >
            {t(dark ? 'theme.light' : 'theme.dark')}
          </Button>
          <Button lang={other} onClick={() => void i18n.changeLanguage(other)}>
            {t('language')}
          </Button>
        </Flex>
      </Flex>
    </header>
  );
}
