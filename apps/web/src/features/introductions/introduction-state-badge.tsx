import { useLingui } from '@lingui/react/macro';
import { Badge } from '../../ui/display/badge';
import type { Introduction } from './introductions.graphql';

/** Badge with the state of an introduction. The server reports a declined one as waiting to its requester. */
export function IntroductionStateBadge({
  introduction: { state, isMine },
}: {
  introduction: Introduction;
}) {
  const { t } = useLingui();
  if (state === 'accepted') return <Badge look="ok">{t`Se conocen`}</Badge>;
  if (state === 'waiting') {
    return <Badge look="clay">{isMine ? t`Esperando respuesta` : t`Espera tu respuesta`}</Badge>;
  }
  const words = { declined: t`Dijiste que no`, withdrawn: t`Retirada`, expired: t`Venció` };
  return <Badge>{words[state]}</Badge>;
}
