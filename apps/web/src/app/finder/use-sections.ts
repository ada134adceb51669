import { useLingui } from '@lingui/react/macro';
import type { Choice } from './choice';
import { useFromServer } from './use-from-server';
import { useOnDevice } from './use-on-device';

/** Maximum number of results per kind. */
const MOST = 5;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** Returns the screens, channels, groups and people that match the search words, grouped by kind. */
export function useSections(words: readonly string[]) {
  const { t } = useLingui();
  const here = useOnDevice(words);
  const { people, groups, ...state } = useFromServer(words);
  const own = new Set(here.groups.map(({ key }) => key));
  const sections: Section[] = [
    { id: 'channels', title: t`Canales`, choices: here.channels },
    { id: 'people', title: t`Personas`, choices: people },
    {
      id: 'groups',
      title: t`Grupos`,
      choices: [...here.groups, ...groups.filter(({ key }) => !own.has(key))],
    },
    { id: 'screens', title: t`Pantallas`, choices: here.screens },
  ];
  const shown = sections
    .map((one) => ({ ...one, choices: one.choices.slice(0, MOST) }))
    .filter(({ choices }) => choices.length > 0);
  return { sections: shown, ...state };
}
