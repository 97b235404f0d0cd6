import type { EntityManager } from 'typeorm';
import { RefusedAddress } from '../../../src/delivery/refused/refused-address.entity.js';
import { type User } from '../../../src/auth/users/user.entity.js';
import { Contact } from '../../../src/organisation/contact.entity.js';
import type { Department } from '../../../src/organisation/department.entity.js';
import { ContactFactory } from '../../factories/contact.factory.js';
import { DepartmentFactory } from '../../factories/department.factory.js';
import { IndicatorFactory } from '../../factories/indicator.factory.js';
import { SectionFactory } from '../../factories/section.factory.js';
import { SheetFactory } from '../../factories/sheet.factory.js';
import { changeAccount, UserFactory } from '../../factories/user.factory.js';
import type { RandomEvent, RandomOrganisation, RandomPerson } from './random-organisation.js';

type State = RandomEvent['what'];

/** A random organisation in the database, with a model of its own of who is there. */
export class LivingOrganisation {
  /** Names of indicators, by the department that owes them. */
  readonly owed = new Map<string, string>();
  private readonly states: Set<State>[];
  private readonly accounts: (User | undefined)[] = [];
  private readonly contacts: Contact[][];

  private constructor(
    private readonly manager: EntityManager,
    private readonly people: readonly RandomPerson[],
  ) {
    this.states = people.map(() => new Set());
    this.contacts = people.map(() => []);
  }

  static async insert(manager: EntityManager, organisation: RandomOrganisation): Promise<LivingOrganisation> {
    const people = organisation.people.map((person, index) =>
      index === 0 ? { ...person, address: 'good' as const } : person,
    );
    const living = new LivingOrganisation(manager, people);
    await living.insertPeople(organisation);
    await living.nameDeputies();
    return living;
  }

  /** Whether a mail to the address is read by somebody who is there. */
  isRead(address: string): boolean {
    return this.people.some((_, index) => addressOf(index) === address && this.isThere(index));
  }

  /** @param between the planning and the sending of a day */
  async happen({ person, what }: RandomEvent): Promise<void> {
    const state = this.states[person]!;
    const ids = this.contacts[person]!.map(({ id }) => id);
    const account = this.accounts[person];
    if (what === 'back') {
      state.clear();
      await this.manager.query(
        'UPDATE contact SET active = true, away_from = NULL, away_until = NULL WHERE id = ANY ($1)',
        [ids],
      );
      if (account) await changeAccount(this.manager, account.id, { disabled: false, awayFrom: null, awayUntil: null });
      await this.manager.delete(RefusedAddress, { address: addressOf(person) });
      return;
    }
    if (what === 'disabled' && !account) return;
    state.add(what);
    const away = { awayFrom: '2026-11-01', awayUntil: '2026-12-31' };
    if (what === 'disabled') await changeAccount(this.manager, account!.id, { disabled: true });
    if (what === 'left') await this.manager.query('UPDATE contact SET active = false WHERE id = ANY ($1)', [ids]);
    if (what === 'away' && account) await changeAccount(this.manager, account.id, away);
    if (what === 'away' && !account)
      await this.manager.query(
        `UPDATE contact SET away_from = '2026-11-01', away_until = '2026-12-31' WHERE id = ANY ($1)`,
        [ids],
      );
    if (what === 'refused')
      await this.manager.upsert(RefusedAddress, { address: addressOf(person), refusedAt: new Date(), reply: null }, [
        'address',
      ]);
  }

  private isThere(person: number): boolean {
    return this.people[person]!.address === 'good' && this.states[person]!.size === 0;
  }

  private async insertPeople({ departments, office }: RandomOrganisation): Promise<void> {
    const inserted: Department[] = [];
    for (const _ of departments) inserted.push(await DepartmentFactory.new().insert(this.manager));
    for (const person of this.people) {
      const account = person.hasAccount
        ? await UserFactory.as('reporter').of(inserted[0]!).insert(this.manager)
        : undefined;
      this.accounts.push(account?.user);
    }
    for (const [index, { heads, clerks, sections, loose, mergedInto }] of departments.entries()) {
      const department = inserted[index]!;
      // What a merger leaves behind has sections and people, and nothing to do.
      const owner = inserted[mergedInto ?? index] ?? department;
      for (const head of heads) await this.contact(head, ContactFactory.of(department).as('head'));
      for (const clerk of clerks) await this.contact(clerk, ContactFactory.of(department));
      for (const { reporters, indicators } of sections) {
        const section = await SectionFactory.of(owner).insert(this.manager);
        for (const reporter of reporters)
          await this.contact(reporter, ContactFactory.of(department).reportingFor(section));
        for (let nth = 0; nth < indicators; nth += 1)
          await this.indicator(owner, (named) => IndicatorFactory.new().named(named).ownedBy(section));
      }
      for (let nth = 0; nth < loose; nth += 1)
        await this.indicator(owner, (named) => IndicatorFactory.new().named(named));
    }
    for (const person of new Set([0, ...office]))
      await this.contact(person, ContactFactory.of(inserted[0]!).as('office'));
  }

  private async contact(person: number, contact: ContactFactory): Promise<void> {
    const account = this.accounts[person];
    const spelt = this.people[person]!.address === 'none' ? `nobody-${person}` : addressOf(person);
    const known = this.contacts[person]!.length;
    const email = known % 2 === 0 ? spelt : spelt.toUpperCase();
    const named = contact
      .named(`人员 ${person}`)
      .at(`${' '.repeat(known % 3)}${email}${' '.repeat(Math.floor(known / 3))}`);
    this.contacts[person]!.push(await (account ? named.boundTo(account) : named).insert(this.manager));
  }

  private async indicator(department: Department, of: (name: string) => IndicatorFactory): Promise<void> {
    const name = `指标甲${this.owed.size}乙`;
    this.owed.set(name, department.name);
    await SheetFactory.of(department).indicators(of(name).dueIn(10)).insert(this.manager);
  }

  private async nameDeputies(): Promise<void> {
    for (const [index, { deputy }] of this.people.entries()) {
      if (deputy === null || deputy === index) continue;
      const [account, standIn] = [this.accounts[index], this.accounts[deputy]];
      if (account && standIn) await changeAccount(this.manager, account.id, { deputyId: standIn.id });
      for (const { id, departmentId } of this.contacts[index]!) {
        const other = this.contacts[deputy]!.find((one) => one.departmentId === departmentId);
        if (other) await this.manager.update(Contact, id, { deputyId: other.id });
      }
    }
  }
}

const addressOf = (person: number): string => `person${person}@example.org`;
