import path from 'node:path';
import type { Configuration } from '../config/configuration.js';
import { isOthersToo } from '../database/private-folder.js';
import { trouble, type Trouble } from './trouble.js';

/** A data folder that the start could not close, as one that belongs to somebody else. */
export function openData({ DATA_DIR }: Configuration): Trouble[] {
  if (!isOthersToo(DATA_DIR)) return [];
  const place = path.resolve(DATA_DIR);
  return [
    trouble(
      'warning',
      'data-folder-open',
      [
        `本机其他用户可以查看数据文件夹 ${place} 中有哪些文件，启动时无法关闭它。`,
        `Others on this machine can see which files the data folder ${place} has, and the start could not close it.`,
      ],
      [
        '将其所有者改为运行绩效台账的用户（chown），或执行 chmod 700，再重新启动。',
        'Hand it over to the user that runs Jixiao (chown) or close it (chmod 700), then start again.',
      ],
    ),
  ];
}
