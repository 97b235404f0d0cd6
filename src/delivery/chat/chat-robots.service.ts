import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Configuration } from '../../config/configuration.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { Contact } from '../../organisation/contact.entity.js';
import { ChatRobot, type Platform } from './chat-robot.entity.js';
import type { ChatRobotDto } from './dto/chat-robot.dto.js';
import { noRobot, robotAddressRefused } from '../errors.js';

/** 20 a minute. */
const SPACING_SECONDS = 3;

// Contacts may share a group, and so its robot.
const RESERVE = `
  UPDATE chat_robot SET not_before = $2::timestamptz + make_interval(secs => $3)
  WHERE url = $1 AND NOT EXISTS (SELECT 1 FROM chat_robot r WHERE r.url = $1 AND r.not_before > $2)
  RETURNING contact_id`;

/** A robot as it is shown: without what would let others write to its group. */
export interface ShownRobot {
  readonly contactId: string;
  readonly platform: Platform;
  readonly host: string;
  readonly signed: boolean;
}

@Injectable()
export class ChatRobotsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
  ) {}

  of(manager: EntityManager, contactId: string): Promise<ChatRobot | null> {
    return manager.findOneBy(ChatRobot, { contactId });
  }

  /** @throws NotFoundError */
  async find(contactId: string): Promise<ShownRobot> {
    const robot = await this.of(this.dataSource.manager, contactId);
    if (!robot) throw noRobot();
    return shown(robot);
  }

  /** @throws DomainError `robot-address-refused` */
  async set(contactId: string, { platform, url, secret = null }: ChatRobotDto): Promise<ShownRobot> {
    if (!this.isAllowed(url)) throw robotAddressRefused(this.origins());
    const robot = { contactId, platform, url, secret };
    return this.dataSource.transaction(async (manager) => {
      await manager.upsert(ChatRobot, robot, ['contactId']);
      await this.record(manager, contactId, 'chat_robot.changed', shown(robot));
      return shown(robot);
    });
  }

  async delete(contactId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(ChatRobot, { contactId });
      await this.record(manager, contactId, 'chat_robot.deleted', null);
    });
  }

  isAllowed(url: string): boolean {
    return URL.canParse(url) && this.origins().includes(new URL(url).origin);
  }

  /** @returns whether the robot may write now; its next turn is then three seconds later */
  async reserve(manager: EntityManager, { url }: ChatRobot, now: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await manager.query(RESERVE, [url, now, SPACING_SECONDS]);
    return rows.length > 0;
  }

  private origins(): string[] {
    return this.configuration.ROBOT_ORIGINS.split(',').map((origin) => origin.trim());
  }

  private async record(manager: EntityManager, contactId: string, action: string, after: object | null): Promise<void> {
    const { departmentId } = await manager.findOneByOrFail(Contact, { id: contactId });
    await recordInAuditLog(manager, { action, subjectType: 'chat_robot', subjectId: contactId, departmentId, after });
  }
}

const shown = ({ contactId, platform, url, secret }: Omit<ChatRobot, 'notBefore'>): ShownRobot => ({
  contactId,
  platform,
  host: new URL(url).host,
  signed: secret !== null,
});
