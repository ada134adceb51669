import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { GroupPrivacy } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { ReasonField } from '../../../ui/forms/reason-field';
import { useOpenResult } from '../../../ui/page/use-open-result';
import { isMorePrivate, GROUP_PRIVACY_LEVELS, groupPrivacyOf } from './privacy';
import { PrivacyChoice } from './privacy-choice';
import { PrivacyEffects } from './privacy-effects';
import {
  REQUEST_LESS_GROUP_PRIVACY,
  type GroupPrivacyData,
  MAKE_GROUP_MORE_PRIVATE,
} from './privacy.graphql';
import './error-texts';

interface PrivacyFormProps {
  group: GroupPrivacyData;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onChanged: () => void;
}

/** Makes a group more private at once, or requests a second person's approval to make it less private. */
export function PrivacyForm(props: PrivacyFormProps) {
  const { group, onChanged } = props;
  const now = groupPrivacyOf(group);
  const [to, setTo] = useState(now);
  const isAsked = group.lessPrivateRequestId !== null;
  const coalitionsWithoutShownName = group.participations.filter(
    ({ hasShownName }) => !hasShownName,
  ).length;
  const options = isAsked
    ? GROUP_PRIVACY_LEVELS.filter((one) => !isMorePrivate(now, one))
    : GROUP_PRIVACY_LEVELS;
  return (
    <>
      {options.length > 1 && (
        <PrivacyChoice value={to} now={now} options={options} onChange={setTo} />
      )}
      {to !== now && (
        <PrivacyEffects now={now} to={to} coalitionsWithoutShownName={coalitionsWithoutShownName} />
      )}
      {isMorePrivate(to, now) && <MorePrivate group={group} to={to} onChanged={onChanged} />}
      {isMorePrivate(now, to) && <LessPrivate {...props} to={to} />}
    </>
  );
}

type ToProps = PrivacyFormProps & { to: GroupPrivacy };

function MorePrivate({ group: { id }, to, onChanged }: Omit<ToProps, 'onConfirm'>) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(MAKE_GROUP_MORE_PRIVATE);
  const change = async () => {
    if (!(await run({ input: { groupId: id, privacy: to } }))) return;
    toast({ text: t`El grupo ahora es más privado` });
    onChanged();
  };
  return (
    <div className="stack">
      <ErrorBanner text={message} />
      <p className="xs muted">
        <Trans>Vale enseguida. Para volver atrás hará falta una segunda persona.</Trans>
      </p>
      <Button kind="danger" block isBusy={isBusy} onClick={() => void change()}>
        <Trans>Hacerlo más privado</Trans>
      </Button>
    </div>
  );
}

function LessPrivate({ group, to, onConfirm }: ToProps) {
  const open = useOpenResult();
  const [reason, setReason] = useState('');
  const ask = useMutationState(REQUEST_LESS_GROUP_PRIVACY);
  const error = ask.fieldMessage('reason');
  const send = async () => {
    const data = await ask.run({ input: { groupId: group.id, privacy: to, reason } });
    if (data) open(`/approvals/${data.askToMakeGroupLessPrivate.id}`, { replace: true });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(<SecondPerson group={group} />, () => void send());
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {!error && <ErrorBanner text={ask.message} />}
      {group.hasOtherSteward === false && <NobodyElse slug={group.slug} />}
      <ReasonField value={reason} error={error} onChange={setReason} />
      <p className="xs muted">
        <SecondPerson group={group} />
      </p>
      <Button kind="primary" type="submit" block isBusy={ask.isBusy}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

function SecondPerson({ group: { hasOtherSteward } }: Pick<ToProps, 'group'>) {
  return hasOtherSteward ? (
    <Trans>
      Lo tiene que aprobar, antes de mañana a esta hora, otra persona que sostiene el grupo. Hasta
      entonces no cambia nada.
    </Trans>
  ) : (
    <Trans>
      Lo tiene que aprobar, antes de mañana a esta hora, alguien que modera Trama. Hasta entonces no
      cambia nada.
    </Trans>
  );
}

function NobodyElse({ slug }: { slug: string }) {
  return (
    <Banner look="warn" icon="people" title={<Trans>Hace falta una segunda persona</Trans>}>
      <span className="stack stack--2">
        <Trans>
          Nadie más sostiene este grupo. Si lo pides así, decide alguien que modera Trama y verá el
          nombre del grupo. Para que quede entre ustedes, pídele antes a otra persona que también lo
          sostenga.
        </Trans>
        <ButtonLink to={`/groups/${slug}/members`}>
          <Trans>Elegir a otra persona</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}
