import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role } from '../../domain/roles.js';
import type { Actor, Scope } from './actor.js';

/** Kinds of rows whose department (and sections) decide who may reach them. */
export const RESOURCES = [
  'department',
  'department-alias',
  'section',
  'contact',
  'import',
  'import-batch',
  'target-sheet',
  'goal',
  'indicator',
  'measure',
  'evidence',
  'report',
  'report-batch',
  'scenario',
  'user',
  'passkey',
  'session',
] as const;
export type Resource = (typeof RESOURCES)[number];

/** The resource that a path parameter, or a field of the body, points to; a list of ids is checked one by one. */
export interface RowRule {
  readonly resource: Resource;
  readonly parameter: string;
  readonly in?: 'path' | 'body';
}

/**
 * Who may use a route, and the rows that it names: a foreign one does not exist for the caller (404). `ownSection` holds
 * reporters to rows of their own sections.
 */
export interface AccessRule {
  readonly roles: readonly Role[] | 'anybody';
  readonly row?: RowRule | readonly RowRule[];
  readonly ownSection?: boolean;
  /** Also for whoever stands in for an absent user of one of the roles. */
  readonly deputies?: boolean;
  /** Also for tokens of the scope `progress:write`; `indicator` is the path parameter that must name one of theirs. */
  readonly machines?: { readonly indicator: string };
  /** Only for somebody who is signed in: a token that could make tokens, or end sessions, would outlive whoever stole it. */
  readonly inSession?: boolean;
  /**
   * Only with the present password again, as `current` in the body; whoever signs in at the provider must have done so
   * just now. Before what outlasts a session: whoever sits at an open one is not always its owner.
   */
  readonly confirmed?: boolean;
  /** Also for somebody who has to change the password first, or to add a second factor. */
  readonly beforePasswordChange?: boolean;
  /** Also for somebody who has to add a second factor first. */
  readonly beforeSecondFactor?: boolean;
  /**
   * How often one caller may: a user, since an office shares one address, and an address where nobody has to sign in;
   * counted in the database, and so over all processes.
   */
  readonly limit?: { readonly name: string; readonly perMinute: number };
}

const KEY = 'access';

/** Every route declares its rule, on the method or on its controller; the service does not start otherwise. */
export const Access = (rule: AccessRule) => SetMetadata(KEY, rule);
export const ACCESS_KEY = KEY;

/** A request that has passed the guards. */
export interface AuthenticatedRequest extends FastifyRequest {
  actor?: Actor;
}

const actorOf = (context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!actor) throw new Error('a route without an actor must not ask for one');
  return actor;
};

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(context));
export const CurrentScope = createParamDecorator(
  (_: unknown, context: ExecutionContext): Scope => actorOf(context).scope,
);
