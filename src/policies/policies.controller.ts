import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PoliciesService } from './policies.service.js';

@ApiTags('scoring')
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
