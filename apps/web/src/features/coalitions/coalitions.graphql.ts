import { gql } from 'urql';
import type {
  CoalitionQuery,
  CoalitionQueryVariables,
  CoalitionsQuery,
  CoalitionsQueryVariables,
  EditCoalitionMutation,
  EditCoalitionMutationVariables,
  FoundCoalitionMutation,
  FoundCoalitionMutationVariables,
  MyCoalitionsQuery,
  MyCoalitionsQueryVariables,
} from '../../gql/types';

export const MY_COALITIONS_QUERY = gql<MyCoalitionsQuery, MyCoalitionsQueryVariables>`
  query MyCoalitions {
    myCoalitions {
      id
      slug
      name
      purpose
      myMembershipId
    }
    myGrants {
      id
      state
      coalition {
        id
      }
    }
  }
`;

export const COALITIONS_QUERY = gql<CoalitionsQuery, CoalitionsQueryVariables>`
  query Coalitions($after: String) {
    coalitions(after: $after) {
      items {
        id
        slug
        name
        purpose
      }
      nextCursor
    }
  }
`;

/** A coalition with the grants that the viewer holds in any coalition. */
export const COALITION_QUERY = gql<CoalitionQuery, CoalitionQueryVariables>`
  query Coalition($slug: String!) {
    group(slug: $slug) {
      id
      kind
      slug
      name
      purpose
      isListed
      access
      agreements {
        version
        text
      }
      agreementsChange {
        graceEndsAt
        isReadOnly
      }
      unconsentedCount
      memberCount
      archivesAt
      hasOtherSteward
      myMembershipId
      viewerCan
      channels {
        id
        name
        unreadCount
        level
      }
      archivedChannels {
        id
        name
      }
      participants {
        id
        name
        hasShownName
        isMine
        viewerCan
        group {
          id
          slug
          name
        }
        organisation {
          id
          slug
          name
        }
      }
    }
    myGrants {
      id
      state
      isShown
      coalition {
        id
      }
      participant {
        id
        name
        group {
          id
          name
        }
        organisation {
          id
          name
        }
      }
    }
  }
`;

export type Coalition = CoalitionQuery['group'];
export type CoalitionParticipant = NonNullable<Coalition['participants']>[number];
export type OwnGrant = CoalitionQuery['myGrants'][number];

/** Whether the viewer acts for the participant: lets its people take part. */
export const actsFor = ({ viewerCan }: Pick<CoalitionParticipant, 'viewerCan'>): boolean =>
  viewerCan.includes('grant');

/** The own name of the viewer's group or organisation, which may differ from the name that the coalition sees. */
export const ownNameOf = ({ participant }: OwnGrant): string =>
  participant?.group?.name ?? participant?.organisation?.name ?? participant?.name ?? '';

export const FOUND_COALITION = gql<FoundCoalitionMutation, FoundCoalitionMutationVariables>`
  mutation FoundCoalition($input: FoundCoalitionInput!) {
    foundCoalition(input: $input) {
      id
      slug
    }
  }
`;

export const EDIT_COALITION = gql<EditCoalitionMutation, EditCoalitionMutationVariables>`
  mutation EditCoalition($input: EditCoalitionInput!) {
    editCoalition(input: $input) {
      id
      slug
    }
  }
`;
