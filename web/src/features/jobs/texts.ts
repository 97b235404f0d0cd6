import type { Texts } from '../../i18n/texts.js';

export const jobsTexts = {
  jobs: {
    title: ['定时任务', 'Jobs'],
    daily: ['每天 {{time}}', 'daily {{time}}'],
    never: ['还没有运行过', 'has not run yet'],
    slot: ['应运行于', 'Due'],
    started: ['实际开始', 'Started'],
    outcome: ['结果', 'Outcome'],
    running: ['运行中', 'running'],
    done: ['完成', 'done'],
    skipped: ['跳过：上一次还在运行', 'skipped: the run before was still under way'],
    failed: ['失败', 'failed'],
  },
} as const satisfies Texts;
