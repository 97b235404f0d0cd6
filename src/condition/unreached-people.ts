import type { Configuration } from '../config/configuration.js';
import { RecipientsService } from '../delivery/recipients/recipients.service.js';
import { refusedInUse } from '../delivery/refused/refused-addresses.service.js';
import { localTime } from '../domain/calendar/working-days.js';
import type { Looking } from './database-troubles.js';
import { trouble, type Trouble } from './trouble.js';

const RECIPIENTS = new RecipientsService();

const OFFICE = `
  SELECT array_agg(id) AS ids FROM contact WHERE active AND duty = 'office' HAVING EXISTS (SELECT FROM target_sheet)`;

/** Whom mails do not reach, where that leaves nobody else: the page of contacts' problems names each. */
export async function unreachedPeople(looking: Looking, settings: Configuration): Promise<Trouble[]> {
  return [
    ...(await unreachedOffice(looking, settings)),
    ...(await refusedAddresses(looking)),
    ...(await unreachedAdministrators(looking, settings)),
  ];
}

async function unreachedOffice({ manager, now }: Looking, { TIME_ZONE }: Configuration): Promise<Trouble[]> {
  const [office]: { ids: string[] | null }[] = await manager.query(OFFICE);
  if (!office) return [];
  const directory = await RECIPIENTS.of(manager, office.ids ?? [], localTime(now, TIME_ZONE).date);
  if (directory.office.some((contact) => directory.readerOf(contact))) return [];
  return [
    trouble(
      'error',
      'office-unreached',
      [
        '绩效办没有能收到提醒的联系人：其他人收不到的应办事项，现在无人知晓。',
        'No contact of the performance office can be reached: what nobody else hears, nobody hears now.',
      ],
      [
        '请绩效办登记一位在岗、地址可用的联系人，职责为绩效办（“我的待办”页的“收不到提醒”列有原因）。',
        'The performance office enters a contact of its own who is there and has a usable address (the page Today says why under “Reminders that do not arrive”).',
      ],
    ),
  ];
}

async function refusedAddresses({ manager }: Looking): Promise<Trouble[]> {
  const addresses = await refusedInUse(manager);
  if (addresses === 0) return [];
  return [
    trouble(
      'warning',
      'addresses-refused',
      [
        `${addresses} 个邮箱地址被对方服务器拒收，不再发信；应办事项已转由他人代收。`,
        `${addresses} ${addresses === 1 ? 'address is' : 'addresses are'} refused for good and get no mail; others are told instead.`,
      ],
      [
        '请绩效办更正地址，或确认对方已修复后恢复发信（“我的待办”页的“收不到提醒”列出每一个）。',
        'The performance office corrects them, or lets mail go there again once they are mended (the page Today names each under “Reminders that do not arrive”).',
      ],
    ),
  ];
}

async function unreachedAdministrators({ manager }: Looking, { SMTP_URL }: Configuration): Promise<Trouble[]> {
  if (SMTP_URL === undefined) return [];
  const unreached = (await RECIPIENTS.administrators(manager)).filter(({ obstacle }) => obstacle !== null).length;
  if (unreached === 0) return [];
  return [
    trouble(
      'warning',
      'administrators-unreached',
      [
        `${unreached} 个系统管理员账号没有可用的邮箱地址，或地址被拒收：服务器的故障无法用邮件告知。`,
        `${unreached} system ${unreached === 1 ? 'administrator has' : 'administrators have'} no usable address, or it is refused: no mail tells them what is wrong with the server.`,
      ],
      ['请安全管理员在其账号中填写邮箱地址。', 'The security administrator enters an address in their accounts.'],
    ),
  ];
}
