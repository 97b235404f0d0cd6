// Writes dist/routes.json: what every route asks for and answers, as JSON Schema, read from the types of the controllers.
// The OpenAPI document takes it in (src/app/http/openapi-document.ts), so that it can neither lack it nor be untrue.
import { mkdirSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const VERBS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
const program = ts.createProgram(fileNames, {
  ...options,
  noEmit: true,
  incremental: false,
  tsBuildInfoFile: undefined,
});
const checker = program.getTypeChecker();
const schemas = {};
const nameOf = new Map();

const operations = Object.fromEntries(
  program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.endsWith('.controller.ts'))
    .flatMap((file) => file.statements.filter(ts.isClassDeclaration))
    .flatMap((controller) =>
      controller.members
        .filter((member) => ts.isMethodDeclaration(member) && decorators(member).some((name) => VERBS.has(name)))
        .map((method) => [`${controller.name.text}_${method.name.text}`, routeOf(method)]),
    ),
);
mkdirSync('dist', { recursive: true });
writeFileSync('dist/routes.json', JSON.stringify({ operations, schemas }));

function routeOf(method) {
  const body = method.parameters.find((parameter) => decorators(parameter).includes('Body'));
  const query = method.parameters.find((parameter) => decorators(parameter).includes('Query'));
  if (body) schemaOf(checker.getTypeAtLocation(body)); // by its name it stands in the document already
  return { answer: answerOf(method), query: query && objectOf(checker.getTypeAtLocation(query)) };
}

function decorators(node) {
  return (ts.getDecorators(node) ?? []).map(({ expression }) => expression.expression?.getText());
}

/** null: no body, or a stream. */
function answerOf(method) {
  const returned = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method));
  const type = checker.getAwaitedType(returned) ?? returned;
  return type.flags & (ts.TypeFlags.VoidLike | ts.TypeFlags.Any) || isForeign(type) ? null : schemaOf(type);
}

function schemaOf(type) {
  if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  if (type.isUnion()) return unionOf(type.types);
  if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
  if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] };
  if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
  if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
  if (checker.isTupleType(type) || checker.isArrayType(type))
    return { type: 'array', items: unionOf(checker.getTypeArguments(type)) };
  if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) || isForeign(type)) return {};
  return isNamed(type) ? { $ref: `#/components/schemas/${named(type)}` } : objectOf(type);
}

function unionOf(types) {
  const parts = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
  const texts = parts.filter((part) => part.isStringLiteral()).map(({ value }) => value);
  const others = parts.filter((part) => !part.isStringLiteral()).map(schemaOf);
  const distinct = [...new Map(others.map((schema) => [JSON.stringify(schema), schema])).values()];
  const all = [...(texts.length > 0 ? [{ type: 'string', enum: texts }] : []), ...distinct];
  const values = all.filter(({ type }) => type !== 'null');
  if (all.length === 1) return all[0];
  if (values.length === 1 && values.length < all.length && values[0].type) return nullable(values[0]);
  return { anyOf: all };
}

function nullable(schema) {
  return { ...schema, type: [schema.type, 'null'], ...(schema.enum && { enum: [...schema.enum, null] }) };
}

function named(type) {
  const known = nameOf.get(type);
  if (known) return known;
  const { name } = type.aliasSymbol ?? type.symbol;
  const [, folder = ''] = /\/src\/(\w+)/.exec(declarationOf(type).getSourceFile().fileName) ?? [];
  const free = name in schemas ? folder[0].toUpperCase() + folder.slice(1) + name : name;
  if (free in schemas) throw new Error(`two kinds of answers are called ${free}: ${declarationOf(type).getText()}`);
  nameOf.set(type, free);
  schemas[free] = {}; // types may refer to themselves
  schemas[free] = objectOf(type);
  return free;
}

function objectOf(type) {
  // Columns that are not selected, such as a password's hash, never leave the service.
  const properties = checker
    .getPropertiesOfType(type)
    .filter(({ declarations = [] }) => !declarations.some((node) => node.getText().includes('select: false')));
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  const entries = properties.map((property) => {
    const description = ts.displayPartsToString(property.getDocumentationComment(checker));
    const schema = schemaOf(checker.getTypeOfSymbol(property));
    return [property.name, description && !schema.$ref ? { ...schema, description } : schema];
  });
  const required = properties.filter((property) => !canBeLeftOut(property)).map(({ name }) => name);
  return {
    type: 'object',
    ...(entries.length > 0 && { properties: Object.fromEntries(entries) }),
    ...(required.length > 0 && { required }),
    ...(index && { additionalProperties: schemaOf(index.type) }),
  };
}

function canBeLeftOut({ flags, valueDeclaration }) {
  const hasDefault = valueDeclaration && ts.isPropertyDeclaration(valueDeclaration) && valueDeclaration.initializer;
  return Boolean(flags & ts.SymbolFlags.Optional) || Boolean(hasDefault);
}

function declarationOf(type) {
  return (type.aliasSymbol ?? type.symbol)?.declarations?.[0];
}

/** Interfaces and classes of our own that stand for one thing; generics and shapes written in place are spelt out. */
function isNamed(type) {
  const declaration = declarationOf(type);
  const isGeneric = Boolean(type.aliasTypeArguments?.length) || Boolean(declaration?.typeParameters?.length);
  return Boolean(declaration?.name) && !isGeneric && !ts.isFunctionLike(declaration);
}

function isForeign(type) {
  const file = type.symbol?.declarations?.[0]?.getSourceFile();
  return (
    Boolean(file) &&
    file.fileName.includes('/node_modules/') &&
    !type.aliasSymbol &&
    !ts.isMappedTypeNode(type.symbol.declarations[0])
  );
}
