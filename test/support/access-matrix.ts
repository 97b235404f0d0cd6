import { RESOURCES, type Resource } from '../../src/common/access/access.decorator.js';
import type { MarkedDepartment, Rows } from '../factories/rows.factory.js';
import type { ApiDocument } from './api-document.js';
import { parametersOf, type Route, rowsOf } from './routes.js';
import type { Role } from '../../src/domain/roles.js';

/** Whose rows a request names: of the caller's section, of another section of the department, of another department. */
export const PLACES = ['own', 'sibling', 'foreign'] as const;
export type Place = (typeof PLACES)[number];

export interface Attempt {
  readonly url: string;
  readonly body?: unknown;
  /** Ids that the request itself has sent, which its answer may therefore repeat. */
  readonly sent: string;
}

const ORDINARY: Readonly<Record<string, string>> = { month: '2026-10', year: '2026', number: '1', name: 'no-such-job' };

/** Requests for one route with ids of one place. The kind of an id that no rule declares is unknown: all are tried. */
export class Attempts {
  constructor(
    private readonly own: MarkedDepartment,
    private readonly foreign: MarkedDepartment,
    private readonly api: ApiDocument,
  ) {}

  private rowsOf(place: Place): Rows {
    return { own: this.own.rows, sibling: this.own.siblings, foreign: this.foreign.rows }[place];
  }

  of(route: Route, place: Place): Attempt[] {
    const attempts = this.paths(route, place).map((path) => ({ url: path, sent: path }));
    return place === 'own' || route.method === 'GET' ? attempts.map(this.withQuery(route, place)) : attempts;
  }

  /** Bodies with an id of another department in one of their fields, on the caller's own path. */
  foreignBodies(route: Route): Attempt[] {
    const operation = this.api.operationOf(route);
    const schema = operation && this.api.bodyOf(operation);
    if (!schema) return [];
    const named = this.api.propertiesOf(schema).filter(([name]) => /(Id|Ids|^to)$/.test(name));
    return this.paths(route, 'own').flatMap((url) =>
      named.flatMap(([name]) =>
        this.candidates(name).map((kind) => {
          const id = this.foreign.rows[kind];
          const value = name.endsWith('Ids') ? [id] : id;
          return { url, body: { ...(this.api.sample(schema) as object), [name]: value }, sent: url + id };
        }),
      ),
    );
  }

  private paths(route: Route, place: Place): string[] {
    const declared = new Map(rowsOf(route, 'path').map(({ parameter, resource }) => [parameter, resource]));
    const fill = (rows: Rows, other: string) =>
      route.path.replace(/:(\w+)/g, (_, name: string) => {
        const resource = declared.get(name);
        return resource ? rows[resource] : (ORDINARY[name] ?? other);
      });
    const undeclared = parametersOf(route).some((name) => !declared.has(name) && !(name in ORDINARY));
    const rows = this.rowsOf(place);
    if (!undeclared) return [fill(rows, '')];
    // Also beside what is the caller's own: /departments/{own}/sections/{foreign}.
    return Object.values(rows).flatMap((id) => [...new Set([fill(rows, id), fill(this.own.rows, id)])]);
  }

  private readonly withQuery =
    (route: Route, place: Place) =>
    ({ url, sent }: Attempt): Attempt => {
      const parameters = (this.api.operationOf(route)?.parameters ?? []).filter(
        (parameter) => parameter.in === 'query',
      );
      const asked = parameters.filter(({ name, required }) => required ?? (place !== 'own' && name.endsWith('Id')));
      const values = asked.map(({ name, schema }) => {
        const [kind = 'department'] = name.endsWith('Id') ? this.candidates(name) : [];
        const value = name.endsWith('Id') ? this.rowsOf(place)[kind] : String(this.api.sample(schema ?? {}));
        return [name, value] as [string, string];
      });
      return values.length === 0
        ? { url, sent }
        : { url: `${url}?${String(new URLSearchParams(values))}`, sent: sent + values.join(' ') };
    };

  /** The kinds of rows that a field may mean: `departmentId` a department, `deputyId` anything. */
  private candidates(name: string): readonly Resource[] {
    const kebab = name.replace(/Ids?$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const kind = RESOURCES.find((resource) => resource === kebab || resource.endsWith(`-${kebab}`));
    return kind ? [kind] : RESOURCES;
  }
}

/** Whether a role is held to rows of a department. */
export const isScoped = (role: Role): boolean => ['department-head', 'reporter', 'viewer'].includes(role);
