import type { Texts } from '../i18n/texts.js';

export const componentsTexts = {
  product: ['绩效台账', 'Jixiao'],
  trail: ['所在位置', 'You are here'],
  loading: ['正在读取……', 'Loading …'],
  error: {
    title: ['数据加载失败', 'The data could not be loaded'],
    correlation: [
      '错误编号（报修时请提供）：{{id}}',
      'Error number (please quote it when you report the fault): {{id}}',
    ],
    gone: [
      '可能已被删除，或链接不完整，也可能不在您的权限内。',
      'It may have been deleted, the link may be incomplete, or it may not be yours to see.',
    ],
    home: ['回到首页', 'To the first page'],
    retry: ['重试', 'Try again'],
  },
  download: {
    underWay: ['正在下载……', 'Downloading …'],
    howFar: ['正在下载：{{percent}}%', 'Downloading: {{percent}}%'],
    cancel: ['取消下载', 'Cancel download'],
    failed: ['没有下载成功', 'The file was not downloaded'],
  },
  broken: {
    title: ['页面出错了', 'This page has run into an error'],
    text: [
      '本页无法继续显示。填报中尚未保存的内容已留在本机，重新加载后恢复。',
      'It cannot go on. What was typed into a month and is not saved yet is kept on this computer and comes back after reloading.',
    ],
    missing: ['页面加载失败', 'The page could not be loaded'],
    missingText: [
      '页面内容加载失败，网络或服务可能暂时中断。',
      'Its contents did not arrive. The network or the service may be away for a moment.',
    ],
    details: ['错误信息（报修时请提供）', 'Error message (please quote it when you report the fault)'],
    reload: ['重新加载', 'Reload'],
  },
  rating: {
    excellent: ['优', 'excellent'],
    good: ['良', 'good'],
    fair: ['中', 'fair'],
    poor: ['差', 'poor'],
  },
  light: {
    green: ['正常', 'on track'],
    amber: ['预警', 'behind'],
    red: ['滞后', 'far behind'],
    grey: ['未到期或无数据', 'not due or no data'],
  },
  chart: {
    gauge: ['时序得分 {{score}}，等级 {{rating}}', 'Pace {{score}}, rating {{rating}}'],
    table: ['查看数据表', 'Show the data as a table'],
  },
  meanwhile: {
    title: [
      '您打开之后，已有其他人保存。您的输入仍在，请核对后决定。',
      'Somebody else has saved since you opened this. What you typed is still here: check, and decide.',
    ],
    replace: ['仍按我的保存', 'Save mine all the same'],
  },
  filter: {
    kind: ['类别', 'Kind'],
    kinds: {
      department: ['部门整体', 'Departments'],
      project: ['项目支出', 'Projects'],
    },
    department: ['部门', 'Department'],
  },
} as const satisfies Texts;
