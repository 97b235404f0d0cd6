import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const FAMILY = '@expo-google-fonts/noto-sans-sc';

/** Noto Sans SC (OFL 1.1): every character of GBK and nearly all of CJK Extension A; see ADR 7. */
export const FONT_FILES = {
  normal: require.resolve(`${FAMILY}/400Regular/NotoSansSC_400Regular.ttf`),
  bold: require.resolve(`${FAMILY}/700Bold/NotoSansSC_700Bold.ttf`),
};

/** What office programs are asked for; they have Chinese fonts of their own, and embedding one would add 10 MB a file. */
export const OFFICE_FONT = '宋体';
