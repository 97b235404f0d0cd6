import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { init } from './echarts.js';
import { usePalette } from './palette.js';
import './charts.css';

interface ChartProps {
  readonly option: EChartsCoreOption;
  /** What it shows, for whoever does not see it. */
  readonly label: string;
  readonly height: number;
  /** The same numbers as a table: first the head, then the rows. */
  readonly table: readonly (readonly string[])[];
}

/** A picture of numbers, drawn again when its room changes, and the numbers themselves below it. */
export function Chart({ option, label, height, table }: ChartProps) {
  const { t } = useTranslation();
  const { text } = usePalette();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, null, { renderer: 'svg' });
    chart.setOption({ animation: false, textStyle: { color: text, fontFamily: 'inherit' }, ...option });
    const observer = new ResizeObserver(() => {
      chart.resize();
    });
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, text]);
  const [head = [], ...rows] = table;
  return (
    <figure className="chart">
      <div ref={place} role="img" aria-label={label} style={{ height }} />
      <details className="no-print">
        <summary>{t('chart.table')}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={label}>
          <table className="plain">
            <thead>
              <tr>
                {head.map((cell, column) => (
                  <th key={column} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column} className={column > 0 ? 'number' : undefined}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
