import { existsSync } from 'node:fs';
import { trouble, type Trouble } from './trouble.js';

/** Without its font a report cannot be written as PDF. */
export async function missingFonts(): Promise<Trouble[]> {
  try {
    const { FONT_FILES } = await import('../reports/writers/fonts.js');
    if (Object.values(FONT_FILES).every((file) => existsSync(file))) return [];
  } catch (error) {
    if ((error as { code?: string }).code !== 'MODULE_NOT_FOUND') throw error;
  }
  return [
    trouble(
      'error',
      'font-missing',
      ['PDF 报告所用的字体（思源黑体）不在。', 'The font of PDF reports (Noto Sans SC) is missing.'],
      ['在程序文件夹中运行 npm ci。', 'Run npm ci in the folder of the program.'],
    ),
  ];
}
