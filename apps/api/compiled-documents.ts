import {
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestListener,
  HeaderMap,
} from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { TypeMetadataStorage } from '@nestjs/graphql';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getNamedType,
  getVariableValues,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

/** Our own pages send a few hundred documents; whoever makes up others pushes out what was not asked for lately. */
const MOST_COMPILED = 400;
/** As `graphql-js` has it; the compiler knows no end of them, and says a whole list in each. */
const MOST_ERRORS = 50;

/** What Apollo Server hands to whatever answers in its place. */
export interface Asked {
  readonly queryHash: string;
  readonly document: DocumentNode;
  /** None where the name that was asked for is none of the document's. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | null;
  readonly request: {
    readonly operationName?: string;
    readonly variables?: Record<string, unknown>;
  };
  readonly context: object;
}

type Run = (asked: Asked) => Promise<ExecutionResult> | ExecutionResult;

/** Answers by documents that were compiled into functions when they first came: lists of messages take a third of the time. */
@Injectable()
export class CompilingDriver extends ApolloDriver {
  override registerServer(options: ApolloDriverConfig): Promise<void> {
    const { typeDefs: _types, resolvers: _resolvers, schema, plugins = [], ...rest } = options;
    const { gateway, atOnce } = compiling(schema!);
    const all = { ...rest, plugins: [...plugins, atOnce], gateway };
    return super.registerServer(all as ApolloDriverConfig);
  }
}

/** On the context of a request, for Apollo Server to say what went wrong: it is not executed again. */
const FAILED = Symbol('failed');
type Answered = { readonly [FAILED]?: Promise<ExecutionResult> };

/**
 * Apollo Server lets others execute in two ways. A plugin answers at once, which is all that most need; but what it says
 * is sent as it is. As a gateway, of one schema that never changes, Apollo Server goes on with what went wrong; but it
 * makes accessors for each request, which keep all that came of it in memory until everything is collected.
 */
function compiling(apiSchema: GraphQLSchema) {
  readPropertiesDirectly(apiSchema);
  const execute = executorOf(apiSchema);
  const gateway = {
    onSchemaLoadOrUpdate(took: (context: { apiSchema: GraphQLSchema }) => void) {
      took({ apiSchema });
      return () => undefined;
    },
    load: async () => ({
      executor: (asked: Asked) => (asked.context as Answered)[FAILED] ?? execute(asked),
    }),
    stop: async () => undefined,
  };
  const listener: GraphQLRequestListener<BaseContext> = {
    async responseForOperation({ contextValue: context, ...asked }) {
      const answer = execute({ ...asked, context } as Asked);
      const result = await answer.catch(() => undefined);
      if (result?.data && !result.errors) {
        const http = { headers: new HeaderMap() };
        return { body: { kind: 'single', singleResult: { data: result.data } }, http };
      }
      Object.assign(context, { [FAILED]: answer });
      return null;
    },
  };
  const atOnce: ApolloServerPlugin = { requestDidStart: async () => listener };
  return { gateway, atOnce };
}

/** Answers as `execute` of `graphql-js` would; what it says in errors may be changed by whoever gets them. */
export function executorOf(schema: GraphQLSchema): (asked: Asked) => Promise<ExecutionResult> {
  const compiled = new Map<string, Run>();
  const runOf = (operation: OperationDefinitionNode, asked: Asked): Run => {
    const key = `${asked.queryHash} ${asked.operationName ?? ''}`;
    const run = compiled.get(key) ?? compile(schema, operation, asked);
    compiled.delete(key);
    const [oldest] = compiled.keys();
    if (compiled.size >= MOST_COMPILED && oldest) compiled.delete(oldest);
    compiled.set(key, run);
    return run;
  };
  return async (asked) => {
    const { operation } = asked;
    if (!operation) return interpret(schema, asked);
    const { variableDefinitions = [] } = operation;
    const { errors } = getVariableValues(
      schema,
      variableDefinitions,
      asked.request.variables ?? {},
      { maxErrors: MOST_ERRORS },
    );
    return errors ? { errors } : plain(await runOf(operation, asked)(asked));
  };
}

/** Errors as the interpreter would give them: a plugin takes hints out of their messages, and these cannot be changed. */
function plain({ errors, ...result }: ExecutionResult): ExecutionResult {
  if (!errors) return result;
  const changeable = errors.map(
    ({ message, path, originalError }) => new GraphQLError(message, { path, originalError }),
  );
  return { errors: changeable, ...result };
}

function compile(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { document, operationName }: Asked,
): Run {
  const query = fillsIn(schema, operation)
    ? undefined
    : compileQuery(schema, document, operationName ?? undefined, {
        disablingCapturingStackErrors: true,
        // Else a fragment that stands under a condition in one place is under it in every place.
        useExperimentalPathBasedSkipInclude: true,
      });
  if (query && isCompiledQuery(query))
    return ({ context, request }) => query.query(undefined, context, request.variables);
  // What it cannot compile, the interpreter answers or refuses.
  return (asked) => interpret(schema, asked);
}

const interpret = (schema: GraphQLSchema, asked: Asked) =>
  execute({
    schema,
    document: asked.document,
    operationName: asked.request.operationName,
    contextValue: asked.context,
    variableValues: asked.request.variables,
  });

/** Whether a variable may leave out what must be there and has a value for when it is not: the compiler refuses it. */
function fillsIn(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): boolean {
  const seen = new Set<GraphQLInputType>();
  const leavesOut = (type: GraphQLInputType | undefined): boolean => {
    const named = type && getNamedType(type);
    if (!isInputObjectType(named) || seen.has(named)) return false;
    seen.add(named);
    return Object.values(named.getFields()).some(
      (field) =>
        (isNonNullType(field.type) && field.defaultValue !== undefined) || leavesOut(field.type),
    );
  };
  return variableDefinitions.some(
    ({ type, defaultValue }) =>
      (defaultValue !== undefined && type.kind === Kind.NON_NULL_TYPE) ||
      leavesOut(typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined),
  );
}

/** Nest gives each property a resolver that reads it, which would have to be called, and asked whether it gave a promise. */
function readPropertiesDirectly(schema: GraphQLSchema): void {
  const classes = new Map(
    TypeMetadataStorage.getObjectTypesMetadata().map(({ name, target }) => [name, target]),
  );
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const made = classes.get(type.name)?.prototype as object | undefined;
    for (const field of Object.values(type.getFields())) {
      const isPlain = field.resolve?.name === PROPERTY && readsOwnName(field.resolve, field.name);
      if (isPlain && !isComputed(made, field.name)) delete field.resolve;
    }
  }
}

const PROPERTY = 'rootFieldResolver';

/** Not one of another name, nor one with a value for what is not there. */
function readsOwnName(resolve: unknown, name: string): boolean {
  const read = resolve as (root: object) => unknown;
  const value = Symbol(name);
  return read({ [name]: value }) === value && read({}) === undefined;
}

/** A getter may throw, and what throws outside a resolver ends the process. */
function isComputed(made: object | undefined, name: string): boolean {
  for (let at = made; at; at = Object.getPrototypeOf(at) as object | undefined)
    if (Object.getOwnPropertyDescriptor(at, name)?.get) return true;
  return false;
}
