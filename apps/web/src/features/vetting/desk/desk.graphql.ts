import { gql } from 'urql';
import type {
  ApplicationQueueQuery,
  ApplicationQueueQueryVariables,
  AskApplicantMutation,
  AskApplicantMutationVariables,
  ChangeReviewMutation,
  ChangeReviewMutationVariables,
  ClaimApplicationMutation,
  ClaimApplicationMutationVariables,
  DecideApplicationMutation,
  DecideApplicationMutationVariables,
  DeclareConflictMutation,
  DeclareConflictMutationVariables,
  NoteApplicationMutation,
  NoteApplicationMutationVariables,
  OpenApplicationMutation,
  OpenApplicationMutationVariables,
  QueuedApplicationQuery,
  QueuedApplicationQueryVariables,
  ReleaseApplicationMutation,
  ReleaseApplicationMutationVariables,
  ReviewApplicationMutation,
  ReviewApplicationMutationVariables,
} from '../../../gql/types';

export type ApplicationQueueItem = ApplicationQueueQuery['applicationQueue']['items'][number];
export type ApplicationFile = OpenApplicationMutation['openApplication'];

export const APPLICATION_QUEUE_QUERY = gql<ApplicationQueueQuery, ApplicationQueueQueryVariables>`
  query ApplicationQueue($after: String) {
    applicationQueue(first: 50, after: $after) {
      items {
        id
        name
        stage
        state
        waitsSince
        claimEndsAt
        otherReaders
        reviewsWritten
        isReviewedByMe
        mustConfirm
        isAppeal
        isAnswered
        wasSeenBefore
        notes
      }
      nextCursor
    }
  }
`;

/**
 * Polled by an open file: whether it is still available, and whether it has changed. Unlike opening, this is not
 * audited.
 */
export const QUEUED_APPLICATION_QUERY = gql<
  QueuedApplicationQuery,
  QueuedApplicationQueryVariables
>`
  query QueuedApplication($id: ID!) {
    queuedApplication(id: $id) {
      id
      state
      reviewsWritten
      mustConfirm
      isAnswered
      notes
    }
  }
`;

export const DECLARE_CONFLICT = gql<DeclareConflictMutation, DeclareConflictMutationVariables>`
  mutation DeclareConflict($id: ID!) {
    declareConflict(id: $id)
  }
`;

export const CLAIM_APPLICATION = gql<ClaimApplicationMutation, ClaimApplicationMutationVariables>`
  mutation ClaimApplication($id: ID!) {
    claimApplication(id: $id)
  }
`;

export const RELEASE_APPLICATION = gql<
  ReleaseApplicationMutation,
  ReleaseApplicationMutationVariables
>`
  mutation ReleaseApplication($id: ID!) {
    releaseApplication(id: $id)
  }
`;

export const OPEN_APPLICATION = gql<OpenApplicationMutation, OpenApplicationMutationVariables>`
  mutation OpenApplication($id: ID!) {
    openApplication(id: $id) {
      id
      stage
      submittedAt
      readAs
      claimEndsAt
      agreedOutcome
      viewerCan
      answers {
        name
        language
        work
        hopes
        knownKind
        known
        unsaid
        languages {
          id
          name
          shortName
        }
        practices {
          id
          name
        }
        issueAreas {
          id
          shortName
        }
        territories {
          id
          shortName
        }
      }
      earlierDecisions {
        reasonClass
        month
      }
      earlierRemovals {
        reason
        month
      }
      appeal {
        words
        decision {
          reasonClass
          words
          decidedAt
        }
      }
      vouches {
        id
        relation
        statement
        weight
        withdrawnAt
        withdrawalReason
        withdrawalWords
        attestations
      }
      questions {
        id
        body
        createdAt
        answer
        answeredAt
      }
      admission {
        vouchesNeeded
        vouchesCounted
        isFoundingRule
        independence
      }
      ownReview {
        isCurrent
        review {
          id
          recommendation
          checks
          reason
          reasonClass
        }
      }
      notes {
        id
        body
        createdAt
        isMine
      }
      otherReviews {
        isCurrent
        review {
          id
          recommendation
          checks
          reason
          reasonClass
          confirmedAt
        }
      }
    }
  }
`;

export const WRITE_REVIEW = gql<ReviewApplicationMutation, ReviewApplicationMutationVariables>`
  mutation ReviewApplication($input: ReviewInput!) {
    reviewApplication(input: $input) {
      id
    }
  }
`;

export const CHANGE_REVIEW = gql<ChangeReviewMutation, ChangeReviewMutationVariables>`
  mutation ChangeReview($input: ReviewInput!) {
    changeReview(input: $input) {
      id
    }
  }
`;

export const WRITE_APPLICATION_NOTE = gql<
  NoteApplicationMutation,
  NoteApplicationMutationVariables
>`
  mutation NoteApplication($input: NoteInput!) {
    noteApplication(input: $input) {
      id
    }
  }
`;

export const ASK_APPLICANT = gql<AskApplicantMutation, AskApplicantMutationVariables>`
  mutation AskApplicant($input: AskApplicantInput!) {
    askApplicant(input: $input)
  }
`;

export const DECIDE_APPLICATION = gql<
  DecideApplicationMutation,
  DecideApplicationMutationVariables
>`
  mutation DecideApplication($input: DecideInput!) {
    decideApplication(input: $input) {
      id
      outcome
    }
  }
`;
