import { Trans } from '@lingui/react/macro';
import type { GroupPrivacy } from '../../../gql/types';
import { type Effect, Effects } from '../../../ui/display/effects';
import { isMorePrivate } from './privacy';

interface PrivacyEffectsProps {
  now: GroupPrivacy;
  to: GroupPrivacy;
}

/** What a change does and what stays, before its button. */
export function PrivacyEffects({ now, to }: PrivacyEffectsProps) {
  const isClosing = isMorePrivate(to, now);
  const changes = [...(isClosing ? closingOf(to) : openingOf(now)), entryOf(to)];
  return (
    <div className="card stack">
      <Effects title={<Trans>Qué cambia</Trans>} effects={changes} />
      <Effects
        title={<Trans>Qué queda</Trans>}
        effects={isClosing ? AFTER_CLOSING : AFTER_OPENING}
      />
    </div>
  );
}

const closingOf = (to: GroupPrivacy): Effect[] =>
  to === 'hidden'
    ? [['eyeOff', <Trans key="hidden">Nadie más lo encuentra, tampoco con su dirección</Trans>]]
    : [];

const openingOf = (now: GroupPrivacy): Effect[] =>
  now === 'hidden'
    ? [
        [
          'search',
          <Trans key="listed">
            Cualquier miembro de Trama lo encuentra: su nombre, para qué existe y, desde cinco,
            cuántas personas son
          </Trans>,
        ],
      ]
    : [];

const ENTRY: Readonly<Record<GroupPrivacy, Effect>> = {
  hidden: ['lock', <Trans key="entry">Solo entra quien inviten</Trans>],
  invitation: ['lock', <Trans key="entry">Solo entra quien inviten</Trans>],
  request: [
    'people',
    <Trans key="entry">Quien quiera puede pedir entrar, y ustedes deciden</Trans>,
  ],
  open: [
    'people',
    <Trans key="entry">Quien quiera entra sin que nadie lo decida, y ve quiénes son</Trans>,
  ],
};
const entryOf = (to: GroupPrivacy): Effect => ENTRY[to];

const AFTER_OPENING: readonly Effect[] = [
  ['lock', <Trans key="past">Lo ya escrito: quien entre después no lo lee</Trans>],
  ['eyeOff', <Trans key="names">Quiénes están en el grupo: desde fuera no se ve</Trans>],
];
const AFTER_CLOSING: readonly Effect[] = [
  ['people', <Trans key="members">Quienes ya están en el grupo, y los pedidos que esperan</Trans>],
  ['eye', <Trans key="memory">Lo que otras personas ya vieron: pueden recordarlo</Trans>],
];
