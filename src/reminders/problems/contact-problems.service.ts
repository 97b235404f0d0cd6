import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Today } from '../../common/today.js';
import type { Addressee } from '../../delivery/recipients/addressee.js';
import type { Directory } from '../../delivery/recipients/directory.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import { CONTACT_PROBLEMS, type ContactProblem, type ContactProblemKind } from './contact-problem.js';
import { reportersOf } from '../reminder-recipients.js';
import { ContactProblemsRepository, type OwingPlace } from './contact-problems.repository.js';

const PROBLEM_OF = {
  'account-disabled': 'account-disabled',
  'without-address': 'without-address',
  'address-refused': 'address-fails',
} as const;

/** Whom reminders do not reach, and what answers to nobody: by the rule that plans and sends them. */
@Injectable()
export class ContactProblemsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly recipients: RecipientsService,
    private readonly repository: ContactProblemsRepository,
    private readonly today: Today,
  ) {}

  list(): Promise<ContactProblem[]> {
    return this.on(this.dataSource.manager, this.today.date());
  }

  /** As of a day: who is away then, which indicators are in force. */
  async on(manager: EntityManager, date: LocalDate, known?: Directory): Promise<ContactProblem[]> {
    const directory = known ?? (await this.recipients.all(manager, date));
    const problems = [
      ...(await this.contacts(manager, directory)),
      ...placesUnreached(await this.repository.places(manager, date.slice(0, 7)), directory),
      ...(await this.administrators(manager)),
      ...(await this.repository.told(manager)),
    ];
    const isFailing = new Set(problems.map(({ contactId, problem }) => `${String(contactId)} ${problem}`));
    const order = new Map(CONTACT_PROBLEMS.map((kind, place) => [kind, place]));
    return problems
      .filter(({ contactId, problem }) => contactId === null || isFailing.delete(`${contactId} ${problem}`))
      .sort((a, b) => (order.get(a.problem) ?? 0) - (order.get(b.problem) ?? 0));
  }

  private async contacts(manager: EntityManager, directory: Directory): Promise<ContactProblem[]> {
    const failing = directory.everybody.flatMap((contact) => {
      const problem = problemOf(contact, directory);
      return problem ? [{ contact, problem }] : [];
    });
    const departments = failing.map(({ contact }) => contact.departmentId);
    const names = await this.repository.departmentNames(manager, departments);
    const addresses = failing.map(({ contact }) => contact.person);
    const refusals = await this.repository.refusals(manager, addresses);
    return failing.map(({ contact: { id, name, email, departmentId, sectionId, duty, person }, problem }) => ({
      problem,
      contactId: id,
      name,
      email: email === '' ? null : email,
      departmentId,
      departmentName: names.get(departmentId) ?? null,
      duty,
      sectionId,
      since: null,
      reply: null,
      ...(problem === 'address-fails' && refusals.get(person)),
    }));
  }

  /** They are told of the machine, and belong to no department. */
  private async administrators(manager: EntityManager): Promise<ContactProblem[]> {
    const unreached = (await this.recipients.administrators(manager)).filter(({ obstacle }) => obstacle !== null);
    const persons = unreached.map(({ person }) => person);
    const refusals = await this.repository.refusals(manager, persons);
    const nowhere = { contactId: null, departmentId: null, departmentName: null, duty: null, sectionId: null };
    return unreached.map(({ name, email, person, obstacle }) => ({
      ...nowhere,
      problem: obstacle === 'address-refused' ? 'administrator-address-fails' : 'administrator-without-address',
      name,
      email: email === '' ? null : email,
      since: null,
      reply: null,
      ...(obstacle === 'address-refused' && refusals.get(person)),
    }));
  }
}

function problemOf(contact: Addressee, directory: Directory): ContactProblemKind | undefined {
  if (contact.obstacle) return PROBLEM_OF[contact.obstacle];
  return directory.readerOf(contact) ? undefined : 'away-without-deputy';
}

/** Sections that have indicators and no reporter, departments that have indicators and no head, and an office of nobody. */
function placesUnreached(places: readonly OwingPlace[], directory: Directory): ContactProblem[] {
  const isReached = (contacts: readonly Addressee[]): boolean => contacts.some((one) => directory.readerOf(one));
  const nobody = { contactId: null, email: null, since: null, reply: null };
  const sections = places.flatMap(({ departmentId, departmentName, sectionId, sectionName }) => {
    if (isReached(reportersOf({ departmentId, sectionId }, directory))) return [];
    const problem = sectionId === null ? ('indicators-without-section' as const) : ('section-unreached' as const);
    return [
      { ...nobody, problem, name: sectionName, departmentId, departmentName, duty: 'reporter' as const, sectionId },
    ];
  });
  const departments = new Map(places.map(({ departmentId, departmentName }) => [departmentId, departmentName]));
  const headless = [...departments]
    .filter(([id]) => !isReached(directory.ofDepartment(id).filter(({ duty }) => duty === 'head')))
    .map(([departmentId, departmentName]) => ({
      ...nobody,
      problem: 'department-unreached' as const,
      name: null,
      departmentId,
      departmentName,
      duty: 'head' as const,
      sectionId: null,
    }));
  const office = {
    ...nobody,
    problem: 'office-unreached' as const,
    name: null,
    departmentId: null,
    departmentName: null,
    duty: 'office' as const,
    sectionId: null,
  };
  return [...(places.length > 0 && !isReached(directory.office) ? [office] : []), ...headless, ...sections];
}
