import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '../../domain/roles.js';
import type { AccountField } from './dto/user.dto.js';

/** Something about an account that its owner has not done themselves, or should know if they have. */
export type AccountEvent =
  | { readonly kind: 'password-reset' }
  | { readonly kind: 'role-changed'; readonly role: Role }
  /** null: mails reach it no more. */
  | { readonly kind: 'address-changed'; readonly email: string | null }
  | { readonly kind: 'name-changed'; readonly formerName: string; readonly name: string }
  /** Tries to sign in from there failed until none is taken for a while. */
  | { readonly kind: 'sign-in-failed'; readonly address: string }
  /** Somebody tries passwords from many addresses. */
  | { readonly kind: 'guessed' }
  | { readonly kind: 'token-made'; readonly name: string }
  /** `passkey`: its name; none: it is the authenticator app. */
  | { readonly kind: 'second-factor-added' | 'second-factor-removed'; readonly passkey?: string }
  | { readonly kind: 'second-factor-reset' }
  /** `left`: how many more there are. */
  | { readonly kind: 'recovery-code-used'; readonly left: number }
  /** The password was right, and the codes after it were not, until none is taken for a while. */
  | { readonly kind: 'code-refused'; readonly address: string }
  /** A change that takes two was asked for, of whoever is told or of somebody else. */
  | {
      readonly kind: 'change-asked';
      readonly what: 'account' | 'change' | 'password-reset' | 'second-factor-reset';
      /** Whose account. */
      readonly name: string;
      readonly role: Role | null;
      /** Whether the account is to be disabled. */
      readonly disables: boolean;
      /** What is to be changed of an account that is there; absent from lines of earlier versions. */
      readonly fields?: readonly AccountField[];
      /** From when on it is done without a second person; null: one has to approve. */
      readonly effectiveAt: Date | null;
    };

export type AccountNewsItem = AccountEvent & {
  readonly userId: string;
  /** An address that was the account's until now, and is told instead. */
  readonly formerly?: string;
};

type Listener = (manager: EntityManager, news: AccountNewsItem) => Promise<void>;

/** Tells who tells people, inside the transaction of the change: accounts need not know how. */
@Injectable()
export class AccountNews {
  private readonly listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  async publish(manager: EntityManager, news: AccountNewsItem): Promise<void> {
    for (const listener of this.listeners) await listener(manager, news);
  }
}
