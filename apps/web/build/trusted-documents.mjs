import { createHash } from 'node:crypto';
import { formatDocument } from '@urql/core';
import { Kind, print, visit } from 'graphql';

/**
 * Plugin of the code generator: hashes every GraphQL document of the web app in the form that the client sends (with
 * `__typename`). The server prints a received document in the same form and compares the hash.
 */
export function plugin(_schema, files) {
  const all = files.flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    all.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  const operations = all.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const hashes = operations.map((operation) => hashOf([operation, ...used(operation, fragments)]));
  return JSON.stringify([...new Set(hashes)].toSorted());
}

/** Returns the fragments that a definition uses, directly or through other fragments. */
function used(definition, fragments, seen = new Set()) {
  visit(definition, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment || seen.has(fragment)) return;
      seen.add(fragment);
      used(fragment, fragments, seen);
    },
  });
  return seen;
}

function hashOf(definitions) {
  const { definitions: sent } = formatDocument({ kind: Kind.DOCUMENT, definitions });
  const text = sent
    .map((one) => print(one))
    .toSorted()
    .join('\n');
  return createHash('sha256').update(text).digest('hex');
}
