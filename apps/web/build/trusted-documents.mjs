import { createHash } from 'node:crypto';
import { formatDocument } from '@urql/core';
import { Kind, print, visit } from 'graphql';

/**
 * A plugin of the code generator: the hashes of every document that the web app may send, as the client sends it
 * (with `__typename` added). The server prints what it received in the same order and compares.
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

/** The fragments that a definition spreads, and those that they spread. */
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
