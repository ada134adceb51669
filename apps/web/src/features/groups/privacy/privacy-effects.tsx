import { Trans } from '@lingui/react/macro';
import type { GroupPrivacy } from '../../../gql/types';
import { type ActionEffect, ActionEffects } from '../../../ui/display/action-effects';
import { isMorePrivate } from './privacy';

interface PrivacyEffectsProps {
  now: GroupPrivacy;
  to: GroupPrivacy;
}

/** Lists what a change of privacy affects and what it does not. */
export function PrivacyEffects({ now, to }: PrivacyEffectsProps) {
  const isClosing = isMorePrivate(to, now);
  const changes = isClosing
    ? [...closingOf(to), ENTRY[to]]
    : [...(now === 'hidden' ? [LISTED] : []), ENTRY[to], NAMES];
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

const closingOf = (to: GroupPrivacy): ActionEffect[] =>
  to === 'hidden'
    ? [['eyeOff', <Trans key="hidden">Nadie más lo encuentra, tampoco con su dirección</Trans>]]
    : [];

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
