import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Only what we draw: the whole library would weigh as much as everything else together.
echarts.use([BarChart, LineChart]);
echarts.use([GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export const { init } = echarts;
