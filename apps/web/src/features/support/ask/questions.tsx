import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { SupportDanger, SupportKind } from '../../../gql/types';
import { fieldProblemText, requestProblemOf } from '../../../lib/server/errors';
import { languagesOf, useTaxonomy } from '../../../lib/server/taxonomy';
import { Banner } from '../../../ui/display/banner';
import { IconTile } from '../../../ui/display/card';
import { Icon, type IconName } from '../../../ui/display/icon';
import { Skeleton } from '../../../ui/display/skeleton';
import { CheckChoice, Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea, TextField } from '../../../ui/forms/field';
import { TaxonomyPicker } from '../../../ui/forms/taxonomy-picker';
import { SUPPORT_ASKING } from '../own/own-requests.graphql';
import { DANGER_LABELS, KIND_LABELS, KIND_NOTES } from '../support-labels';
import type { AskDraft } from './ask-draft';
import { askPath } from './ask-steps';
import { EmergencyAdvice } from './emergency-advice';
import { Question } from './step-frame';

export interface StepProps {
  draft: AskDraft;
  onChange: (changed: Partial<AskDraft>) => void;
  onNext: () => void;
}

const DANGERS: readonly { danger: SupportDanger; icon: IconName; look?: 'clay' | 'plain' }[] = [
  { danger: 'yes', icon: 'alert', look: 'clay' },
  { danger: 'unknown', icon: 'support', look: 'plain' },
  { danger: 'no', icon: 'check' },
];

/** The first question. The answer leads to the next page by itself. */
export function DangerStep({ draft, onChange }: StepProps) {
  const { t, i18n } = useLingui();
  const notes = {
    yes: <Trans>Pasa delante: contestamos en 2 horas o menos</Trans>,
    unknown: <Trans>Te mostramos qué hacer, por si acaso</Trans>,
    no: <Trans>7 preguntas cortas, y puedes saltarte varias</Trans>,
  };
  return (
    <>
      <div className="stack stack--2">
        <h1>
          <Trans>¿Hay peligro ahora?</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Por ejemplo: una detención, un allanamiento, amenazas, o alguien dentro de tus cuentas
            en este momento.
          </Trans>
        </p>
      </div>
      <nav className="stack stack--3" aria-label={t`Tu respuesta`}>
        {DANGERS.map(({ danger, icon, look }) => (
          <Link
            key={danger}
            className={danger === 'yes' ? 'card row card--wait' : 'card row'}
            to={askPath('kind')}
            aria-current={draft.danger === danger || undefined}
            onClick={() => onChange({ danger })}
          >
            <IconTile icon={icon} {...(look && { look })} />
            <span className="grow">
              <span className="row__t">{i18n._(DANGER_LABELS[danger])}</span>
              <span className="row__s">{notes[danger]}</span>
            </span>
            <Icon name="next" size="s" />
          </Link>
        ))}
      </nav>
      <BeforeStarting />
    </>
  );
}

function BeforeStarting() {
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Antes de empezar</Trans>
      </h2>
      <ul className="points">
        <li>
          <Icon name="heart" size="s" />
          <span>
            <Trans>
              Es gratis, para quienes trabajan por la justicia social en América Latina y el Caribe.
            </Trans>
          </span>
        </li>
        <li>
          <Icon name="lock" size="s" />
          <span>
            <Trans>Lo que escribas lo abre solo la persona que toma tu pedido.</Trans>
          </span>
        </li>
        <li>
          <Icon name="clock" size="s" />
          <span>
            <Trans>
              Contesta una persona: en 2 horas si es urgente, si no en 3 días hábiles, de lunes a
              viernes.
            </Trans>
          </span>
        </li>
      </ul>
    </section>
  );
}

export function KindStep({ draft, onChange, onNext }: StepProps) {
  const { i18n } = useLingui();
  const [isSent, setSent] = useState(false);
  const next = () => {
    setSent(true);
    if (draft.kind) onNext();
  };
  return (
    <>
      {draft.danger !== 'no' && <EmergencyAdvice />}
      <Question
        title={<Trans>¿En qué te apoyamos?</Trans>}
        hint={<Trans>Elige lo que más se acerque.</Trans>}
        onNext={next}
      >
        <ChoiceGroup
          legend={<Trans>¿En qué te apoyamos?</Trans>}
          isLegendHidden
          error={isSent && !draft.kind ? fieldProblemText('missing') : undefined}
        >
          {(Object.keys(KIND_LABELS) as SupportKind[]).map((kind) => (
            <Choice
              key={kind}
              name="kind"
              checked={draft.kind === kind}
              isPlain={kind === 'unsure'}
              note={KIND_NOTES[kind] && i18n._(KIND_NOTES[kind])}
              onChange={() => onChange({ kind })}
            >
              {i18n._(KIND_LABELS[kind])}
            </Choice>
          ))}
        </ChoiceGroup>
      </Question>
    </>
  );
}

export function GoalStep({ draft, onChange, onNext }: StepProps) {
  const { t } = useLingui();
  return (
    <Question
      title={<Trans>¿Qué quieres lograr?</Trans>}
      hint={<Trans>Cuenta solo lo que quieras, sin nombres de otras personas.</Trans>}
      isBlank={draft.goal === ''}
      onNext={onNext}
    >
      <TextArea
        label={t`Qué quieres lograr`}
        isOptional
        rows={7}
        maxLength={4_000}
        value={draft.goal}
        onChange={({ target }) => onChange({ goal: target.value })}
      />
    </Question>
  );
}

