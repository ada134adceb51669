import { Trans, useLingui } from '@lingui/react/macro';
import type { AgreementsQuery } from '../../../gql/types';
import { retryOutboxRefusedFor } from '../../../lib/device/outbox';
import { groupPath } from '../../../lib/page/group-path';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { GROUP_TYPES } from '../../../lib/server/invalidate-cache';
import { useAgreementsChanged } from '../../../lib/server/use-agreements-changed';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { ForestPanel } from '../../../ui/display/card';
import { Icon } from '../../../ui/display/icon';
import { AgreementsDifference } from './agreements-difference';
import { CONSENT_TO_AGREEMENTS } from './agreements.graphql';
import { usePinnedAgreements } from './pinned-agreements';
import { Summaries } from './summaries';
import { VersionLine } from './version-line';
import '../error-texts';

type Group = AgreementsQuery['group'];
type Change = NonNullable<Group['agreementsChange']>;

interface ChangedAgreementsProps {
  group: Group;
  onChanged: () => void;
}

/** Shows the changes since the viewer consented, the deadline, and the two answers: consent or leave. */
export function ChangedAgreements({ group, onChanged }: ChangedAgreementsProps) {
  const { pinned, isOutdated, notice } = usePinnedAgreements(group);
  const { agreements, agreementsChange } = pinned;
  if (!agreementsChange) return null;
  return (
    <>
      <div className="stack stack--2">
        <VersionLine group={pinned} />
        <h1>
          <Trans>Los acuerdos cambiaron</Trans>
        </h1>
      </div>
      <Deadline {...agreementsChange} />
      <Summaries summaries={agreementsChange.summaries} />
      <section className="stack stack--3">
        <h2>
          <Trans>Qué cambia</Trans>
        </h2>
        <AgreementsDifference before={agreementsChange.consentedText} after={agreements.text} />
        <details>
          <summary>
            <Trans>Leer el texto completo</Trans>
          </summary>
          <p className="said">{agreements.text}</p>
        </details>
      </section>
      {notice}
      {!isOutdated && <Answers group={group} onChanged={onChanged} />}
    </>
  );
}

function Deadline({ graceEndsAt, isReadOnly }: Pick<Change, 'graceEndsAt' | 'isReadOnly'>) {
  const { i18n } = useLingui();
  const day = i18n.date(graceEndsAt, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <ForestPanel>
      <div className="inline inline--3 top">
        <Icon name="clock" />
        <div className="grow stack stack--1">
          {isReadOnly ? (
            <>
              <b>
                <Trans>El plazo terminó el {day}</Trans>
              </b>
              <p className="xs muted">
                <Trans>Puedes leer, pero no escribir, hasta que aceptes o salgas.</Trans>
              </p>
            </>
          ) : (
            <>
              <b>
                <Trans>Tienes hasta el {day}</Trans>
              </b>
              <p className="xs muted">
                <Trans>
                  Hasta ese día todo sigue igual. Después podrás leer, pero no escribir, hasta que
                  aceptes o salgas.
                </Trans>
              </p>
            </>
          )}
        </div>
      </div>
    </ForestPanel>
  );
}

function Answers({ group, onChanged }: ChangedAgreementsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const consent = useMutationState(CONSENT_TO_AGREEMENTS, GROUP_TYPES);
  useAgreementsChanged(consent.problem, onChanged);
  const act = async () => {
    const { id: groupId, agreements } = group;
    if (!(await consent.run({ groupId, version: agreements.version }))) return;
    retryOutboxRefusedFor('agreements.consentFirst');
    toast({ text: t`Aceptaste los acuerdos` });
    navigate(groupPath(group), { replace: true });
  };
  return (
    <div className="stack stack--3">
      <Banner>
        <Trans>Aceptas esta versión y ninguna otra. Si cambia mientras lees, te avisaremos.</Trans>
      </Banner>
      <ErrorBanner text={consent.message} />
      <div className="reach btns">
        <Button kind="primary" isBusy={consent.isBusy} onClick={() => void act()}>
          <Trans>Acepto</Trans>
        </Button>
        <ButtonLink kind="line" to={`${groupPath(group)}/leave`}>
          {group.kind === 'coalition' ? (
            <Trans>Salir de la coalición</Trans>
          ) : (
            <Trans>Salir del grupo</Trans>
          )}
        </ButtonLink>
      </div>
    </div>
  );
}
