import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseClock } from '../../common/database-clock.js';
import { Configuration } from '../../config/configuration.js';
import type { ChatRobot } from './chat-robot.entity.js';
import { ChatRobotsService } from './chat-robots.service.js';
import type { Channel, Delivery } from '../delivery.js';
import { postPinned, PostError } from './pinned-post.js';
import { robotAddress, robotMessage } from './robot-message.js';
import type { MailMessage } from '../mail/mail-message.js';
import { robotDelivery } from './robot-reply.js';

const TURN_SECONDS = 3;

/** Writes to group chats of WeCom and DingTalk. */
@Injectable()
export class ChatRobotChannel {
  constructor(
    private readonly dataSource: DataSource,
    private readonly robots: ChatRobotsService,
    private readonly clock: DatabaseClock,
    private readonly configuration: Configuration,
  ) {}

  to(robot: ChatRobot): Channel {
    return { send: (message) => this.say(robot, message) };
  }

  /** Writes to the group, whoever of it is meant. */
  say(robot: ChatRobot, message: MailMessage): Promise<Delivery> {
    return this.send(robot, robotMessage(robot, message));
  }

  private async send(robot: ChatRobot, content: object): Promise<Delivery> {
    const now = await this.clock.now();
    // The list of allowed addresses may have become shorter since.
    if (!this.robots.isAllowed(robot.url))
      return { outcome: 'refused', replyCode: null, reply: 'not in ROBOT_ORIGINS', phase: 'robot' };
    if (!(await this.robots.reserve(this.dataSource.manager, robot, now))) {
      return { outcome: 'postponed', replyCode: null, reply: '20 a minute', phase: 'robot', retryAfter: TURN_SECONDS };
    }
    const isOwn = this.configuration.ROBOT_ORIGINS !== new Configuration().ROBOT_ORIGINS;
    try {
      const { status, body } = await postPinned(robotAddress(robot, now), content, isOwn);
      return robotDelivery(status, body);
    } catch (error) {
      if (!(error instanceof PostError)) throw error;
      return { outcome: error.left ? 'uncertain' : 'postponed', replyCode: null, reply: error.message, phase: 'robot' };
    }
  }
}
