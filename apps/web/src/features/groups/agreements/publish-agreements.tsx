import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { AgreementsQuery, PublishAgreementsInput } from '../../../gql/types';
import { groupPath } from '../../../lib/page/group-path';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { GROUP_TYPES } from '../../../lib/server/invalidate-cache';
import { useAgreementsChanged } from '../../../lib/server/use-agreements-changed';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { Select, TextArea } from '../../../ui/forms/field';
import { AgreementsDifference } from './agreements-difference';
import { PUBLISH_AGREEMENTS } from './agreements.graphql';
import { ConfirmPublishing } from './confirm-publishing';
import '../error-texts';

const GRACE_DAYS = [7, 14, 21, 30, 60];

interface PublishAgreementsProps {
  group: AgreementsQuery['group'];
  /** False if the viewer lost the right meanwhile: the form stays, so that they can copy their text. */
  mayPublish: boolean;
  onChanged: () => void;
}

/**
 * Form for a new version, with the difference to the one it is based on. If another version becomes current meanwhile,
 * the steward sees it and decides to go on from it; their text stays.
 */
export function PublishAgreements({ group, mayPublish, onChanged }: PublishAgreementsProps) {
  const { t } = useLingui();
  const [{ version: basedOn, text: before }, setBase] = useState(group.agreements);
  const isOutdated = basedOn !== group.agreements.version;
  const [text, setText] = useState(before);
  const [summary, setSummary] = useState('');
  const [graceDays, setGraceDays] = useState(14);
  const [isConfirming, setConfirming] = useState(false);
  const publish = usePublish(group, onChanged);
  const isReady = mayPublish && !isOutdated;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setConfirming(isReady);
  };
  const goOn = () => {
    setBase(group.agreements);
    setConfirming(false);
    publish.clear();
  };
  return (
    <form className="stack stack--5" onSubmit={submit} noValidate>
      <TextArea
        label={t`Acuerdos`}
        hint={t`Un punto en cada línea: así se ve con claridad qué cambia.`}
        name="text"
        rows={8}
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={publish.fieldMessage('text')}
      />
      <SummaryField value={summary} onChange={setSummary} error={publish.fieldMessage('summary')} />
      <GraceChoice days={graceDays} onChange={setGraceDays} />
      <section className="stack stack--3">
        <h2>
          <Trans>Así lo verán</Trans>
        </h2>
        <AgreementsDifference before={before} after={text} />
      </section>
      <Effect isEmpty={text.trim() === ''} graceDays={graceDays} />
      <ErrorBanner text={isOutdated ? undefined : publish.message} />
      <Ending
        mayPublish={mayPublish}
        isBusy={publish.isBusy}
        other={isOutdated ? { before, after: group.agreements.text, onBase: goOn } : undefined}
      />
      <ConfirmPublishing
        {...{ group, text, graceDays }}
        isOpen={isConfirming && isReady}
        isBusy={publish.isBusy}
        onPublish={() => publish.send({ groupId: group.id, text, summary, graceDays, basedOn })}
        onClose={() => setConfirming(false)}
      />
    </form>
  );
}

interface SummaryFieldProps {
  value: string;
  onChange: (summary: string) => void;
  error: string | undefined;
}

function SummaryField({ value, onChange, error }: SummaryFieldProps) {
  const { t } = useLingui();
  return (
    <TextArea
      label={t`Qué cambia, en pocas palabras`}
      hint={t`Es lo primero que lee cada persona. Un cambio en cada línea.`}
      isOptional
      name="summary"
      rows={3}
      maxLength={600}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  );
}

interface EndingProps {
  mayPublish: boolean;
  isBusy: boolean;
  /** Set while another version than the base of the form is current. */
  other: OtherVersionProps | undefined;
}

/** The button that publishes, or what comes before it. */
function Ending({ mayPublish, isBusy, other }: EndingProps) {
  if (!mayPublish) return <MayNotPublish />;
  if (other) return <OtherVersion {...other} />;
  return (
    <Button kind="primary" type="submit" block isBusy={isBusy}>
      <Trans>Publicar la versión</Trans>
    </Button>
  );
}

function MayNotPublish() {
  return (
    <Banner look="danger" icon="lock">
      <Trans>Ya no puedes publicar versiones aquí. Copia tu texto antes de salir.</Trans>
    </Banner>
  );
}

interface OtherVersionProps {
  before: string;
  after: string;
  onBase: () => void;
}

/** The version that became current while the steward wrote, and the step to go on from it. */
function OtherVersion({ before, after, onBase }: OtherVersionProps) {
  return (
    <section className="stack stack--3" aria-live="polite">
      <Banner
        look="info"
        icon="file"
        title={<Trans>Los acuerdos cambiaron mientras escribías</Trans>}
      >
        <Trans>
          Tu texto sigue aquí. Mira qué cambió y decide si lo publicas sobre esa versión.
        </Trans>
      </Banner>
      <AgreementsDifference before={before} after={after} />
      <Button block onClick={onBase}>
        <Trans>Seguir desde esa versión</Trans>
      </Button>
    </section>
  );
}

/** Publishes a version and returns to the agreements. */
function usePublish(group: AgreementsQuery['group'], onChanged: () => void) {
  const { t } = useLingui();
  const navigate = usePageNavigate();
  const toast = useToast();
  const publish = useMutationState(PUBLISH_AGREEMENTS, GROUP_TYPES);
  useAgreementsChanged(publish.problem, onChanged);
  const send = async (input: PublishAgreementsInput) => {
    if (!(await publish.run({ input }))) return;
    toast({ text: t`Versión publicada` });
    navigate(`${groupPath(group)}/agreements`, { replace: true });
  };
  return { ...publish, send };
}

function GraceChoice({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Plazo para aceptar`}
      name="graceDays"
      value={days}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {GRACE_DAYS.map((count) => (
        <option key={count} value={count}>
          {t`${count} días`}
        </option>
      ))}
    </Select>
  );
}

/** Tells what publishing means for every member. */
function Effect({ isEmpty, graceDays }: { isEmpty: boolean; graceDays: number }) {
  return (
    <Banner icon="clock">
      {isEmpty ? (
        <Trans>Quedan sin acuerdos: nadie tiene que aceptar nada.</Trans>
      ) : (
        <Trans>
          Cada persona tiene {graceDays} días para aceptar. Después puede leer, pero no escribir,
          hasta que acepte o salga. A quien todavía no aceptó un cambio anterior le quedan al menos
          7 días. Tú la aceptas al publicarla.
        </Trans>
      )}
    </Banner>
  );
}
