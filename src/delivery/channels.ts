import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Reader } from './recipients/addressee.js';
import { ChatRobotChannel } from './chat/chat-robot-channel.js';
import { ChatRobotsService } from './chat/chat-robots.service.js';
import type { Channel } from './delivery.js';
import { MailTransport } from './mail/mail-transport.js';
import { RefusedAddresses } from './refused/refused-addresses.service.js';

/** The way to a person, and what the ledger calls where it leads. */
export interface Way {
  readonly channel: Channel;
  readonly address: string;
  readonly isMail: boolean;
  /** Whether its server has refused it for good. */
  readonly isRefused: boolean;
}

@Injectable()
export class Channels {
  constructor(
    private readonly mail: MailTransport,
    private readonly robots: ChatRobotsService,
    private readonly chat: ChatRobotChannel,
    private readonly refused: RefusedAddresses,
  ) {}

  /** A group chat where the reader has a robot, else mail. */
  async to(manager: EntityManager, reader: Reader): Promise<Way> {
    const robot = await this.robots.of(manager, reader.id);
    if (robot) return { channel: this.chat.to(robot), address: robot.platform, isMail: false, isRefused: false };
    const address = reader.email;
    return { channel: this.mail, address, isMail: true, isRefused: await this.refused.has(manager, address) };
  }
}
