import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../ui/display/banner';
import { Card } from '../../ui/display/card';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { ConfirmButton } from '../../ui/actions/confirm';
import { useToast } from '../../ui/actions/toast';
import type { Organisation } from './organisations.graphql';
import { LEAVE_ORGANISATION, SET_AFFILIATION_AUDIENCE } from './affiliations.graphql';
import './error-texts';

type Mine = NonNullable<Organisation['myAffiliation']>;

const AUDIENCES = ['onlyMe', 'allies', 'groups', 'members'] as const;
type Audience = (typeof AUDIENCES)[number];

/** The viewer's affiliation: who can see it. */
export function OwnAffiliation({ mine, onChanged }: { mine: Mine; onChanged: () => void }) {
  const { t } = useLingui();
  const set = useMutationState(SET_AFFILIATION_AUDIENCE);
  const change = async (audience: Audience) => {
    if (await set.run({ input: { affiliationId: mine.id, audience } })) onChanged();
  };
  const words: Record<Audience, string> = {
    onlyMe: t`Solo quienes son parte`,
    allies: t`También mis aliadas y aliados`,
    groups: t`También mis grupos`,
    members: t`También cualquier miembro`,
  };
  return (
    <Card>
      <ChoiceGroup
        legend={t`Quién te ve aquí`}
        hint={t`Solo te ve quien además puede ver tu nombre y esta organización.`}
      >
        {AUDIENCES.map((one) => (
          <Choice
            key={one}
            name="own-audience"
            value={one}
            checked={(mine.audience ?? 'onlyMe') === one}
            disabled={set.isBusy}
            onChange={() => void change(one)}
          >
            {words[one]}
          </Choice>
        ))}
      </ChoiceGroup>
      <ErrorBanner text={set.message} />
    </Card>
  );
}

interface LeaveOrganisationProps {
  mine: Mine;
  /** List items: the coalitions that the viewer leaves together with the organisation. */
  lostCoalitions: ReactNode;
}

/** Leaves the organisation, after a confirmation that explains the consequences. */
export function LeaveOrganisation({ mine, lostCoalitions }: LeaveOrganisationProps) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const leave = useMutationState(LEAVE_ORGANISATION);
  const act = async () => {
    if (!(await leave.run({ id: mine.id }))) return false;
    toast({ text: t`Saliste de la organización` });
    navigate('/organisations', { replace: true });
    return true;
  };
  return (
    <ConfirmButton
      kind="danger-line"
      icon="exit"
      label={<Trans>Salir de la organización</Trans>}
      title={<Trans>¿Salir de la organización?</Trans>}
      actKind="danger"
      actLabel={<Trans>Salir</Trans>}
      isBusy={leave.isBusy}
      message={leave.message}
      details={<ul className="effects">{lostCoalitions}</ul>}
      onAct={act}
    >
      <Trans>No queda registro de que fuiste parte. Si no hay nadie más, termina contigo.</Trans>
    </ConfirmButton>
  );
}
