import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import type { ChannelHistory, GroupsToSpeakInQuery, Retention } from '../../../gql/types';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { EmptyState } from '../../../ui/page/empty-state';
import { TextField } from '../../../ui/forms/field';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { useOpenResult } from '../../../ui/page/use-open-result';
import { RetentionChoice } from '../retention/retention-choice';
import '../messages/error-texts';
import { CREATE_CHANNEL, GROUPS_FOR_NEW_CHANNEL_QUERY } from './manage-channel.graphql';

type Group = GroupsToSpeakInQuery['groupsForNewChannel'][number];

export function NewChannelForm() {
  const [{ data, error }, execute] = useQuery({ query: GROUPS_FOR_NEW_CHANNEL_QUERY });
  const problem = requestProblemOf(error);
  if (problem && !data) {
    return (
      <LoadFailed problem={problem} onRetry={() => execute({ requestPolicy: 'network-only' })} />
    );
  }
  if (!data) return <Skeleton kind="text" />;
  const groups = data.groupsForNewChannel;
  if (groups.length > 0) return <Form groups={groups} />;
  return (
    <EmptyState title={<Trans>No puedes abrir canales en ningún grupo</Trans>}>
      <Trans>Solo los abre quien sostiene o facilita un grupo. Pídelo, o funda un grupo.</Trans>
    </EmptyState>
  );
}

function Form({ groups }: { groups: readonly Group[] }) {
  const { t } = useLingui();
  const open = useOpenResult();
  const [params] = useSearchParams();
  const asked = groups.find(({ slug }) => slug === params.get('group'));
  const [groupId, setGroupId] = useState((asked ?? groups[0])!.id);
  const [history, setHistory] = useState<ChannelHistory>('joining');
  const [retention, setRetention] = useState<Retention>('longest');
  const mayChoose = groups.some(
    ({ id, viewerCan }) => id === groupId && viewerCan.includes('edit'),
  );
  const create = useMutationState(CREATE_CHANNEL);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    const data = await create.run({
      input: { groupId, name, ...(mayChoose && { history, retention }) },
    });
    if (data) open(`/channels/${data.createChannel.id}`, { replace: true });
  };
  const nameError = create.fieldMessage('name');
  return (
    <form className="stack stack--5" onSubmit={(event) => void submit(event)} noValidate>
      {!nameError && <ErrorBanner text={create.message} />}
      <TextField label={t`Nombre del canal`} name="name" maxLength={60} error={nameError} />
      {groups.length > 1 && <GroupChoice groups={groups} value={groupId} onChange={setGroupId} />}
      {mayChoose && (
        <>
          <HistoryChoice value={history} onChange={setHistory} />
          <RetentionChoice
            value={retention}
            onChange={setRetention}
            hint={
              <Trans>
                Después se borra para todas las personas. Acortarlo más tarde es enseguida;
                alargarlo lo deciden dos personas.
              </Trans>
            }
          />
        </>
      )}
      <Button kind="primary" type="submit" block isBusy={create.isBusy}>
        <Trans>Abrir el canal</Trans>
      </Button>
    </form>
  );
}

interface GroupChoiceProps {
  groups: readonly Group[];
  value: string;
  onChange: (id: string) => void;
}

function GroupChoice({ groups, value, onChange }: GroupChoiceProps) {
  const { t } = useLingui();
  return (
    <ChoiceGroup legend={t`Dónde`}>
      {groups.map(({ id, name }) => (
        <Choice
          key={id}
          name="group"
          value={id}
          checked={id === value}
          onChange={() => onChange(id)}
        >
          {name}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

interface HistoryChoiceProps {
  value: ChannelHistory;
  onChange: (history: ChannelHistory) => void;
}

function HistoryChoice({ value, onChange }: HistoryChoiceProps) {
  const { t } = useLingui();
  const words: Record<ChannelHistory, { title: string; note: string }> = {
    joining: { title: t`Desde que entra`, note: t`Quien llegue no podrá leer lo anterior.` },
    start: { title: t`Desde el inicio`, note: t`Quien llegue podrá leer todo.` },
  };
  return (
    <ChoiceGroup legend={t`Qué lee quien llega después`}>
      {(['joining', 'start'] as const).map((one) => (
        <Choice
          key={one}
          name="history"
          value={one}
          checked={one === value}
          onChange={() => onChange(one)}
          note={words[one].note}
        >
          {words[one].title}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
