import type { Palette } from './palette.js';

/** What all charts have in common: quiet lines, room for the labels, a box that says the numbers. */
export const plain = ({ text, line, surface }: Palette) => ({
  grid: { left: 8, right: 12, top: 34, bottom: 4, containLabel: true },
  // One line whatever the width: what finds no room is turned to.
  legend: {
    type: 'scroll' as const,
    top: 0,
    left: 0,
    right: 0,
    itemHeight: 8,
    itemGap: 14,
    textStyle: { color: text },
    pageIconColor: text,
    pageIconInactiveColor: line,
    pageTextStyle: { color: text },
  },
  tooltip: {
    trigger: 'axis' as const,
    backgroundColor: surface,
    borderColor: line,
    textStyle: { color: text, fontSize: 12 },
  },
});

export const categories = (data: readonly string[], { text, line }: Palette) => ({
  type: 'category' as const,
  data,
  axisLabel: { color: text, hideOverlap: true },
  axisLine: { lineStyle: { color: line } },
  axisTick: { show: false },
});

export const values = ({ text, line }: Palette, formatter?: string) => ({
  type: 'value' as const,
  axisLabel: { color: text, ...(formatter !== undefined && { formatter }) },
  splitLine: { lineStyle: { color: line } },
});

/** For a picture, and only there, a decimal may become a float. */
export const toPlot = (decimal: string | null | undefined): number | null => (decimal == null ? null : Number(decimal));
