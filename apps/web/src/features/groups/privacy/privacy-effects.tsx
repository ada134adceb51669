import { Plural, Trans } from '@lingui/react/macro';
import type { GroupPrivacy } from '../../../gql/types';
import { type ActionEffect, ActionEffects } from '../../../ui/display/action-effects';
import { isMorePrivate } from './privacy';

interface PrivacyEffectsProps {
  now: GroupPrivacy;
  to: GroupPrivacy;
  /** Number of coalitions for which no shown name was chosen. */
  coalitionsWithoutShownName: number;
}

/** Lists what a change of privacy affects and what it does not. */
export function PrivacyEffects({ now, to, coalitionsWithoutShownName }: PrivacyEffectsProps) {
  const isClosing = isMorePrivate(to, now);
  const changes = isClosing
    ? [...closingOf(to, coalitionsWithoutShownName), ENTRY[to]]
    : [...openingOf(now, coalitionsWithoutShownName), ENTRY[to], NAMES];
  return (
    <div className="card stack">
      <ActionEffects title={<Trans>Qué cambia</Trans>} effects={changes} />
      <ActionEffects
        title={<Trans>Qué queda</Trans>}
        effects={isClosing ? AFTER_CLOSING : AFTER_OPENING}
      />
    </div>
  );
}

function closingOf(to: GroupPrivacy, coalitionsWithoutShownName: number): ActionEffect[] {
  if (to !== 'hidden') return [];
  return [
    ['eyeOff', <Trans key="hidden">Nadie más lo encuentra, tampoco con su dirección</Trans>],
    ...namelessIn(coalitionsWithoutShownName),
  ];
}

function openingOf(now: GroupPrivacy, coalitionsWithoutShownName: number): ActionEffect[] {
  return now === 'hidden' ? [LISTED, ...namedIn(coalitionsWithoutShownName)] : [];
}

/** A listed group has its own name in the coalitions for which none was chosen. */
const namedIn = (count: number): ActionEffect[] =>
  count === 0
    ? []
    : [
        [
          'coalition',
          <Plural
            key="named"
            value={count}
            one="Su nombre se verá en una coalición en la que hoy aparece sin él"
            other="Su nombre se verá en # coaliciones en las que hoy aparece sin él"
          />,
        ],
      ];

/** A hidden group has no name in the coalitions for which none was chosen. */
const namelessIn = (count: number): ActionEffect[] =>
  count === 0
    ? []
    : [
        [
          'coalition',
          <Plural
            key="nameless"
            value={count}
            one="En una coalición aparece sin nombre hasta que elijas uno para ella"
            other="En # coaliciones aparece sin nombre hasta que elijas uno para cada una"
          />,
        ],
      ];

const LISTED: ActionEffect = [
  'search',
  <Trans key="listed">
    Cualquier miembro de Trama lo encuentra: su nombre, para qué existe y, desde cinco, cuántas
    personas son
  </Trans>,
];
const NAMES: ActionEffect = [
  'channel',
  <Trans key="names">Los nombres de los canales y los temas sí se verán</Trans>,
];

const ENTRY: Readonly<Record<GroupPrivacy, ActionEffect>> = {
  hidden: ['lock', <Trans key="entry">Solo entra quien inviten</Trans>],
  invitation: ['lock', <Trans key="entry">Solo entra quien inviten</Trans>],
  request: [
    'people',
    <Trans key="entry">Cualquier miembro de Trama puede pedir entrar, y ustedes deciden</Trans>,
  ],
  open: [
    'people',
    <Trans key="entry">
      Cualquier miembro de Trama entra sin aprobación y ve quiénes están en el grupo
    </Trans>,
  ],
};

const AFTER_OPENING: readonly ActionEffect[] = [
  ['lock', <Trans key="past">Los mensajes anteriores: quien entre después no puede leerlos</Trans>],
  ['eyeOff', <Trans key="members">Los miembros siguen sin verse desde fuera</Trans>],
];
const AFTER_CLOSING: readonly ActionEffect[] = [
  ['people', <Trans key="members">Las personas del grupo y los pedidos pendientes</Trans>],
  ['eye', <Trans key="memory">La gente puede recordar lo que ya vio</Trans>],
];
