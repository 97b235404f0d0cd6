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

export const LOCAL_WORDS: readonly string[] = [...PRODUCT, ...ROLES, ...NETWORK, ...DEPARTMENTS];
