import type { Texts } from '../../../i18n/texts.js';

export const removingTexts = {
  removing: {
    button: ['删除', 'Delete'],
    of: ['删除“{{name}}”', 'Delete “{{name}}”'],
    go: ['删除，不能撤销', 'Delete for good'],
    owns: ['{{count}} 项指标由它负责', 'it owns {{count}} indicators', 'it owns {{count}} indicator'],
    people: ['联系人：{{names}}', 'its contacts: {{names}}'],
    sectionInUse: [
      '它还有指标或联系人，先移交或改到别的股室；只是不再使用的，请停用。',
      'It still has indicators or contacts: give them to another section first. If it is merely no longer used, disable it.',
    ],
    giveAway: ['移交指标', 'Give the indicators away'],
    sectionGoes: [
      '没有指标和联系人挂在它下面。删除后，历史记录中的名称保留。',
      'Nothing hangs on it. Its name stays in histories.',
    ],
    noMails: ['{{address}} 不再收到这项职责的提醒。', '{{address}} gets no more reminders for this duty.'],
    ledgerStays: ['已发邮件的记录保留。', 'What was sent stays in the ledger.'],
    noAccount: ['此人没有账号。', 'They have no account.'],
    accountStays: [
      '其账号和权限不变；要停用账号，请安全管理员办理。',
      'Their account stays as it is; the security administrator disables accounts.',
    ],
    looking: ['正在核对还有什么挂在它下面……', 'Looking at what hangs on it …'],
    sheets: [
      '它有 {{count}} 张绩效目标表，有历史的部门不能删除：请停用。',
      'It has {{count}} target sheets. What has history is not deleted: disable it.',
    ],
    below: [
      '它下面还有 {{count}} 个部门：先移走或删除它们。',
      '{{count}} departments are below it: move or delete them first.',
      '{{count}} department is below it: move or delete it first.',
    ],
    sectionsGo: ['{{count}} 个股室一并删除。', '{{count}} sections go with it.', '{{count}} section goes with it.'],
    contactsGo: [
      '{{count}} 位联系人一并删除，不再收到提醒。',
      '{{count}} contacts go with it and are no longer reminded.',
      '{{count}} contact goes with it and is no longer reminded.',
    ],
    accountsFirst: [
      '若还有账号属于它，系统会拒绝：先请安全管理员把账号移到别的部门。',
      'Where accounts belong to it this is refused: first the security administrator moves them to another department.',
    ],
    aliases: ['别名', 'Other names'],
    aliasesHint: [
      '导入文件中出现这些名称时，认作本部门。',
      'Documents that print these names are taken for this department.',
    ],
    noAliases: [
      '没有别名。导入时对上过名称，或部门改过名，会记在这里。',
      'None. Names that were matched while importing, and former names, are kept here.',
    ],
    aliasKind: {
      said: ['导入时由 {{by}} 指定', 'said by {{by}} while importing'],
      former: ['曾用名', 'former name'],
    },
    aliasConfirm: [
      '删除别名“{{name}}”？已导入的表不变；下次文件里再出现这个名称时会重新询问。',
      'Delete the name “{{name}}”? Sheets stay as they are; the next document with it asks again.',
    ],
  },
} as const satisfies Texts;
