import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod, type Type } from '@nestjs/common';
import { AUDIENCE_METADATA_KEY } from '#access/for.decorator.js';
import type { EndpointAudience } from '#policy/viewer.js';

const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';
const GATEWAY = 'websockets:is_gateway';
const OPERATIONS = new Set(['Query', 'Mutation', 'Subscription']);

/** A method that clients can call, such as `mutation archiveChannel` or `POST /auth/sign-in`. */
export interface Endpoint {
  readonly name: string;
  readonly audiences: readonly EndpointAudience[];
}

/** All endpoints of these classes. An endpoint without an audience is for members, as in the guard. */
export function endpointsOf(classes: readonly Type[]): Endpoint[] {
  const doors = [...new Set(classes)].flatMap((type) =>
    methodsOf(type).flatMap((method) => {
      const audiences = audiencesOf(type, method);
      return namesOf(type, method).map((name) => ({ name, audiences }));
    }),
  );
  return doors.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Formats the endpoints as lines of the committed list. */
export const formatEndpoints = (doors: readonly Endpoint[]): string =>
  `${doors.map(({ name, audiences }) => `${name} · ${audiences.join(', ')}`).join('\n')}\n`;

/**
 * Returns the names of the gateway classes. A check allows only one gateway, because the list of endpoints takes its
 * socket events from the protocol.
 */
export const gatewaysOf = (classes: readonly Type[]): string[] =>
  [...new Set(classes)]
    .filter((type) => Reflect.hasMetadata(GATEWAY, type))
    .map((type) => type.name);

type Method = (...args: unknown[]) => unknown;

function methodsOf(type: Type): Method[] {
  const methods: Method[] = [];
  for (
    let at = type.prototype as object;
    at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (name !== 'constructor' && typeof value === 'function') methods.push(value as Method);
    }
  }
  return methods;
}

function namesOf(type: Type, method: Method): string[] {
  const operation = Reflect.getMetadata(RESOLVER_TYPE, method) as string | undefined;
  if (operation !== undefined && OPERATIONS.has(operation)) {
    const given = Reflect.getMetadata(RESOLVER_NAME, method) as string | undefined;
    return [`${operation.toLowerCase()} ${given ?? method.name}`];
  }
  if (!Reflect.hasMetadata(PATH_METADATA, method)) return [];
  const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod];
  return pathsOf(type).flatMap((before) =>
    pathsOf(method).map((after) => {
      const parts = `${before}/${after}`.split('/').filter(Boolean);
      return `${verb} /${parts.join('/')}`;
    }),
  );
}

const pathsOf = (part: object): string[] =>
  [Reflect.getMetadata(PATH_METADATA, part) as string | string[] | undefined]
    .flat()
    .map((path) => path ?? '');

function audiencesOf(type: Type, method: Method): readonly EndpointAudience[] {
  const said =
    Reflect.getMetadata(AUDIENCE_METADATA_KEY, method) ??
    Reflect.getMetadata(AUDIENCE_METADATA_KEY, type);
  return (said as EndpointAudience[] | undefined) ?? ['member'];
}
