import type { DamagedFile } from '../backup/damaged-files.js';
import { trouble, type Trouble } from './trouble.js';

const NAMED = 5;

export function lostFiles(damaged: readonly DamagedFile[]): Trouble[] {
  if (damaged.length === 0) return [];
  const names = damaged.slice(0, NAMED).map(({ sha256, usedAs }) => usedAs[0] ?? sha256);
  const more = damaged.length > NAMED ? ' …' : '';
  return [
    trouble(
      'error',
      'files-lost',
      [
        `${damaged.length} 个文件已登记，但存储中没有：${names.join('、')}${more}`,
        `${damaged.length} files are registered and not in the storage: ${names.join(', ')}${more}`,
      ],
      [
        '从备份中取回（jixiao verify 列出每一个；备份的 files/ 中以同一校验码命名）。',
        'Take them from a backup (jixiao verify names each; in a backup they lie in files/ under the same hash).',
      ],
    ),
  ];
}
