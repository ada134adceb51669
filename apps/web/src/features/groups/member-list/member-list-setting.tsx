import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import type { MemberListAudience, MemberListSettingQuery } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { type ActionEffect, ActionEffects } from '../../../ui/display/action-effects';
import { Badge } from '../../../ui/display/badge';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { ReasonField } from '../../../ui/forms/reason-field';
import { useOpenResult } from '../../../ui/page/use-open-result';
import {
  ASK_TO_OPEN_MEMBER_LIST,
  CLOSE_MEMBER_LIST,
  MEMBER_LIST_SETTING,
} from './member-list.graphql';

type Setting = MemberListSettingQuery['group'];
type Confirm = (what: ReactNode, act: () => void) => void;

interface MemberListSettingProps {
  slug: string;
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: Confirm;
}

/** Lets a steward choose the audience of the member list. Closing it works at once; opening it needs a second person. */
export function MemberListSetting({ slug, onConfirm }: MemberListSettingProps) {
  const [{ data }, refetch] = useQuery({
    query: MEMBER_LIST_SETTING,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group', 'twoPersonAct'], again);
  if (!data) return null;
  const { memberList, openMemberListRequestId } = data.group;
  return (
    <section className="stack" aria-labelledby="member-list">
      <h2 id="member-list">
        <Trans>Quién ve la lista de personas</Trans>
      </h2>
      <SettingForm
        key={`${memberList} ${openMemberListRequestId}`}
        setting={data.group}
        onConfirm={onConfirm}
        onChanged={again}
      />
    </section>
  );
}

interface FormProps {
  setting: Setting;
  onConfirm: Confirm;
  onChanged: () => void;
}

function SettingForm({ setting, onConfirm, onChanged }: FormProps) {
  const now = setting.memberList ?? 'members';
  const [to, setTo] = useState<MemberListAudience>(now);
  if (setting.openMemberListRequestId) return <Asked actId={setting.openMemberListRequestId} />;
  return (
    <>
      <AudienceChoice now={now} value={to} onChange={setTo} />
      {to !== now && to === 'stewards' && <Close id={setting.id} onChanged={onChanged} />}
      {to !== now && to === 'members' && <Open setting={setting} onConfirm={onConfirm} />}
    </>
  );
}

interface AudienceChoiceProps {
  now: MemberListAudience;
  value: MemberListAudience;
  onChange: (audience: MemberListAudience) => void;
}

function AudienceChoice({ now, value, onChange }: AudienceChoiceProps) {
  const { t } = useLingui();
  const options = [
    ['members', t`Las personas del grupo`, t`Quien está en el grupo ve quiénes más están.`],
    [
      'stewards',
      t`Solo quienes lo sostienen`,
      t`Las demás personas ven su propia entrada y a quienes sostienen el grupo.`,
    ],
  ] as const;
  return (
    <ChoiceGroup legend={t`Quién ve la lista de personas`} isLegendHidden>
      {options.map(([one, title, note]) => (
        <Choice
          key={one}
          name="member-list"
          value={one}
          checked={value === one}
          onChange={() => onChange(one)}
          note={note}
          end={
            one === now && (
              <Badge>
                <Trans>Ahora</Trans>
              </Badge>
            )
          }
        >
          {title}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

const CLOSING: readonly ActionEffect[] = [
  [
    'eyeOff',
    <Trans key="list">
      El grupo deja de ver quién está, también al nombrar a alguien o reaccionar
    </Trans>,
  ],
  ['people', <Trans key="count">Solo quienes lo sostienen ven cuántas personas son</Trans>],
  ['lock', <Trans key="profile">Lo que alguien abre a sus grupos no se abre a este</Trans>],
];
const STAYS: readonly ActionEffect[] = [
  [
    'channel',
    <Trans key="author">
      Quien escribe, o ya escribió, muestra su nombre y se le puede nombrar
    </Trans>,
  ],
  ['eye', <Trans key="memory">La gente puede recordar lo que ya vio</Trans>],
];

function Close({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const { run, isBusy, message } = useMutationState(CLOSE_MEMBER_LIST);
  const close = async () => {
    if (!(await run({ id }))) return;
    toast({ text: t`Ahora la lista la ven solo quienes sostienen el grupo` });
    onChanged();
  };
  return (
    <>
      <div className="card stack">
        <ActionEffects title={<Trans>Qué cambia</Trans>} effects={CLOSING} />
        <ActionEffects title={<Trans>Qué queda</Trans>} effects={STAYS} />
      </div>
      <ErrorBanner text={message} />
      <p className="xs muted">
        <Trans>Vale enseguida. Para volver atrás hará falta una segunda persona.</Trans>
      </p>
      <Button kind="danger" block isBusy={isBusy} onClick={() => void close()}>
        <Trans>Cerrar la lista</Trans>
      </Button>
    </>
  );
}

const OPENING: readonly ActionEffect[] = [
  ['people', <Trans key="later">Quien entre después aparece en la lista</Trans>],
  ['eyeOff', <Trans key="before">Quien ya está aparece solo si acepta; se le pregunta</Trans>],
];

function Open({ setting, onConfirm }: Omit<FormProps, 'onChanged'>) {
  const open = useOpenResult();
  const [reason, setReason] = useState('');
  const ask = useMutationState(ASK_TO_OPEN_MEMBER_LIST);
  const error = ask.fieldMessage('reason');
  const send = async () => {
    const data = await ask.run({ input: { groupId: setting.id, reason } });
    if (data) open(`/approvals/${data.askToOpenMemberList.id}`, { replace: true });
  };
  const who = setting.hasOtherSteward ? (
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(who, () => void send());
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <div className="card stack">
        <ActionEffects title={<Trans>Qué cambia</Trans>} effects={OPENING} />
      </div>
      {!error && <ErrorBanner text={ask.message} />}
      <ReasonField value={reason} error={error} onChange={setReason} />
      <p className="xs muted">{who}</p>
      <Button kind="primary" type="submit" block isBusy={ask.isBusy}>
        <Trans>Pedir aprobación</Trans>
      </Button>
    </form>
  );
}

/** A pending request to open the list; an approver can also decide it from here. */
function Asked({ actId }: { actId: string }) {
  return (
    <Banner look="info" icon="clock" title={<Trans>Hay un pedido</Trans>}>
      <span className="stack stack--2">
        <Trans>
          Alguien pidió que el grupo vea la lista de personas. Falta que otra persona lo apruebe.
        </Trans>
        <ButtonLink to={`/approvals/${actId}`}>
          <Trans>Ver el pedido</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}
