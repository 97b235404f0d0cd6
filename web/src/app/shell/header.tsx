import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useColourScheme } from '../../components/charts/colour-scheme.js';
import './shell.css';

interface HeaderProps {
  /** Before the name: how the menu is opened where the screen is narrow. */
  readonly menu?: ReactNode;
  /** Who is signed in. */
  readonly account?: ReactNode;
}

export function Header({ menu, account }: HeaderProps) {
  const { t, i18n } = useTranslation();
  const { dark, onDark } = useColourScheme();
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  return (
    <header className="header no-print">
      {menu}
      <h1 className="brand">{t('product')}</h1>
      <span className="tagline">{t('tagline')}</span>
      <div className="header-tools">
        {account}
        <Button
          type="text"
          aria-label={t(dark ? 'theme.light' : 'theme.dark')}
          title={t(dark ? 'theme.light' : 'theme.dark')}
          icon={dark ? <SunOutlined /> : <MoonOutlined />}
          onClick={() => {
            onDark(!dark);
          }}
        />
        <Button type="text" lang={other} onClick={() => void i18n.changeLanguage(other)}>
          {t('language')}
        </Button>
      </div>
    </header>
  );
}
