import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, READERS } from '../common/access/access.decorator.js';
import { PoliciesService } from './policies.service.js';

@ApiTags('scoring')
@Access({ roles: READERS })
@Controller('policies')
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  list() {
    return { items: this.policies.list(), nextCursor: null };
  }

  @Get(':name')
  find(@Param('name') name: string) {
    return this.policies.get(name);
  }
}
