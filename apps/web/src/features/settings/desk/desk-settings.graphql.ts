import { gql } from 'urql';
import type {
  AskForChecklistMutation,
  AskForChecklistMutationVariables,
  AskForTemplatesMutation,
  AskForSupportTemplatesMutation,
  AskForSupportTemplatesMutationVariables,
  AskForTemplatesMutationVariables,
  ChecklistNowQuery,
  ChecklistNowQueryVariables,
  SupportTemplatesNowQuery,
  SupportTemplatesNowQueryVariables,
  TemplatesNowQuery,
  TemplatesNowQueryVariables,
  WaitingChangesQuery,
  WaitingChangesQueryVariables,
} from '../../../gql/types';

export const CURRENT_CHECKLIST_QUERY = gql<ChecklistNowQuery, ChecklistNowQueryVariables>`
  query ChecklistNow {
    deskWords {
      checklistReadAs
      checklist {
        key
        labels {
          es
          pt
          en
        }
      }
    }
  }
`;

export const CURRENT_TEMPLATES_QUERY = gql<TemplatesNowQuery, TemplatesNowQueryVariables>`
  query TemplatesNow {
    deskWords {
      templatesReadAs
      templates {
        id
        purpose
        reasonClass
        titles {
          es
          pt
          en
        }
        bodies {
          es
          pt
          en
        }
      }
    }
  }
`;

export const CURRENT_SUPPORT_TEMPLATES_QUERY = gql<
  SupportTemplatesNowQuery,
  SupportTemplatesNowQueryVariables
>`
  query SupportTemplatesNow {
    supportTemplates {
      readAs
      items {
        id
        purpose
        titles {
          es
          pt
          en
        }
        bodies {
          es
          pt
          en
        }
      }
    }
  }
`;

export type ReviewChecklist = ChecklistNowQuery['deskWords'];
export type LocalisedText = Omit<ReviewChecklist['checklist'][number]['labels'], '__typename'>;

export const REQUEST_CHECKLIST_CHANGE = gql<
  AskForChecklistMutation,
  AskForChecklistMutationVariables
>`
  mutation AskForChecklist($input: ChecklistInput!) {
    askToChangeChecklist(input: $input) {
      id
    }
  }
`;
export const REQUEST_TEMPLATES_CHANGE = gql<
  AskForTemplatesMutation,
  AskForTemplatesMutationVariables
>`
  mutation AskForTemplates($input: ReasonTemplatesInput!) {
    askToChangeReasonTemplates(input: $input) {
      id
    }
  }
`;

export const REQUEST_SUPPORT_TEMPLATES_CHANGE = gql<
  AskForSupportTemplatesMutation,
  AskForSupportTemplatesMutationVariables
>`
  mutation AskForSupportTemplates($input: SupportTemplatesInput!) {
    askToChangeSupportTemplates(input: $input) {
      id
    }
  }
`;

/** Pending two-person acts; the first fact in `shown` names the setting. */
export const PENDING_SETTING_CHANGES_QUERY = gql<WaitingChangesQuery, WaitingChangesQueryVariables>`
  query WaitingChanges {
    twoPersonActs {
      id
      kind
      state
      isMine
      shown {
        label
        value
      }
    }
  }
`;
