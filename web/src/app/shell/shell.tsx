import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/session.js';
import { Navigation } from './navigation.js';
import { Header } from './header.js';
import './shell.css';

interface ShellProps {
  readonly role: Role;
  readonly account: ReactNode;
  /** Above every page. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** Header, navigation at the side (a drawer on phones), and the page. */
export function Shell({ role, account, notice, children }: ShellProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const menu = (
    <Button
      className="menu-button"
      type="text"
      aria-label={t('nav.open')}
      aria-expanded={isOpen}
      icon={<MenuOutlined />}
      onClick={() => {
        setOpen(true);
      }}
    />
  );
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <a className="skip" href="#page">
        {t('nav.skip')}
      </a>
      <Header menu={menu} account={account} />
      <div className="frame">
        <div className="side no-print">
          <Navigation role={role} />
        </div>
        <Drawer placement="left" size={260} title={t('product')} open={isOpen} onClose={close}>
          <Navigation role={role} onNavigate={close} />
        </Drawer>
        <div className="content">
          {notice}
          {children}
        </div>
      </div>
    </>
  );
}
