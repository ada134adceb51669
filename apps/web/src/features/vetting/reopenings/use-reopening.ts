import type { OpenReopeningMutation, QueuedReopeningQuery } from '../../../gql/types';
import {
  CLAIM_REOPENING,
  OPEN_REOPENING,
  QUEUED_REOPENING,
  RELEASE_REOPENING,
  type ReopeningFile,
} from './reopening.graphql';
import { type Doors, type OpenFile, useSeat } from '../desk/use-seat';

const DOORS: Doors<ReopeningFile, OpenReopeningMutation, QueuedReopeningQuery> = {
  news: 'reopening',
  claim: CLAIM_REOPENING,
  open: OPEN_REOPENING,
  fileOf: ({ openReopening }) => openReopening,
  release: RELEASE_REOPENING,
  queued: QUEUED_REOPENING,
};

/** Claims and opens a reopened review. */
export const useReopening = (id: string): OpenFile<ReopeningFile> => useSeat(id, DOORS);
