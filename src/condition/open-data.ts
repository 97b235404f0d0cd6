import path from 'node:path';
import type { Configuration } from '../config/configuration.js';
import { isOthersToo } from '../database/private-folder.js';
import { trouble, type Trouble } from './trouble.js';

/** A data folder that the start could not close, since it belongs to somebody else. */
export function openData({ DATA_DIR }: Configuration): Trouble[] {
  if (!isOthersToo(DATA_DIR)) return [];
  const place = path.resolve(DATA_DIR);
  return [
    trouble(
      'warning',
      'data-folder-open',
      [
        `数据文件夹 ${place} 属于另一个用户，本机其他用户可以查看其中有哪些文件。`,
        `The data folder ${place} belongs to another user, and others on this machine can see which files it has.`,
      ],
      [
        '将其所有者改为运行绩效台账的用户（chown），再重新启动。',
        'Hand it over to the user that runs Jixiao (chown), then start again.',
      ],
    ),
  ];
}
