import type { OpenApplicationMutation, QueuedApplicationQuery } from '../../../gql/types';
import {
  type ApplicationFile,
  CLAIM_APPLICATION,
  OPEN_APPLICATION,
  QUEUED_APPLICATION_QUERY,
  RELEASE_APPLICATION,
} from '../desk/desk.graphql';
import { deleteReviewDraft, hasReviewDraft } from '../desk/review-drafts';
import { type FileOperations, type ClaimedFile, useClaimedFile } from '../desk/use-claimed-file';

const DOORS: FileOperations<ApplicationFile, OpenApplicationMutation, QueuedApplicationQuery> = {
  news: 'application',
  claim: CLAIM_APPLICATION,
  open: OPEN_APPLICATION,
  fileOf: ({ openApplication }) => openApplication,
  release: RELEASE_APPLICATION,
  queued: QUEUED_APPLICATION_QUERY,
  draft: { has: hasReviewDraft, drop: deleteReviewDraft },
};

export const useApplicationFile = (id: string): ClaimedFile<ApplicationFile> =>
  useClaimedFile(id, DOORS);
