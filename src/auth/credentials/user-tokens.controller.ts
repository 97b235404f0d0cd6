import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { ConfirmedDto } from '../../common/http/confirmed.dto.js';
import { Id } from '../../common/http/parameters.js';
import { ApiTokensService } from './api-tokens.service.js';

const CONFIRMED = { roles: ['security-administrator'], confirmed: true } as const;

/** Tokens of others, as the security administrator sees and ends them. */
@ApiTags('users')
@Access({ roles: ['security-administrator'] })
@Controller('users/:id/tokens')
export class UserTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  @Get()
  async list(@Param('id', Id) id: string) {
    return { items: await this.tokens.list(id), nextCursor: null };
  }

  /** With the password: all of them. */
  @Post('removal')
  @HttpCode(204)
  @Access(CONFIRMED)
  deleteAll(@Param('id', Id) id: string, @Body() _: ConfirmedDto) {
    return this.tokens.deleteAll(id);
  }

  /** With the password. */
  @Post(':tokenId/removal')
  @HttpCode(204)
  @Access(CONFIRMED)
  delete(@Param('id', Id) id: string, @Param('tokenId', Id) tokenId: string, @Body() _: ConfirmedDto) {
    return this.tokens.delete(id, tokenId);
  }
}
