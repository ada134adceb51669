import type { OpenApplicationMutation, QueuedApplicationQuery } from '../../../gql/types';
import { type ApplicationFile, CLAIM, OPEN, QUEUED, RELEASE } from '../desk/desk.graphql';
import { dropDraft, hasDraft } from '../desk/drafts';
import { type Doors, type OpenFile, useSeat } from '../desk/use-seat';

const DOORS: Doors<ApplicationFile, OpenApplicationMutation, QueuedApplicationQuery> = {
  news: 'application',
  claim: CLAIM,
  open: OPEN,
  fileOf: ({ openApplication }) => openApplication,
  release: RELEASE,
  queued: QUEUED,
  draft: { has: hasDraft, drop: dropDraft },
};

export const useFile = (id: string): OpenFile<ApplicationFile> => useSeat(id, DOORS);
