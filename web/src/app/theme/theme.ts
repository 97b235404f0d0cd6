import { theme, type ThemeConfig } from 'antd';

/** One quiet blue, dense tables, the same in light and dark. */
export function themeFor(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: 'var(--font)',
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      colorPrimary: '#0b5cad',
      colorLink: dark ? '#6fb1f5' : '#0b5cad',
      colorBgLayout: dark ? '#101317' : '#f4f6f8',
      colorBgContainer: dark ? '#181c21' : '#ffffff',
      colorBgElevated: dark ? '#20252b' : '#ffffff',
      colorBorderSecondary: dark ? '#2c323a' : '#e3e7ec',
      colorTextSecondary: dark ? '#a7b0bc' : '#55606e',
      colorTextPlaceholder: dark ? '#8b95a3' : '#6b7684',
      borderRadius: 6,
      controlHeight: 30,
    },
    components: {
      Table: {
        cellPaddingBlockSM: 6,
        headerBorderRadius: 0,
        headerBg: dark ? '#1f242a' : '#f4f6f8',
        // Links and quiet words can still be read on it.
        rowSelectedBg: dark ? '#1c2733' : '#eef5fc',
        rowSelectedHoverBg: dark ? '#1c2733' : '#eef5fc',
      },
    },
  };
}
