import { useLingui } from '@lingui/react/macro';
import { languagesOf, useTaxonomy } from '../../../lib/server/taxonomy';

/** Returns a function that joins the names of languages: `español y portugués`. */
export function useLanguageNames(): (ids: readonly string[]) => string {
  const { i18n } = useLingui();
  const taxonomy = useTaxonomy();
  const all = taxonomy ? languagesOf(taxonomy) : [];
  const list = new Intl.ListFormat(i18n.locale, { type: 'conjunction' });
  return (ids) => list.format(all.filter(({ id }) => ids.includes(id)).map(({ name }) => name));
}
