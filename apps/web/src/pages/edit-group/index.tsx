import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type FormEvent, type RefObject } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import {
  GroupIssueAreas,
  GroupPurpose,
  type GroupTexts,
  readGroupTexts,
} from '../../features/groups/group-fields';
import { EDIT_GROUP, GROUP_QUERY } from '../../features/groups/groups.graphql';
import { GroupPictureField } from '../../features/groups/picture/group-picture-field';
import '../../features/groups/error-texts';
import {
  changedQuestions,
  JoinQuestionsField,
  useJoinQuestions,
} from '../../features/groups/join-questions-field';
import type { GroupQuery } from '../../gql/types';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { requestProblemOf } from '../../lib/server/errors';
import { useAsyncState, useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { ErrorBanner } from '../../ui/display/banner';
import { Skeleton } from '../../ui/display/skeleton';
import type { SaveChosenPicture } from '../../ui/forms/use-picture-upload';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** Page on which a steward edits the group's picture, name, purpose, issue areas and questions. */
export default function EditGroupPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  // Bypasses the cache: otherwise a save could overwrite newer texts of another steward.
  const [{ data, error }, refetch] = useQuery({
    query: GROUP_QUERY,
    variables: { slug },
    requestPolicy: 'network-only',
  });
  const problem = data ? undefined : requestProblemOf(error);
  const mayNot = data && !data.group.viewerCan.includes('edit');
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  return (
    <Page
      title={t`Editar el grupo`}
      back={{ to: `/groups/${slug}`, label: t`El grupo` }}
      width={600}
    >
      <h1>
        <Trans>Editar el grupo</Trans>
      </h1>
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {data && <Fields key={data.group.id} group={data.group} />}
      {!data && !problem && <Skeleton kind="text" />}
    </Page>
  );
}

interface FieldsProps {
  group: GroupQuery['group'];
}

function Fields({ group }: FieldsProps) {
  const savePicture = useRef<SaveChosenPicture>(null);
  return (
    <>
      <GroupPictureField group={group} saveRef={savePicture} />
      <Form group={group} savePicture={savePicture} />
    </>
  );
}

interface FormProps extends FieldsProps {
  savePicture: RefObject<SaveChosenPicture | null>;
}

function Form({ group, savePicture }: FormProps) {
  const { t } = useLingui();
  const navigate = usePageNavigate();
  const toast = useToast();
  const edit = useMutationState(EDIT_GROUP);
  const [issueAreas, setIssueAreas] = useState(group.issueAreas);
  // The cached group may change while the form is open.
  const [before] = useState(group.questions);
  const questions = useJoinQuestions(before);
  const hasQuestions = group.access === 'request' || !group.isListed;
  const saving = useAsyncState(async (texts: GroupTexts) => {
    if (savePicture.current && !(await savePicture.current())) return;
    const changed = hasQuestions ? changedQuestions(before, questions) : {};
    if (!(await edit.run({ input: { ...texts, ...changed, issueAreas, groupId: group.id } })))
      return;
    toast({ text: t`Cambios guardados` });
    navigate(`/groups/${group.slug}`, { replace: true });
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void saving.run(readGroupTexts(event.currentTarget));
  };
  return (
    <form className="stack stack--5" onSubmit={submit} noValidate>
      <ErrorBanner text={edit.message} />
      <GroupPurpose initial={group} errorOf={edit.fieldMessage} />
      <GroupIssueAreas errorOf={edit.fieldMessage} value={issueAreas} onChange={setIssueAreas} />
      {hasQuestions && (
        <JoinQuestionsField list={questions} error={edit.fieldMessage('questions')} />
      )}
      <Rows>
        <Row
          to={`/groups/${group.slug}/agreements`}
          start={<IconTile icon="file" />}
          title={<Trans>Acuerdos</Trans>}
          note={<Trans>Cada cambio es una versión, y cada persona la acepta</Trans>}
        />
      </Rows>
      <Button kind="primary" type="submit" block isBusy={saving.isBusy}>
        <Trans>Guardar los cambios</Trans>
      </Button>
    </form>
  );
}
