import { withoutNames } from './routes.js';
import type { TestApp } from './test-app.js';

export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Media {
  readonly schema?: Schema;
}

export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

interface Content {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The OpenAPI document of the running application, read by a program that knows nothing else. */
export class ApiDocument {
  private readonly byRoute: ReadonlyMap<string, Operation>;

  private constructor(private readonly content: Content) {
    const nameless = (path: string) => withoutNames(path.replace(/\{(\w+)\}/g, ':$1'));
    const named = this.operations().map((one) => [`${one.method} ${nameless(one.path)}`, one.operation] as const);
    this.byRoute = new Map(named);
  }

  static async of(app: TestApp): Promise<ApiDocument> {
    return new ApiDocument(await app.read<Content>('/api/openapi.json'));
  }

  /** With methods in capitals and paths after `/api/v1` as in `/departments/{id}`. */
  operations(): { method: string; path: string; operation: Operation }[] {
    return Object.entries(this.content.paths)
      .filter(([path]) => path.startsWith('/api/v1'))
      .flatMap(([path, operations]) =>
        Object.entries(operations).map(([method, operation]) => ({
          method: method.toUpperCase(),
          path: path.replace('/api/v1', ''),
          operation,
        })),
      );
  }

  /** @param path as controllers have it, such as `/departments/:id` */
  operationOf({ method, path }: { readonly method: string; readonly path: string }): Operation | undefined {
    return this.byRoute.get(`${method} ${withoutNames(path)}`);
  }

  /** The schema of an operation's JSON body; undefined when it takes none. */
  bodyOf({ requestBody }: Operation): Schema | undefined {
    const schema = requestBody?.content['application/json']?.schema;
    return schema && this.resolved(schema);
  }

  propertiesOf(schema: Schema): [string, Schema][] {
    return Object.entries(this.resolved(schema).properties ?? {});
  }

  /** A value that the schema allows, as far as a schema says it: with all required members, and those named. */
  sample(schema: Schema, also: readonly string[] = []): unknown {
    const { type, example, format, minimum, items, required = [], enum: choices, ...rest } = this.resolved(schema);
    if (example !== undefined) return example;
    if (rest.default !== undefined) return rest.default;
    if (choices) return choices[0];
    const kind = Array.isArray(type) ? (type as string[]).find((name) => name !== 'null') : type;
    if (kind === 'array') return items ? [this.sample(items)] : [];
    if (kind === 'integer' || kind === 'number') return minimum ?? 1;
    if (kind === 'boolean') return true;
    if (kind === 'string') return format === 'uuid' ? '0190a000-0000-7000-8000-000000000000' : 'text';
    const members = this.propertiesOf(schema).filter(([name]) => required.includes(name) || also.includes(name));
    return Object.fromEntries(members.map(([name, member]) => [name, this.sample(member)]));
  }

  private resolved(schema: Schema): Schema {
    const { $ref, allOf, anyOf, oneOf, ...own } = schema;
    const parts = [...(allOf ?? []), ...(anyOf ?? oneOf ?? []).slice(0, 1)];
    if ($ref) parts.push(this.content.components.schemas[$ref.split('/').at(-1)!] ?? {});
    return parts.reduce<Schema>((merged, part) => ({ ...this.resolved(part), ...merged }), own);
  }
}
