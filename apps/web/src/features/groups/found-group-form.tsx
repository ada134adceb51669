import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useTaxonomy } from '../../lib/taxonomy';
import { useAct } from '../../lib/use-act';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Choice, ChoiceGroup } from '../../ui/choice';
import { TextArea, TextField } from '../../ui/field';
import { TaxonomyPicker } from '../../ui/taxonomy-picker';
import type { GroupAccess } from '../../gql/types';
import { FOUND_GROUP } from './groups.graphql';
import './reasons';
import { slugOf } from './slug';

/** Who sees it and how one comes in, as one choice: a hidden group takes nobody's request. */
const DOORS = ['request', 'open', 'invitation', 'hidden'] as const;
type Door = (typeof DOORS)[number];
const ACCESS: Record<Door, GroupAccess> = {
  request: 'request',
  open: 'open',
  invitation: 'invitation',
  hidden: 'invitation',
};

/** Founds a group; whoever founds it holds it. */
export function FoundGroupForm() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const taxonomy = useTaxonomy();
  const found = useAct(FOUND_GROUP);
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [question, setQuestion] = useState('');
  const [agreements, setAgreements] = useState('');
  const [issueAreas, setIssueAreas] = useState<string[]>([]);
  const [door, setDoor] = useState<Door>('request');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = { name, purpose, issueAreas, question, agreements, slug: slugOf(name) };
    const input = { ...given, isListed: door !== 'hidden', access: ACCESS[door] };
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
      <TextField
        label={t`Nombre del grupo`}
        name="name"
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={found.fieldMessage('name') ?? found.fieldMessage('slug')}
      />
      <TextArea
        label={t`Para qué existe`}
        hint={t`Una o dos frases que cualquiera entienda.`}
        name="purpose"
        rows={3}
        maxLength={600}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
        error={found.fieldMessage('purpose')}
      />
      <TaxonomyPicker
        legend={t`Temas`}
        terms={(taxonomy?.issueAreas ?? []).map((term) => ({ key: term.id, label: term.name }))}
        value={issueAreas}
        onChange={setIssueAreas}
        limit={5}
        isOptional
        error={found.fieldMessage('issueAreas')}
      />
      <DoorChoice door={door} onChange={setDoor} />
      {door === 'request' && (
        <TextField
          label={t`Pregunta para quien pide entrar`}
          isOptional
          name="question"
          maxLength={200}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          error={found.fieldMessage('question')}
        />
      )}
      <TextArea
        label={t`Acuerdos`}
        hint={t`Cómo se cuidan entre ustedes.`}
        isOptional
        name="agreements"
        rows={4}
        maxLength={4_000}
        value={agreements}
        onChange={(event) => setAgreements(event.target.value)}
        error={found.fieldMessage('agreements')}
      />
      <Button kind="primary" type="submit" block isBusy={found.isBusy}>
        <Trans>Fundar el grupo</Trans>
      </Button>
    </form>
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