export function TriedStep({ draft, onChange, onNext }: StepProps) {
  const { t } = useLingui();
  return (
    <Question
      title={<Trans>¿Qué has probado ya?</Trans>}
      hint={<Trans>Aunque no haya funcionado: ahorra tiempo.</Trans>}
      isBlank={draft.tried === ''}
      onNext={onNext}
    >
      <TextArea
        label={t`Qué has probado`}
        isOptional
        rows={7}
        maxLength={4_000}
        value={draft.tried}
        onChange={({ target }) => onChange({ tried: target.value })}
      />
    </Question>
  );
}

/** Who must not read the request. Without a network the list is not known; it can be changed after sending. */
export function ReadersStep({ draft, onChange, onNext }: StepProps) {
  const [{ data, error }] = useQuery({ query: SUPPORT_ASKING });
  const problem = data ? undefined : requestProblemOf(error);
  return (
    <Question
      title={<Trans>¿Alguien no debe leerlo?</Trans>}
      hint={
        <Trans>
          Son los nombres con que trabajan quienes dan apoyo. A quien marques no le aparece tu
          pedido, ni que lo marcaste.
        </Trans>
      }
      isBlank={draft.excludedIds.length === 0}
      onNext={onNext}
    >
      {problem && (
        <Banner look="warn">
          <Trans>No pudimos cargar la lista. Puedes marcar a alguien después, en tu pedido.</Trans>
        </Banner>
      )}
      {!data && !problem && <Skeleton rows={3} />}
      {data && (
        <SupporterChoice
          supporters={data.supportAsking.supporters}
          excludedIds={draft.excludedIds}
          onChange={(excludedIds) => onChange({ excludedIds })}
        />
      )}
    </Question>
  );
}

interface SupporterChoiceProps {
  supporters: readonly { id: string; workName: string }[];
  excludedIds: readonly string[];
  onChange: (excludedIds: string[]) => void;
}

export function SupporterChoice({ supporters, excludedIds, onChange }: SupporterChoiceProps) {
  if (supporters.length === 0) {
    return (
      <p className="muted">
        <Trans>Todavía nadie tiene nombre de trabajo.</Trans>
      </p>
    );
  }
  const toggle = (id: string) =>
    onChange(
      excludedIds.includes(id) ? excludedIds.filter((one) => one !== id) : [...excludedIds, id],
    );
  return (
    <ChoiceGroup legend={<Trans>Quién no debe leerlo</Trans>} isLegendHidden>
      {supporters.map(({ id, workName }) => (
        <CheckChoice key={id} checked={excludedIds.includes(id)} onChange={() => toggle(id)}>
          {workName}
        </CheckChoice>
      ))}
    </ChoiceGroup>
  );
}

/** The number of languages that are shown at once; the others are behind a button. */
const FIRST = 3;

export function LanguagesStep({ draft, onChange, onNext }: StepProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  const [isSent, setSent] = useState(false);
  const all = taxonomy ? languagesOf(taxonomy) : [];
  const hasOthers = draft.languages.some((id) => all.findIndex((one) => one.id === id) >= FIRST);
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen || hasOthers ? all : all.slice(0, FIRST);
  const next = () => {
    setSent(true);
    if (draft.languages.length > 0) onNext();
  };
  return (
    <Question title={<Trans>¿En qué idiomas?</Trans>} onNext={next}>
      {!taxonomy && <Skeleton rows={3} />}
      {taxonomy && (
        <TaxonomyPicker
          legend={t`Idiomas en que puedes conversar`}
          terms={shown.map(({ id, name }) => ({ key: id, label: name }))}
          value={draft.languages}
          limit={10}
          error={isSent && draft.languages.length === 0 ? fieldProblemText('missing') : undefined}
          onChange={(languages) => onChange({ languages })}
        />
      )}
      {taxonomy && shown.length === FIRST && (
        <button type="button" className="btn btn--text btn--sm" onClick={() => setOpen(true)}>
          <Trans>Otro idioma</Trans>
        </button>
      )}
    </Question>
  );
}

export function ReachStep({ draft, onChange, onNext }: StepProps) {
  const { t } = useLingui();
  const isBlank = draft.safeWay === '' && draft.times === '';
  return (
    <Question
      title={<Trans>¿Cómo te contactamos sin riesgo?</Trans>}
      hint={
        <Trans>
          Quien tome tu pedido te busca por ahí. Si lo dejas en blanco, solo podrá contestarte aquí,
          una vez.
        </Trans>
      }
      isBlank={isBlank}
      onNext={onNext}
    >
      <TextField
        label={t`Una forma segura`}
        hint={t`Un número, un correo o un usuario que nadie más mire`}
        isOptional
        maxLength={300}
        autoComplete="off"
        value={draft.safeWay}
        onChange={({ target }) => onChange({ safeWay: target.value })}
      />
      <TextField
        label={t`Cuándo es buen momento`}
        isOptional
        maxLength={300}
        autoComplete="off"
        value={draft.times}
        onChange={({ target }) => onChange({ times: target.value })}
      />
      <TextField
        label={t`Cómo quieres que te llamen`}
        isOptional
        maxLength={60}
        autoComplete="off"
        value={draft.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
    </Question>
  );
}
