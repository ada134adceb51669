import type { OpenApplicationMutation, QueuedApplicationQuery } from '../../../gql/types';
import {
  type ApplicationFile,
  CLAIM_APPLICATION,
  OPEN_APPLICATION,
  QUEUED_APPLICATION,
  RELEASE_APPLICATION,
} from '../desk/desk.graphql';
import { dropDraft, hasDraft } from '../desk/review-drafts';
import { type FileOperations, type ClaimedFile, useClaimedFile } from '../desk/use-claimed-file';

const DOORS: FileOperations<ApplicationFile, OpenApplicationMutation, QueuedApplicationQuery> = {
  news: 'application',
  claim: CLAIM_APPLICATION,
  open: OPEN_APPLICATION,
  fileOf: ({ openApplication }) => openApplication,
  release: RELEASE_APPLICATION,
  queued: QUEUED_APPLICATION,
  draft: { has: hasDraft, drop: dropDraft },
};

export const useApplicationFile = (id: string): ClaimedFile<ApplicationFile> =>
  useClaimedFile(id, DOORS);
