import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource, MoreThan } from 'typeorm';
import { isProven, proofOf } from '../../audit/rows/proven-rows.js';
import { Clock } from '../../common/clock.js';
import { hashToken, newToken } from '../credentials/tokens.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import type { User } from '../users/user.entity.js';
import { secondStepOver } from './errors.js';
import { SignInStep } from './sign-in-step.entity.js';

const MINUTES = 10;

/** Between the right password and the second factor: a cookie that lets nobody do anything but show it. */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly session: SessionCookie,
    private readonly clock: Clock,
  ) {}

  async begin({ id: userId }: User, reply: FastifyReply): Promise<void> {
    const token = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + MINUTES * 60_000);
    const { manager } = this.dataSource;
    const step = { tokenHash: hashToken(token), userId, expiresAt };
    await manager.insert(SignInStep, { ...step, proof: proofOf(manager, 'sign_in_step', step) });
    void reply.setCookie(this.name, token, { ...this.session.attributes, maxAge: MINUTES * 60 });
  }

  /** Who owes it. @throws DomainError `second-step-over` */
  async find(request: FastifyRequest): Promise<User> {
    const tokenHash = hashToken(this.read(request));
    const where = { tokenHash, expiresAt: MoreThan(this.clock.now()), user: { disabled: false } };
    const { manager } = this.dataSource;
    const [step] = await manager.find(SignInStep, { where, relations: { user: true } });
    if (!step?.user || !isProven(manager, 'sign_in_step', step)) throw secondStepOver();
    return step.user;
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.dataSource.manager.delete(SignInStep, { tokenHash: hashToken(this.read(request)) });
    void reply.clearCookie(this.name, this.session.attributes);
  }

  private read(request: FastifyRequest): string {
    return request.cookies[this.name] ?? '';
  }

  private get name(): string {
    return `${this.session.name}-step`;
  }
}
