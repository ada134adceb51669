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

/**
 * Maximum number of compiled documents in the cache. The web app sends a few hundred; the least recently used are
 * evicted.
 */
const MOST_COMPILED = 400;
/**
 * Maximum number of errors about variables, as in `graphql-js`. The compiler has no limit and repeats the whole list in
 * each error.
 */
const MOST_ERRORS = 50;

/** The request that Apollo Server passes to a custom executor. */
export interface ExecutionRequest {
  readonly queryHash: string;
  readonly document: DocumentNode;
  /** Undefined if the document has no operation of the requested name. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | null;
  readonly request: {
    readonly operationName?: string;
    readonly variables?: Record<string, unknown>;
  };
  readonly context: object;
}

type Run = (asked: ExecutionRequest) => Promise<ExecutionResult> | ExecutionResult;

/**
 * GraphQL driver that compiles each document into a function when the document first arrives. It returns a list of
 * messages in a third of the interpreter's time.
 */
@Injectable()
export class GraphqlJitDriver extends ApolloDriver {
  override registerServer(options: ApolloDriverConfig): Promise<void> {
    const { typeDefs: _types, resolvers: _resolvers, schema, plugins = [], ...rest } = options;
    const { gateway, atOnce } = compiling(schema!);
    const all = { ...rest, plugins: [...plugins, atOnce], gateway };
    return super.registerServer(all as ApolloDriverConfig);
  }
}

/**
 * Key in the request context. Under this key the plugin passes a failed result to the gateway, so that the gateway does
 * not execute the document again.
 */
const FAILED = Symbol('failed');
type Answered = { readonly [FAILED]?: Promise<ExecutionResult> };

/**
 * Creates the plugin and the gateway, which are the two ways in which Apollo Server allows custom execution. A plugin
 * answers early, which is fast, but Apollo does not format its errors. Apollo formats the errors of a gateway (here
 * with one constant schema), but then creates accessors for each request that keep all results in memory until garbage
 * collection. So the plugin returns successes, and the gateway returns only failures.
 */
function compiling(apiSchema: GraphQLSchema) {
  readPropertiesDirectly(apiSchema);
  const execute = createExecutor(apiSchema);
  const gateway = {
    onSchemaLoadOrUpdate(took: (context: { apiSchema: GraphQLSchema }) => void) {
      took({ apiSchema });
      return () => undefined;
    },
    load: async () => ({
      executor: (asked: ExecutionRequest) => (asked.context as Answered)[FAILED] ?? execute(asked),
    }),
    stop: async () => undefined,
  };
  const listener: GraphQLRequestListener<BaseContext> = {
    async responseForOperation({ contextValue: context, ...asked }) {
      const answer = execute({ ...asked, context } as ExecutionRequest);
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

/**
 * Creates a function that executes requests like `execute` of `graphql-js`. Its callers may change the errors that it
 * returns.
 */
export function createExecutor(
  schema: GraphQLSchema,
): (asked: ExecutionRequest) => Promise<ExecutionResult> {
  const compiled = new Map<string, Run>();
  const runOf = (operation: OperationDefinitionNode, asked: ExecutionRequest): Run => {
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

/**
 * Copies the errors, as the interpreter would create them. The compiler's errors are immutable, but a plugin removes
 * hints from error messages.
 */
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
  { document, operationName }: ExecutionRequest,
): Run {
  const query = fillsIn(schema, operation)
    ? undefined
    : compileQuery(schema, document, operationName ?? undefined, {
        disablingCapturingStackErrors: true,
        // Without this option, `@skip` and `@include` of one spread of a fragment would apply to all spreads of that
        // fragment.
        useExperimentalPathBasedSkipInclude: true,
      });
  if (query && isCompiledQuery(query))
    return ({ context, request }) => query.query(undefined, context, request.variables);
  // The interpreter executes or refuses documents that cannot be compiled.
  return (asked) => interpret(schema, asked);
}

const interpret = (schema: GraphQLSchema, asked: ExecutionRequest) =>
  execute({
    schema,
    document: asked.document,
    operationName: asked.request.operationName,
    contextValue: asked.context,
    variableValues: asked.request.variables,
  });

/**
 * Whether a required variable or input field has a default value. Such operations are interpreted: the compiler would
 * refuse a request without the value.
 */
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

/**
 * Removes the resolvers that Nest creates for plain properties: calling a resolver and checking its result for a
 * promise costs time.
 */
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

/** Whether the resolver only reads the property of this name, without a default value. */
function readsOwnName(resolve: unknown, name: string): boolean {
  const read = resolve as (root: object) => unknown;
  const value = Symbol(name);
  return read({ [name]: value }) === value && read({}) === undefined;
}

/** Whether the property is a getter. A getter may throw, and an exception outside a resolver ends the process. */
function isComputed(made: object | undefined, name: string): boolean {
  for (let at = made; at; at = Object.getPrototypeOf(at) as object | undefined)
    if (Object.getOwnPropertyDescriptor(at, name)?.get) return true;
  return false;
}
