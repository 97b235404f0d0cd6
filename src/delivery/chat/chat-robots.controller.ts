import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id } from '../../common/http/parameters.js';
import { ChatRobotsService } from './chat-robots.service.js';
import { ChatRobotDto } from './dto/chat-robot.dto.js';
import { MANAGERS } from '../../domain/roles.js';

const RULE = { roles: MANAGERS, row: { resource: 'contact', parameter: 'id' } } as const;

@ApiTags('reminders')
@Access(RULE)
@Controller('contacts/:id/robot')
export class ChatRobotsController {
  constructor(private readonly robots: ChatRobotsService) {}

  @Get()
  find(@Param('id', Id) id: string) {
    return this.robots.find(id);
  }

  /** With the password. From now on the contact is reached through this robot's group instead of by mail. */
  @Put()
  @Access({ ...RULE, confirmed: true })
  set(@Param('id', Id) id: string, @Body() body: ChatRobotDto) {
    return this.robots.set(id, body);
  }

  @Delete()
  @HttpCode(204)
  delete(@Param('id', Id) id: string) {
    return this.robots.delete(id);
  }
}
