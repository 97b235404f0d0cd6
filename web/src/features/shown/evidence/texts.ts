import type { Texts } from '../../../i18n/texts.js';

export const evidenceTexts = {
  evidence: {
    title: ['佐证资料', 'Evidence'],
    none: ['还没有佐证资料。', 'No evidence yet.'],
    kind: {
      'work-record': ['工作资料', 'work record'],
      voucher: ['原始凭证', 'voucher'],
    },
    kindOf: ['资料类别', 'Kind of evidence'],
    kindDemanded: ['按指标要求', 'as the indicator demands'],
    drop: ['把文件拖到这里，或点击选择', 'Drop files here, or click to choose'],
    stop: ['停止', 'Stop'],
    duplicate: [
      '“{{file}}”已经是 {{places}} 的佐证资料，请核对是否放错。',
      '“{{file}}” is evidence of {{places}} already; check that it belongs here.',
    ],
    detach: ['移除', 'Remove'],
    detachFile: ['移除 {{file}}', 'Remove {{file}}'],
    detachConfirm: ['移除 {{file}}？', 'Remove {{file}}?'],
    reuse: ['沿用其他月份的资料', 'Use a file of another month'],
    fromMonth: ['哪个月', 'Which month'],
    useHere: ['用于本月', 'Use here'],
  },
} as const satisfies Texts;
