import { gql } from 'urql';
import type {
  CaseLanguagesQuery,
  CaseLanguagesQueryVariables,
  SupportTemplatePurpose,
  SupportTemplatesQuery,
  SupportTemplatesQueryVariables,
} from '../../../gql/types';

export type SupportTemplate = SupportTemplatesQuery['supportTemplates']['items'][number];
export type { SupportTemplatePurpose };

export const SUPPORT_TEMPLATES = gql<SupportTemplatesQuery, SupportTemplatesQueryVariables>`
  query SupportTemplates {
    supportTemplates {
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

/** The languages of a case, without opening its content. */
export const CASE_LANGUAGES = gql<CaseLanguagesQuery, CaseLanguagesQueryVariables>`
  query CaseLanguages($id: ID!) {
    supportCase(id: $id) {
      id
      languages
    }
  }
`;
