import type { Texts } from '../../../i18n/texts.js';

export const firstStepsTexts = {
  firstSteps: {
    progress: ['已完成 {{done}} / {{all}} 步', '{{done}} of {{all}} steps done'],
    done: ['已完成', 'done'],
    open: ['未完成', 'open'],
    step: {
      account: ['绩效办账号', 'An account of the office'],
      organisation: ['部门和股室', 'Departments and sections'],
      people: ['人员和邮箱', 'People and mail addresses'],
      document: ['第一份目标文件', 'The first document of targets'],
      owners: ['指标的责任股室', 'Owners of the indicators'],
      accounts: ['填报人和负责人的账号', 'Accounts of reporters and heads'],
      calendar: ['工作日历', 'The calendar'],
      mail: ['测试邮件', 'A test mail'],
    },
    why: {
      account: ['由安全管理员在“用户”中添加。', 'Added by the security administrator under Users.'],
      organisation: [
        '谁的目标、由哪个股室填报。也可以跳过：导入文件时会按文件提出。',
        'Whose targets, and which section enters them. May wait: an import proposes them, too.',
      ],
      people: [
        '提醒发给谁。没有联系人或邮箱，就没有人收到提醒。',
        'Who is reminded. Without contacts and addresses nobody is.',
      ],
      document: [
        '上传公开的预算或自评文件，核对疑点后采用。年中才开始用的，采用时选定从哪个月起填报：以前各月不催报、不评判，累加的数在该月填1月以来的合计。',
        'Bring a published budget, answer its doubts, adopt it. Where the year is under way, say from which month on it is entered: the months before are neither asked for nor judged, and what adds up goes into that month as the total since January.',
      ],
      owners: ['每项指标由哪个股室填报。', 'Which section enters each indicator.'],
      accounts: [
        '由安全管理员在“用户”中添加：填报人选择股室，部门负责人选择部门。联系人只收提醒，登录填报和审核要有账号。',
        'Added by the security administrator under Users: a reporter with sections, a head with a department. Contacts are only reminded; to enter and approve takes an account.',
      ],
      calendar: [
        '截止日按工作日推算，要有本年的放假和调休安排。',
        'Due dates go by working days: this year’s holidays are needed.',
      ],
      mail: ['发一封给自己，确认提醒能送达。', 'One to yourself, to know that reminders arrive.'],
    },
    now: {
      account: ['{{officeAccounts}} 个账号', 'Accounts: {{officeAccounts}}'],
      organisation: [
        '{{departments}} 个部门、{{sections}} 个股室',
        'Departments: {{departments}}, sections: {{sections}}',
      ],
      people: [
        '{{contacts}} 位联系人，{{contactsWithoutAddress}} 位没有邮箱，{{departmentsWithoutContact}} 个有目标的部门没有可提醒的人',
        'Contacts: {{contacts}}, without an address: {{contactsWithoutAddress}}, departments that nobody is reminded for: {{departmentsWithoutContact}}',
      ],
      peopleNone: ['还没有联系人', 'No contacts yet'],
      document: [
        '已采用 {{sheets}} 张目标表，{{openDrafts}} 份草稿待采用',
        'Sheets adopted: {{sheets}}, drafts waiting: {{openDrafts}}',
      ],
      owners: [
        '{{indicators}} 项指标，{{indicatorsWithoutOwner}} 项没有责任股室',
        'Indicators: {{indicators}}, without an owner: {{indicatorsWithoutOwner}}',
      ],
      accounts: [
        '有股室的填报人账号 {{reporterAccounts}} 个，部门负责人账号 {{headAccounts}} 个',
        'Accounts of reporters with sections: {{reporterAccounts}}, of heads: {{headAccounts}}',
      ],
      calendar: ['{{fiscalYear}} 年已有安排', '{{fiscalYear}} is there'],
      calendarMissing: ['{{fiscalYear}} 年的放假安排尚未录入', 'The holidays of {{fiscalYear}} are not entered'],
      mail: ['邮件服务器已接收邮件', 'The mail server has taken a mail'],
      mailUntested: ['还没有确认邮件能发出', 'Nobody knows yet whether mail goes out'],
      mailFile: [
        '没有设置邮件服务器，请系统管理员设置 SMTP_URL',
        'No mail server: ask the system administrator to set SMTP_URL',
      ],
    },
    go: {
      organisation: ['去建部门', 'To the departments'],
      people: ['去登记联系人', 'To the contacts'],
      document: ['去导入', 'To the import'],
      owners: ['去指定股室', 'To the owners'],
      calendar: ['去录入日历', 'To the calendar'],
      mail: ['去发测试邮件', 'To the test mail'],
    },
  },
} as const satisfies Texts;
