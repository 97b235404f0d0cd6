/** How this product is called, and what else people here type that breach lists of other languages do not have. */
const PRODUCT = [
  ...[
    'jixiao',
    'jixiaotaizhang',
    'taizhang',
    'jixiaoban',
    '绩效台账',
    '绩效办公室',
    '绩效办',
    '绩效',
    '台账',
    '密码',
    '办公室',
  ],
  ...['zhengfu', 'woaini', '5201314', '1314520', 'zhongguo', 'beijing', 'xinjiang', 'guanli', 'mima', 'bangongshi'],
];

/** Roles and first accounts, as they are written and said. */
const ROLES = [
  ...[
    'system',
    'security',
    'administrator',
    'sysadmin',
    'secadmin',
    'admin',
    'auditor',
    'audit',
    'performance',
    'office',
  ],
  ...['department', 'head', 'reporter', 'viewer', 'user', 'root', 'manager', 'password', 'login'],
  ...['系统', '安全', '管理员', '管理', '审计', '部门', '负责人', '填报人', '填报', '查看者'],
  ...['xitong', 'anquan', 'guanliyuan', 'shenji', 'bumen', 'fuzeren', 'tianbao', 'tianbaoren', 'chakan'],
];

/** What addresses in the network are made of. */
const NETWORK = ['www', 'gov', 'gov.cn', 'com', 'com.cn', 'org', 'edu', 'net', 'http', 'https', 'mail', 'oa'];

/** Departments of a government as their names are typed in Latin letters. */
const DEPARTMENTS = [
  ...[
    'caizheng',
    'minzheng',
    'jiaoyu',
    'weisheng',
    'jiankang',
    'weijian',
    'gongan',
    'sifa',
    'renshe',
    'ziran',
    'ziyuan',
  ],
  ...['shengtai', 'huanjing', 'huanbao', 'zhujian', 'jiaotong', 'shuili', 'shuiwu', 'nongye', 'nongcun', 'shangwu'],
  ...[
    'wenlv',
    'wenhua',
    'lvyou',
    'tiyu',
    'yingji',
    'guozi',
    'shichang',
    'jianguan',
    'tongji',
    'yibao',
    'fagai',
    'fazhan',
  ],
  ...['gaige', 'xinfang', 'keji', 'gongxin', 'minzu', 'tuiyi', 'linye', 'chengguan', 'xingzheng', 'shenpi', 'zuzhi'],
  ...['xuanchuan', 'jiwei', 'renda', 'zhengxie', 'jiedao', 'xiangzhen', 'shequ', 'fupin', 'xiangcun'],
];

/** Slogans, seasons, feasts, days and duties, and rows of keys as they are typed with and without the shift key. */
const SAYINGS = [
  ...['weirenminfuwu', 'buwangchuxin', 'laojishiming', 'zhonghuarenmin', 'gongheguo', 'renmin', 'womende'],
  ...['不忘初心', '牢记使命', '为人民服务', '中华人民', '共和国', '人民', '我们的'],
  ...['chunjie', 'guoqing', 'zhongqiu', 'yuandan', 'kuaile', 'chuntian', 'xiatian', 'qiutian', 'dongtian'],
  ...['spring', 'summer', 'autumn', 'winter', '春节', '国庆', '中秋', '元旦', '快乐'],
  ...['xingqi', 'libai', 'shieryue', 'shiyiyue', 'shiyue', 'nian'],
  ...['mubiao', 'kaohe', 'niandu', 'yusuan', 'zhixing', 'zhibiao', 'zijin', 'xiangmu', 'jxtz'],
  ...['shizhengfu', 'shili', 'zonghe', 'zhonghe', 'rmzf', 'szfb', 'bgs', 'xzf', 'szf', 'telephone', 'tel'],
  ...['1qaz', '2wsx', '3edc', '4rfv', 'qaz', 'wsx', 'edc', 'rfv', 'qwer', 'asdf', 'zxcv'],
];

export const LOCAL_WORDS: readonly string[] = [...PRODUCT, ...ROLES, ...NETWORK, ...DEPARTMENTS, ...SAYINGS];
