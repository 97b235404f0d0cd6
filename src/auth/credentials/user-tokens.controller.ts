import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id } from '../../common/http/parameters.js';
import { ApiTokensService } from './api-tokens.service.js';

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

  /** All of them. */
  @Delete()
  @HttpCode(204)
  deleteAll(@Param('id', Id) id: string) {
    return this.tokens.deleteAll(id);
  }

  @Delete(':tokenId')
  @HttpCode(204)
  delete(@Param('id', Id) id: string, @Param('tokenId', Id) tokenId: string) {
    return this.tokens.delete(id, tokenId);
  }
}
