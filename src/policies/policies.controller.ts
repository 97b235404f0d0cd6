import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../common/access/access.decorator.js';
import { languageOf } from '../common/http/language.js';
import { NotFoundError } from '../domain/domain-error.js';
import { PoliciesService } from './policies.service.js';
import { policyProblems } from './policy-check.js';
import { READERS } from '../domain/roles.js';

@ApiTags('scoring')
@Access({ roles: READERS })
@Controller('policies')
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  list() {
    return { items: this.policies.list(), nextCursor: null };
  }

  /** For an editor: everything that is wrong with a policy, in the caller's language; nothing is stored. */
  @Post('validation')
  @HttpCode(200)
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  validate(@Body() policy: Record<string, unknown>, @Req() { headers }: FastifyRequest) {
    const language = languageOf(headers['accept-language']);
    const problems = policyProblems(policy).map((problem) => ({ ...problem, message: problem.message[language] }));
    return { valid: problems.length === 0, problems };
  }

  @Get(':name')
  find(@Param('name') name: string) {
    const policy = this.policies.list().find((one) => one.name === name);
    if (!policy) throw new NotFoundError({ zh: '评分政策', en: 'policy' });
    return policy;
  }
}
