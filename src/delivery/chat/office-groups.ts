import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language, Message } from '../../domain/domain-error.js';
import { ChatRobot } from './chat-robot.entity.js';
import { ChatRobotChannel } from './chat-robot-channel.js';

/** The chat groups of the performance office: the way that is left when something is wrong with the machine itself. */
@Injectable()
export class OfficeGroups {
  private readonly logger = new Logger(OfficeGroups.name);

  constructor(private readonly chat: ChatRobotChannel) {}

  /** Writes to each group once, however many of its people have it. @returns how many took it */
  async tell(manager: EntityManager, subject: Message, text: Message): Promise<number> {
    const where = { contact: { duty: 'office', active: true } } as const;
    const robots = await manager.find(ChatRobot, { where, relations: { contact: true }, order: { contactId: 'ASC' } });
    const groups = new Map(robots.map((robot) => [robot.url, robot]));
    let told = 0;
    for (const robot of groups.values()) {
      const language: Language = robot.contact?.language ?? 'zh';
      const message = { subject: subject[language], text: text[language], html: '' };
      const { outcome, reply } = await this.chat.say(robot, message);
      if (outcome === 'sent') told += 1;
      else this.logger.warn({ subject: subject.en, robot: robot.platform, outcome, reply });
    }
    return told;
  }
}
