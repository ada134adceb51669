import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type RefObject } from 'react';
import { useTaxonomy } from '../../lib/server/taxonomy';
import { useAsyncState } from '../../lib/server/use-mutation-state';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { TextArea, TextField } from '../../ui/forms/field';
import { TaxonomyPicker } from '../../ui/forms/taxonomy-picker';
import { TintPicker } from '../../ui/forms/tint-picker';
import type { SaveChosenPicture } from '../../ui/forms/use-picture-upload';
import { useGroupPlace } from '../../ui/page/use-group-place';
import type { MyPersona } from './persona.graphql';
import { personaDraftOf, usePersona, type PersonaDraft } from './use-persona';

interface PersonaFormProps {
  mine: MyPersona;
  onChanged: () => void;
  /** Saves the picture that is chosen on the page; null without a field for it. */
  savePicture: RefObject<SaveChosenPicture | null>;
}

/** Switches between profile and persona in a group, and edits the persona's fields. */
export function PersonaForm({ mine, onChanged, savePicture }: PersonaFormProps) {
  const [draft, setDraft] = useState(() => personaDraftOf(mine));
  const persona = usePersona(mine, onChanged);
  const change = (part: Partial<PersonaDraft>) => setDraft({ ...draft, ...part });
  const saving = useAsyncState(async () => {
    // The end of a persona deletes its picture.
    const save = draft.name === null ? null : savePicture.current;
    const undoPicture = save ? await save() : () => undefined;
    if (undoPicture) await persona.save(draft, undoPicture);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void saving.run();
  };
  return (
    <form className="stack stack--5" onSubmit={submit} noValidate>
      <ErrorBanner text={persona.message} />
      <As isOther={draft.name !== null} onChange={(name) => change({ name })} />
      {draft.name !== null && (
        <Said
          draft={{ ...draft, name: draft.name }}
          onChange={change}
          errorOf={persona.errorOf}
          membershipId={mine.id}
          hasPersona={mine.hasPersona ?? false}
        />
      )}
      <Consequence
        from={mine.hasPersona ?? false}
        to={draft.name !== null}
        isFacilitator={mine.role === 'facilitator'}
      />
      <Button kind="primary" type="submit" block isBusy={saving.isBusy}>
        <Trans>Guardar</Trans>
      </Button>
    </form>
  );
}

interface AsProps {
  isOther: boolean;
  onChange: (name: string | null) => void;
}

function As({ isOther, onChange }: AsProps) {
  const { t } = useLingui();
  const { isCoalition } = useGroupPlace();
  return (
    <ChoiceGroup legend={t`Con qué nombre estás aquí`}>
      <Choice
        name="as"
        checked={!isOther}
        onChange={() => onChange(null)}
        note={t`Lleva a tu perfil a quienes pueden verlo.`}
      >
        <Trans>Con mi perfil</Trans>
      </Choice>
      <Choice
        name="as"
        checked={isOther}
        onChange={() => onChange('')}
        note={t`No lleva a tu perfil, y tu perfil no dice que estás aquí.`}
      >
        {isCoalition ? (
          <Trans>Otro nombre, solo para esta coalición</Trans>
        ) : (
          <Trans>Con otro nombre, solo en este grupo</Trans>
        )}
      </Choice>
    </ChoiceGroup>
  );
}

interface SaidProps {
  draft: PersonaDraft & { name: string };
  onChange: (part: Partial<PersonaDraft>) => void;
  errorOf: (field: string) => string | undefined;
  membershipId: string;
  /** Whether the member already uses another name here. */
  hasPersona: boolean;
}

/** Fields of the persona; only this group or coalition sees them. */
function Said(props: SaidProps) {
  const { t } = useLingui();
  const { isCoalition } = useGroupPlace();
  const { draft, onChange, errorOf, membershipId, hasPersona } = props;
  return (
    <>
      <TextField
        label={isCoalition ? t`Nombre en esta coalición` : t`Nombre en este grupo`}
        hint={
          hasPersona
            ? t`Usa uno que no tengas en otro lado. Si lo cambias, cambia también en lo que ya escribiste aquí con él.`
            : t`Usa uno que no tengas en otro lado.`
        }
        autoComplete="off"
        maxLength={60}
        value={draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
        error={errorOf('name')}
      />
      <TintPicker
        className="field"
        legend={<Trans>Color de tus iniciales aquí</Trans>}
        value={draft.colour}
        onChange={(colour) => onChange({ colour })}
        of={{ id: membershipId, name: draft.name }}
        error={errorOf('colour')}
      />
      <AboutMe {...props} />
      <Practices value={draft.practices} onChange={(practices) => onChange({ practices })} />
    </>
  );
}

function AboutMe({ draft, onChange, errorOf }: SaidProps) {
  const { t } = useLingui();
  const { isCoalition } = useGroupPlace();
  return (
    <>
      <TextField
        label={t`Pronombres`}
        isOptional
        autoComplete="off"
        maxLength={40}
        value={draft.pronouns}
        onChange={(event) => onChange({ pronouns: event.target.value })}
        error={errorOf('pronouns')}
      />
      <TextArea
        label={isCoalition ? t`Sobre mí, para esta coalición` : t`Sobre mí, para este grupo`}
        hint={t`Lo lee solo quien está aquí. Evita lo que ya dice tu perfil.`}
        isOptional
        rows={4}
        maxLength={600}
        value={draft.about}
        onChange={(event) => onChange({ about: event.target.value })}
        error={errorOf('about')}
      />
    </>
  );
}

function Practices({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useLingui();
  const terms = useTaxonomy()?.practices ?? [];
  return (
    <TaxonomyPicker
      legend={t`Cómo trabajas`}
      terms={terms.map(({ id, name }) => ({ key: id, label: name }))}
      value={value}
      onChange={onChange}
      limit={8}
      isOptional
    />
  );
}

/** Explains the consequences of switching between profile and persona; renders nothing without a change. */
function Consequence(change: { from: boolean; to: boolean; isFacilitator: boolean }) {
  if (change.from === change.to) return null;
  return (
    <>
      <NameConsequence to={change.to} />
      {change.isFacilitator && (
        <Banner look="info" title={<Trans>Dejas de facilitar</Trans>}>
          <Trans>
            La tarea mostraría quién eres con el otro nombre. Te la pueden dar otra vez.
          </Trans>
        </Banner>
      )}
    </>
  );
}

function NameConsequence({ to }: { to: boolean }) {
  return to ? (
    <Banner look="info" title={<Trans>Lo que ya se vio no se borra</Trans>}>
      <Trans>
        Lo que ya escribiste aquí queda como «Alguien que salió», y lo nuevo lleva el otro nombre.
        Quien vea salir un nombre y entrar el otro en el mismo momento puede suponer que eres tú, y
        quienes sostienen el grupo o la coalición ven por 30 días cuándo salió el primero. Para que
        nadie los una, sal y vuelve a entrar otro día con el otro nombre.
      </Trans>
    </Banner>
  ) : (
    <Banner look="info" title={<Trans>Verán el nombre de tu perfil</Trans>}>
      <Trans>
        Lo que dices aquí con el otro nombre se borra. Si ya escribiste mensajes con él no podrás
        quitarlo, porque saldría a la luz quién los escribió.
      </Trans>
    </Banner>
  );
}
