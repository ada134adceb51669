import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../lib/server/use-act';
import { Banner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import type { GroupAccess } from '../../gql/types';
import { GroupIssueAreas, GroupPurpose, GroupRules, readGroupTexts } from './group-fields';
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
    const texts = readGroupTexts(event.currentTarget);
    const place = { isListed: door !== 'hidden', access: ACCESS[door] };
    const input = { question: '', ...texts, ...place, issueAreas };
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
      <GroupPurpose errorOf={found.fieldMessage} />
      <GroupIssueAreas errorOf={found.fieldMessage} value={issueAreas} onChange={setIssueAreas} />
      <DoorChoice door={door} onChange={setDoor} />
      <GroupRules errorOf={found.fieldMessage} acceptsRequests={door === 'request'} />
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
