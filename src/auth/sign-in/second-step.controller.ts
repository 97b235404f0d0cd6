import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../common/access/access.decorator.js';
import { checkOrigin } from '../access/request-origin.js';
import { CodeDto } from '../second-factor/dto/second-factor.dto.js';
import { ShownPasskeyDto } from '../second-factor/passkeys/dto/passkey.dto.js';
import { PasskeyCheck } from '../second-factor/passkeys/passkey-check.js';
import { SecondFactorsService } from '../second-factor/second-factors.service.js';
import { SecondSteps } from './second-steps.js';
import { TwoSteps } from './two-steps.js';

/** After the password, within ten minutes in the same browser: the second factor. */
@ApiTags('session')
@Access({ roles: 'anybody' })
@Controller('session/second-step')
export class SecondStepController {
  constructor(
    private readonly steps: TwoSteps,
    private readonly owed: SecondSteps,
    private readonly factors: SecondFactorsService,
    private readonly passkeys: PasskeyCheck,
  ) {}

  /** What whoever gave the password there may show; a recovery code always. */
  @Get()
  async find(@Req() request: FastifyRequest) {
    const { totp, passkeys } = await this.factors.of((await this.owed.find(request)).id);
    return { totp, passkey: passkeys.length > 0 };
  }

  /** A code of the authenticator app, or a recovery code. */
  @Post()
  @HttpCode(200)
  finish(@Body() { code }: CodeDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.steps.byCode(code, request, reply);
  }

  /** What the browser is to show, within five minutes. */
  @Post('challenge')
  @HttpCode(200)
  async challenge(@Req() request: FastifyRequest) {
    checkOrigin(request);
    return this.passkeys.begin((await this.owed.find(request)).id);
  }

  /** What it showed: each challenge is taken once. */
  @Post('passkey')
  @HttpCode(200)
  show(
    @Body() { credential }: ShownPasskeyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.steps.byPasskey(credential, request, reply);
  }
}
