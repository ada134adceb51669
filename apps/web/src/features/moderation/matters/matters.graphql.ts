import { gql } from 'urql';
import type {
  ClaimMatterMutation,
  ClaimMatterMutationVariables,
  CloseMatterMutation,
  CloseMatterMutationVariables,
  DeskMatterQuery,
  DeskMatterQueryVariables,
  HandMatterMutation,
  HandMatterMutationVariables,
  MatterQueueQuery,
  MatterQueueQueryVariables,
  ModerationColleaguesQuery,
  ModerationColleaguesQueryVariables,
  NoteMatterMutation,
  NoteMatterMutationVariables,
  OpenMatterMutation,
  OpenMatterMutationVariables,
  ReleaseMatterMutation,
  ReleaseMatterMutationVariables,
} from '../../../gql/types';

export type DeskMatter = DeskMatterQuery['deskMatter'];
export type MatterFile = OpenMatterMutation['openMatter'];
export type ReportFile = MatterFile['reports'][number];
export type MatterAct = MatterFile['acts'][number];

const FIELDS = gql`
  fragment MatterFields on Matter {
    id
    createdAt
    stage
    reportCount
    concernCount
    reasons
    subjectNames
    isTaken
    isMine
    viewerCan
  }
`;

export const MATTER_QUEUE_QUERY = gql<MatterQueueQuery, MatterQueueQueryVariables>`
  query MatterQueue {
    matterQueue {
      ...MatterFields
    }
  }
  ${FIELDS}
`;

export const DESK_MATTER_QUERY = gql<DeskMatterQuery, DeskMatterQueryVariables>`
  query DeskMatter($id: ID!) {
    deskMatter(id: $id) {
      ...MatterFields
    }
  }
  ${FIELDS}
`;

export const CLAIM_MATTER = gql<ClaimMatterMutation, ClaimMatterMutationVariables>`
  mutation ClaimMatter($id: ID!) {
    claimMatter(matterId: $id) {
      ...MatterFields
    }
  }
  ${FIELDS}
`;

export const RELEASE_MATTER = gql<ReleaseMatterMutation, ReleaseMatterMutationVariables>`
  mutation ReleaseMatter($id: ID!) {
    releaseMatter(matterId: $id) {
      id
    }
  }
`;

export const MODERATOR_COLLEAGUES_QUERY = gql<
  ModerationColleaguesQuery,
  ModerationColleaguesQueryVariables
>`
  query ModerationColleagues {
    moderationColleagues {
      id
      name
    }
  }
`;

export const REASSIGN_MATTER = gql<HandMatterMutation, HandMatterMutationVariables>`
  mutation HandMatter($input: HandMatterInput!) {
    handMatter(input: $input)
  }
`;

export const OPEN_MATTER = gql<OpenMatterMutation, OpenMatterMutationVariables>`
  mutation OpenMatter($id: ID!) {
    openMatter(matterId: $id) {
      outcome
      earlierSuspensions
      removalId
      concerns {
        reason
        words
        opinions
      }
      separations {
        id
        createdAt
      }
      reports {
        id
        createdAt
        subjectName
        reason
        forwarded
        picture
        files {
          kind
          name
          text
        }
        context
        note
        knownAs
        isRemoved
      }
      acts {
        id
        kind
        reason
        words
        shownFrom
        answer
        answeredAt
        endsAt
        liftedAt
        viewerCan
        appeal {
          id
          createdAt
          words
          outcome
          viewerCan
        }
      }
      notes {
        id
        body
        createdAt
        isMine
      }
      history {
        id
        createdAt
        action
        isMine
      }
    }
  }
`;

export const ADD_MATTER_NOTE = gql<NoteMatterMutation, NoteMatterMutationVariables>`
  mutation NoteMatter($input: NoteMatterInput!) {
    noteMatter(input: $input) {
      id
    }
  }
`;

export const CLOSE_MATTER = gql<CloseMatterMutation, CloseMatterMutationVariables>`
  mutation CloseMatter($matterId: ID!, $outcome: MatterOutcome!, $reason: String!) {
    closeMatter(matterId: $matterId, outcome: $outcome, reason: $reason) {
      id
    }
  }
`;
