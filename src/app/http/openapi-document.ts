import { existsSync, readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { fromProjectRoot } from '../../common/project-root.js';
import { declaredRoutes } from './declared-routes.js';
import { describeErrors, ERROR_COMPONENTS } from './error-answers.js';

/** What the build has read from the controllers' types (scripts/describe-routes.mjs); absent before a build. */
const ROUTES = fromProjectRoot('dist/routes.json');

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Exclude<Schemas[string], { $ref: string }>;

interface Routes {
  readonly operations: Readonly<Record<string, { readonly answer: Schema | null; readonly query?: Schema }>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** The description of the HTTP interface: places and checks from decorators, what goes in and comes out from types. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Jixiao 绩效台账')
    .setDescription('Performance targets of public bodies: import, monthly progress, scores, reminders.')
    .setVersion('1');
  const document = SwaggerModule.createDocument(app, info.build());
  describeAnswers(document);
  describeRefusals(document, app);
  return document;
}

/** What goes in and comes out, as the controllers' types have it. */
function describeAnswers(document: OpenAPIObject): void {
  if (!existsSync(ROUTES)) return;
  const { operations, schemas } = JSON.parse(readFileSync(ROUTES, 'utf8')) as Routes;
  for (const operation of Object.values(document.paths).flatMap(operationsOf)) {
    const { answer = null, query } = operations[operation.operationId ?? ''] ?? {};
    for (const parameter of operation.parameters ?? []) if ('in' in parameter) describeParameter(parameter, query);
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!answer || !response || !status.startsWith('2') || 'content' in response) continue;
      operation.responses[status] = { ...response, content: { 'application/json': { schema: answer } } };
    }
  }
  const described = document.components?.schemas ?? {};
  const typed = Object.entries(schemas).map(([name, schema]) => [name, withExamples(schema, described[name])] as const);
  document.components = {
    ...document.components,
    schemas: { ...described, ...Object.fromEntries(typed) },
  };
}

/** What each operation answers when something is wrong. */
function describeRefusals(document: OpenAPIObject, app: INestApplication): void {
  const rules = new Map(declaredRoutes(app).map(({ name, rule }) => [name, rule]));
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) describeErrors(operation, method, rules.get(operation.operationId ?? ''));
    }
  }
  const { schemas, responses } = ERROR_COMPONENTS;
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...schemas },
    responses,
  };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

function operationsOf(path: OpenAPIObject['paths'][string]) {
  return METHODS.flatMap((method) => path[method] ?? []);
}

type Parameters = NonNullable<NonNullable<OpenAPIObject['paths'][string]['get']>['parameters']>;
type Parameter = Extract<Parameters[number], { in: string }>;

function describeParameter(parameter: Parameter, query: Schema | undefined): void {
  if (parameter.in === 'header') parameter.required = false;
  if (parameter.in === 'path') parameter.schema = { type: 'string', ...parameter.schema };
  const typed = query?.properties?.[parameter.name];
  if (parameter.in !== 'query' || !typed) return;
  parameter.required = query.required?.includes(parameter.name) ?? false;
  parameter.schema = { ...parameter.schema, ...typed };
}

/** Types know what may be left out or null; decorators have the examples. */
function withExamples(schema: Schema, described: Schemas[string] = {}): Schema {
  const examples = '$ref' in described ? {} : (described.properties ?? {});
  for (const [name, typed] of Object.entries(schema.properties ?? {})) {
    const other = examples[name];
    if (other && 'example' in other && !('$ref' in typed)) Object.assign(typed, { example: other.example as unknown });
  }
  return schema;
}
