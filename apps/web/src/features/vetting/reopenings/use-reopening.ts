import type { OpenReopeningMutation, QueuedReopeningQuery } from '../../../gql/types';
import {
  CLAIM_REOPENING,
  OPEN_REOPENING,
  QUEUED_REOPENING_QUERY,
  RELEASE_REOPENING,
  type ReopeningFile,
} from './reopening.graphql';
import { type FileOperations, type ClaimedFile, useClaimedFile } from '../desk/use-claimed-file';

const DOORS: FileOperations<ReopeningFile, OpenReopeningMutation, QueuedReopeningQuery> = {
  news: 'reopening',
  claim: CLAIM_REOPENING,
  open: OPEN_REOPENING,
  fileOf: ({ openReopening }) => openReopening,
  release: RELEASE_REOPENING,
  queued: QUEUED_REOPENING_QUERY,
};

/** Claims and opens a reopened review. */
export const useReopening = (id: string): ClaimedFile<ReopeningFile> => useClaimedFile(id, DOORS);
