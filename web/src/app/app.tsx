import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useTranslation } from 'react-i18next';
import { PageBoundary } from '../components/page-boundary.js';
import { SessionGate } from './session-gate.js';
import { STYLE_NONCE } from './style-nonce.js';
import { ColourScheme } from '../components/charts/colour-scheme.js';
import { ThemeVariables } from './theme/theme-variables.js';
import { themeFor } from './theme/theme.js';
import { useStoredDark } from './theme/use-stored-dark.js';

const csp = { nonce: STYLE_NONCE };

// A double click on what opens a dialog, or a click beside it, would throw away what is asked or typed there.
const DIALOGS = { mask: { closable: false } };

export function App() {
  const { i18n } = useTranslation();
  const scheme = useStoredDark();
  return (
    <ConfigProvider
      csp={csp}
      locale={i18n.language === 'zh' ? zhCN : enUS}
      theme={themeFor(scheme.dark)}
      modal={DIALOGS}
    >
      <ColourScheme value={scheme}>
        <ThemeVariables>
          <PageBoundary>
            <SessionGate />
          </PageBoundary>
        </ThemeVariables>
      </ColourScheme>
    </ConfigProvider>
  );
}
