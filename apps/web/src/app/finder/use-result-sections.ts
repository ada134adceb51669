import { useLingui } from '@lingui/react/macro';
import type { FinderChoice } from './finder-choice';
import { useServerResults } from './use-server-results';
import { useDeviceResults } from './use-device-results';

/** Maximum number of results per kind. */
const MOST = 5;

export interface ResultSection {
  readonly id: string;
  readonly title: string;
  readonly choices: readonly FinderChoice[];
}

/** Returns the screens, channels, groups and people that match the search words, grouped by kind. */
export function useResultSections(words: readonly string[]) {
  const { t } = useLingui();
  const here = useDeviceResults(words);
  const { people, groups, ...state } = useServerResults(words);
  const own = new Set(here.groups.map(({ key }) => key));
  const sections: ResultSection[] = [
    { id: 'channels', title: t`Canales`, choices: here.channels },
    { id: 'people', title: t`Personas`, choices: people },
    {
      id: 'groups',
      title: t`Grupos y coaliciones`,
      choices: [...here.groups, ...groups.filter(({ key }) => !own.has(key))],
    },
    { id: 'screens', title: t`Pantallas`, choices: here.screens },
  ];
  const shown = sections
    .map((one) => ({ ...one, choices: one.choices.slice(0, MOST) }))
    .filter(({ choices }) => choices.length > 0);
  return { sections: shown, ...state };
}
