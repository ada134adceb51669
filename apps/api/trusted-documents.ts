import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, print } from 'graphql';

/**
 * Hashes a document like the build of the web app does. The definitions are printed and sorted, so that white space and
 * order do not matter.
 */
export function documentHash({ definitions }: DocumentNode): string {
  const text = definitions
    .map((one) => print(one))
    .toSorted()
    .join('\n');
  return createHash('sha256').update(text).digest('hex');
}

const MOST_KNOWN = 2_000; // Limits the cache, because the same trusted document can be written in any number of ways.

/** Refuses every document that the built web app does not send. */
export function trustedDocuments(webDir: string): ApolloServerPlugin {
  const list = JSON.parse(readFileSync(join(webDir, 'trusted-documents.json'), 'utf8')) as string[];
  const trusted = new Set(list);
  const known = new Set<string>(); // Apollo's hashes of accepted texts, so that each text is parsed and printed only once.
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, queryHash }) {
          if (known.has(queryHash)) return;
          if (!trusted.has(documentHash(document))) {
            throw new GraphQLError('INVALID', { extensions: { code: 'INVALID' } });
          }
          if (known.size < MOST_KNOWN) known.add(queryHash);
        },
      };
    },
  };
}
