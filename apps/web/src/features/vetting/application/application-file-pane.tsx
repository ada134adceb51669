import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Tags } from '../../../ui/display/chip';
import { Icon } from '../../../ui/display/icon';
import { ClaimBadge } from '../../../ui/people/queue-row';
import { relativeTime } from '../../../lib/text/relative-time';
import { RelativeTime } from '../../../ui/display/relative-time';
import { AppealSection } from './appeal-section';
import type { ApplicationFile } from '../desk/desk.graphql';
import { EarlierDecisions } from './earlier-decisions';
import { minutesUntil, useNow } from '../../../lib/page/use-now';
import { ApplicationVouches } from './application-vouches';
import { ACQUAINTANCE_LABELS } from './vetting-labels';

/** Shows an application as the applicant wrote it. */
export function ApplicationFilePane({ file }: { file: ApplicationFile }) {
  const { answers } = file;
  const territories = answers.territories.map((term) => term.shortName).join(' · ');
  const tags = [
    ...answers.issueAreas.map((term) => term.shortName),
    territories,
    answers.languages.map((term) => term.shortName).join(', '),
  ].filter((tag) => tag !== '');
  return (
    <>
      <Heading file={file} />
      <Tags items={tags} />
      <EarlierDecisions file={file} />
      {file.appeal && <AppealSection appeal={file.appeal} />}
      <Answers file={file} />
      <p className="xs muted inline top">
        <Icon name="trash" size="s" />
        <span>
          <Trans>
            Este expediente se destruye 14 días después de la decisión. Abrirlo quedó en el
            registro.
          </Trans>
        </span>
      </p>
    </>
  );
}

function Answers({ file }: { file: ApplicationFile }) {
  const { answers, vouches } = file;
  return (
    <dl>
      <Answer title={<Trans>Qué hace</Trans>} isUnsaid={answers.unsaid.includes('practices')}>
        {answers.practices.map((term) => term.name).join(' · ')}
        {answers.work && <Said text={answers.work} />}
      </Answer>
      <Answer
        title={<Trans>Para qué quiere entrar</Trans>}
        isUnsaid={answers.unsaid.includes('hopes')}
      >
        <Said text={answers.hopes} />
      </Answer>
      <Answer
        title={
          <Trans>
            Quién la conoce · <Plural value={vouches.length} one="# aval" other="# avales" />
          </Trans>
        }
        isUnsaid={answers.unsaid.includes('known') && vouches.length === 0}
      >
        <Known file={file} />
      </Answer>
      <Questions file={file} />
    </dl>
  );
}

function Heading({ file: { submittedAt, answers, claimEndsAt } }: { file: ApplicationFile }) {
  const { i18n } = useLingui();
  const now = useNow();
  const when = relativeTime(i18n.locale, Date.parse(submittedAt), now);
  const minutes = claimEndsAt ? minutesUntil(claimEndsAt, now) : 0;
  return (
    <div className="inline between top wrap">
      <div className="stack stack--1">
        <span className="eyebrow">
          <Trans>Postulación · {when}</Trans>
        </span>
        <h1>{answers.name}</h1>
      </div>
      {minutes > 0 && (
        <span className="only-m">
          <ClaimBadge claim="mine" minutesLeft={minutes} />
        </span>
      )}
    </div>
  );
}

function Answer(props: { title: ReactNode; isUnsaid: boolean; children: ReactNode }) {
  return (
    <div className="qa">
      <dt>{props.title}</dt>
      <dd className="stack stack--3">
        {props.isUnsaid ? (
          <i className="muted">
            <Trans>Prefiere no decir</Trans>
          </i>
        ) : (
          props.children
        )}
      </dd>
    </div>
  );
}

const Said = ({ text }: { text: string }) => <span className="said">{text}</span>;

function Known({ file }: { file: ApplicationFile }) {
  const { i18n } = useLingui();
  const { answers } = file;
  const kind = answers.knownKind && ACQUAINTANCE_LABELS[answers.knownKind];
  return (
    <>
      {kind && <span>{i18n._(kind)}</span>}
      {answers.known && <Said text={answers.known} />}
      <ApplicationVouches file={file} />
    </>
  );
}

function Questions({ file: { questions } }: { file: ApplicationFile }) {
  return questions.map(({ id, body, createdAt, answer, answeredAt }) => (
    <div className="qa" key={id}>
      <dt>
        <Trans>
          Pregunta · <RelativeTime at={createdAt} />
        </Trans>
      </dt>
      <dd className="stack stack--3">
        <span className="said">{body}</span>
        {answeredAt && answer ? (
          <span className="said quote">{answer}</span>
        ) : (
          <i className="muted">
            <Trans>Espera respuesta</Trans>
          </i>
        )}
      </dd>
    </div>
  ));
}
