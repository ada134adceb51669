import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useTaxonomy } from '../../lib/server/taxonomy';
import { useAct } from '../../lib/server/use-act';
import { Banner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { TextArea, TextField } from '../../ui/forms/field';
import { TaxonomyPicker } from '../../ui/forms/taxonomy-picker';
import type { GroupAccess } from '../../gql/types';
import { FOUND_GROUP } from './groups.graphql';
import './reasons';

/** Who sees it and how one comes in, as one choice: a hidden group takes nobody's request. */
const DOORS = ['request', 'open', 'invitation', 'hidden'] as const;
type Door = (typeof DOORS)[number];
const ACCESS: Record<Door, GroupAccess> = {
  request: 'request',
  open: 'open',
  invitation: 'invitation',
  hidden: 'invitation',
};

/** Founds a group; whoever founds it holds it. What was typed stays in its fields when it is refused. */
export function FoundGroupForm() {
  const navigate = useNavigate();
  const found = useAct(FOUND_GROUP);
  const [issueAreas, setIssueAreas] = useState<string[]>([]);
  const [door, setDoor] = useState<Door>('request');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? '');
    const texts = { name: said('name'), purpose: said('purpose'), agreements: said('agreements') };
    const place = { isListed: door !== 'hidden', access: ACCESS[door] };
    const input = { ...texts, ...place, issueAreas, question: said('question') };
    const data = await found.run({ input });
    if (data) void navigate(`/groups/${data.foundGroup.slug}`, { replace: true });
  };
  return (
    <form className="stack stack--5" onSubmit={(event) => void submit(event)} noValidate>
      {found.message && (
        <Banner look="danger" role="alert">
          {found.message}
        </Banner>
      )}
      <Purpose errorOf={found.fieldMessage} />
      <IssueAreas value={issueAreas} onChange={setIssueAreas} />
      <DoorChoice door={door} onChange={setDoor} />
      <Rules errorOf={found.fieldMessage} asks={door === 'request'} />
      <Button kind="primary" type="submit" block isBusy={found.isBusy}>
        <Trans>Fundar el grupo</Trans>
      </Button>
    </form>
  );
}

type ErrorOf = (field: string) => string | undefined;

function Purpose({ errorOf }: { errorOf: ErrorOf }) {
  const { t } = useLingui();
  return (
    <>
      <TextField label={t`Nombre del grupo`} name="name" maxLength={60} error={errorOf('name')} />
      <TextArea
        label={t`Para qué existe`}
        hint={t`Una o dos frases que cualquiera entienda.`}
        name="purpose"
        rows={3}
        maxLength={600}
        error={errorOf('purpose')}
      />
    </>
  );
}

interface IssueAreasProps {
  value: string[];
  onChange: (value: string[]) => void;
}

function IssueAreas({ value, onChange }: IssueAreasProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  return (
    <TaxonomyPicker
      legend={t`Temas`}
      terms={(taxonomy?.issueAreas ?? []).map((term) => ({ key: term.id, label: term.name }))}
      value={value}
      onChange={onChange}
      limit={5}
      isOptional
    />
  );
}

function Rules({ errorOf, asks }: { errorOf: ErrorOf; asks: boolean }) {
  const { t } = useLingui();
  return (
    <>
      {asks && (
        <TextField
          label={t`Pregunta para quien pide entrar`}
          isOptional
          name="question"
          maxLength={200}
          error={errorOf('question')}
        />
      )}
      <TextArea
        label={t`Acuerdos`}
        hint={t`Cómo se cuidan entre ustedes.`}
        isOptional
        name="agreements"
        rows={4}
        maxLength={4_000}
        error={errorOf('agreements')}
      />
    </>
  );
}

function DoorChoice({ door, onChange }: { door: Door; onChange: (door: Door) => void }) {
  const { t } = useLingui();
  const words: Record<Door, { title: string; note: string }> = {
    request: { title: t`Con pedido`, note: t`Aparece en la lista; tú decides quién entra.` },
    open: { title: t`Abierto`, note: t`Aparece en la lista; cualquier miembro entra.` },
    invitation: { title: t`Por invitación`, note: t`Aparece en la lista; entra quien invites.` },
    hidden: { title: t`Oculto`, note: t`Solo lo ven sus miembros y quien invites.` },
  };
  return (
    <ChoiceGroup legend={t`Quién lo ve y cómo se entra`}>
      {DOORS.map((one) => (
        <Choice
          key={one}
          name="door"
          value={one}
          checked={door === one}
          onChange={() => onChange(one)}
          note={words[one].note}
        >
          {words[one].title}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
