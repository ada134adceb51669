import { useLingui } from '@lingui/react/macro';
import { languagesOf, useTaxonomy } from '../../../lib/server/taxonomy';
import { joinLanguages } from './language-in-sentence';

/** Returns a function that joins the names of languages for the inside of a sentence: `español y portugués`. */
export function useLanguageNames(): (ids: readonly string[]) => string {
  const { i18n } = useLingui();
  const taxonomy = useTaxonomy();
  const all = taxonomy ? languagesOf(taxonomy) : [];
  return (ids) => {
    const names = all.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    return joinLanguages(names, i18n.locale);
  };
}
