import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { isLanguage, type Language } from '../../../lib/text/language';
import {
  SUPPORT_TEMPLATES,
  type SupportTemplate,
  type SupportTemplatePurpose,
} from './templates.graphql';

/** The templates for these purposes, in the order of the list; empty while loading or paused. */
export function useTemplates(
  purposes: readonly SupportTemplatePurpose[],
  isPaused = false,
): readonly SupportTemplate[] {
  const [{ data }] = useQuery({ query: SUPPORT_TEMPLATES, pause: isPaused });
  const items = data?.supportTemplates.items ?? [];
  return items.filter(({ purpose }) => purposes.includes(purpose));
}

/** The language of the interface. */
export function useOwnLanguage(): Language {
  const { i18n } = useLingui();
  return isLanguage(i18n.locale) ? i18n.locale : 'es';
}

/** The first of these languages in which there are templates. The ids are those of terms, like `language:pt`. */
export const templateLanguageOf = (termIds: readonly string[]): Language | undefined =>
  termIds.map((id) => id.replace('language:', '')).find(isLanguage);
