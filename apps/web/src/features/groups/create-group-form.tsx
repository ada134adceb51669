import { Trans } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { GroupPrivacy } from '../../gql/types';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Banner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { useOpenResult } from '../../ui/page/use-open-result';
import {
  GroupAgreements,
  GroupIssueAreas,
  GroupPurpose,
  readAgreements,
  readGroupTexts,
} from './group-fields';
import { CREATE_GROUP } from './groups.graphql';
import { JoinQuestionsField, useJoinQuestions, writtenQuestions } from './join-questions-field';
import { PrivacyChoice } from './privacy/privacy-choice';
import './error-texts';

/** Creates a group and makes the viewer its steward. The form keeps its input when the server rejects it. */
export function CreateGroupForm() {
  const open = useOpenResult();
  const found = useMutationState(CREATE_GROUP);
  const [issueAreas, setIssueAreas] = useState<string[]>([]);
  const [privacy, setPrivacy] = useState<GroupPrivacy>('request');
  const questions = useJoinQuestions([]);
  const hasQuestions = privacy === 'request' || privacy === 'hidden';
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const texts = { ...readGroupTexts(form), agreements: readAgreements(form) };
    const place = {
      isListed: privacy !== 'hidden',
      access: privacy === 'hidden' ? ('invitation' as const) : privacy,
    };
    const asked = hasQuestions ? writtenQuestions(questions) : [];
    const data = await found.run({ input: { ...texts, ...place, issueAreas, questions: asked } });
    if (data) open(`/groups/${data.foundGroup.slug}`, { replace: true });
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
      <PrivacyChoice value={privacy} onChange={setPrivacy} />
      {hasQuestions && (
        <JoinQuestionsField list={questions} error={found.fieldMessage('questions')} />
      )}
      <GroupAgreements errorOf={found.fieldMessage} />
      <Button kind="primary" type="submit" block isBusy={found.isBusy}>
        <Trans>Fundar el grupo</Trans>
      </Button>
    </form>
  );
}
