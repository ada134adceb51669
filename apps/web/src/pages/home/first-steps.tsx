import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { gql, useQuery } from 'urql';
import type { FirstStepsQuery, FirstStepsQueryVariables } from '../../gql/types';
import { useMe } from '../../lib/server/session';
import { IconTile, Row, Rows } from '../../ui/display/card';
import type { IconName } from '../../ui/display/icon';

const FIRST_STEPS = gql<FirstStepsQuery, FirstStepsQueryVariables>`
  query FirstSteps($language: Language!) {
    myProfile {
      id
      mayBeFound
      fields {
        kind
        terms(language: $language) {
          id
        }
      }
    }
    myGroups {
      id
    }
  }
`;

interface FirstStep {
  key: string;
  to: string;
  icon: IconName;
  title: ReactNode;
  note: ReactNode;
  isDone: boolean;
}

/** Steps for a new member: audience of the profile, issue areas, a first group. */
function stepsOf({ myProfile, myGroups }: FirstStepsQuery): readonly FirstStep[] {
  const hasTopics = myProfile.fields.some(
    ({ kind, terms }) => kind === 'issueAreas' && terms.length > 0,
  );
  const isChosen = myProfile.mayBeFound !== null;
  const isInGroup = myGroups.length > 0;
  return [
    {
      key: 'audience',
      to: '/joining',
      icon: 'eye',
      title: isChosen ? <Trans>Elegiste quién te ve</Trans> : <Trans>Elige quién te ve</Trans>,
      note: <Trans>Hasta entonces no te encuentra nadie</Trans>,
      isDone: isChosen,
    },
    {
      key: 'topics',
      to: '/me',
      icon: 'edit',
      title: hasTopics ? <Trans>Marcaste tus temas</Trans> : <Trans>Marca tus temas</Trans>,
      note: <Trans>Así te encuentra quien trabaja en lo mismo</Trans>,
      isDone: hasTopics,
    },
    {
      key: 'group',
      to: '/groups',
      icon: 'groups',
      title: isInGroup ? <Trans>Entraste a un grupo</Trans> : <Trans>Pide entrar a un grupo</Trans>,
      note: <Trans>Mira los que hay sobre tus temas</Trans>,
      isDone: isInGroup,
    },
  ];
}

/** Shows the first steps of a new member until all are done. */
export function FirstSteps() {
  const { t } = useLingui();
  const { language } = useMe();
  const [{ data }] = useQuery({
    query: FIRST_STEPS,
    variables: { language },
    requestPolicy: 'cache-and-network',
  });
  if (!data) return null;
  const steps = stepsOf(data);
  const done = steps.filter((step) => step.isDone).length;
  const total = steps.length;
  if (done === total) return null;
  return (
    <section className="stack stack--3">
      <div className="inline between">
        <h2>
          <Trans>Tus primeros pasos</Trans>
        </h2>
        <span className="xs muted num">{t`${done} de ${total}`}</span>
      </div>
      <Rows>
        {steps.map((step) => (
          <StepRow key={step.key} step={step} />
        ))}
      </Rows>
    </section>
  );
}

function StepRow({ step: { isDone, title, note, to, icon } }: { step: FirstStep }) {
  if (isDone) {
    return (
      <Row
        start={<IconTile icon="check" look="done" />}
        title={<span className="muted">{title}</span>}
      />
    );
  }
  return <Row to={to} start={<IconTile icon={icon} look="plain" />} title={title} note={note} />;
}
