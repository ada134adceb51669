import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../ui/actions/button';
import { Card } from '../../ui/display/card';
import { Face } from '../../ui/display/face';
import { RelativeTime } from '../../ui/display/relative-time';
import { AnswerButtons } from './answer-buttons';
import type { Introduction } from './introductions.graphql';
import { useNameOrPlaceholder } from './use-name-or-placeholder';
import { PassOnRequest } from './pass-on-request';
import { IntroductionStateBadge } from './introduction-state-badge';
import { TermNames } from './term-names';
import { usePersonConnection } from './use-person-connection';
import { PersonWork } from './person-work';

interface IntroductionDetailsProps {
  introduction: Introduction;
  onChanged: () => void;
  /** Called after the introducer has decided and may no longer see the introduction. */
  onPassed: () => void;
  /** Menu beside the name, provided by the page. */
  menu: ReactNode;
}

/** Page of an introduction: the other person, their work, the note, and the answer buttons. */
export function IntroductionDetails(props: IntroductionDetailsProps) {
  const { introduction, onChanged, onPassed, menu } = props;
  const { note, isMine, state, toMeet } = introduction;
  if (toMeet) {
    return (
      <PassOnRequest introduction={introduction} toMeet={toMeet} menu={menu} onPassed={onPassed} />
    );
  }
  return (
    <div className="stack stack--5">
      <Who introduction={introduction} menu={menu} />
      <Through introduction={introduction} />
      <PersonWork person={introduction.person} />
      {note && (
        <Card>
          <h2 className="h3">{isMine ? <Trans>Tu nota</Trans> : <Trans>Su nota</Trans>}</h2>
          <p className="lines">{note}</p>
        </Card>
      )}
      <Meaning introduction={introduction} />
      <AnswerButtons introduction={introduction} onChanged={onChanged} />
      {state === 'accepted' && <WhereNow introduction={introduction} />}
    </div>
  );
}

function Who({ introduction, menu }: Pick<IntroductionDetailsProps, 'introduction' | 'menu'>) {
  const { id, person, createdAt } = introduction;
  const name = useNameOrPlaceholder()(person.name);
  return (
    <>
      <div className="inline inline--3 top">
        <Face id={person.personId ?? id} name={name} size="l" />
        <div className="grow stack stack--1">
          <h1>{name}</h1>
          <p className="muted">
            <TermNames terms={person.territories} />
          </p>
        </div>
        {menu}
      </div>
      <span className="inline wrap">
        <IntroductionStateBadge introduction={introduction} />
        <span className="xs muted">
          <RelativeTime at={createdAt} />
        </span>
      </span>
    </>
  );
}

/** Links to conversation and profile after an acceptance. */
function WhereNow({ introduction: { person } }: { introduction: Introduction }) {
  const conversationId = usePersonConnection(person.personId ?? null)?.conversationId;
  return (
    <div className="btns">
      {conversationId && (
        <ButtonLink kind="primary" icon="channel" to={`/channels/${conversationId}`}>
          <Trans>Ir a la conversación</Trans>
        </ButtonLink>
      )}
      {person.personId && (
        <ButtonLink to={`/people/${person.personId}`}>
          <Trans>Ver su perfil</Trans>
        </ButtonLink>
      )}
    </div>
  );
}

function Through({ introduction: { introducer, isMine } }: { introduction: Introduction }) {
  const nameOf = useNameOrPlaceholder();
  if (!introducer) return null;
  const name = nameOf(introducer.name);
  return (
    <p className="xs muted">
      {isMine ? <Trans>A través de {name}</Trans> : <Trans>{name} te pasó este pedido</Trans>}
    </p>
  );
}

/** Explains the consequences of an answer. */
function Meaning({ introduction: { state, isMine, expiresAt } }: { introduction: Introduction }) {
  if (state !== 'waiting') return null;
  return (
    <p className="xs muted">
      {isMine ? (
        <Trans>Si no acepta, no se avisa.</Trans>
      ) : (
        <Trans>
          Si aceptas, se abren las formas de contacto que cada quien eligió para sus aliados y
          aliadas, y tienen una conversación. Si dices “Ahora no”, no se le avisa.
        </Trans>
      )}{' '}
      <Trans>
        Termina <RelativeTime at={expiresAt} />.
      </Trans>
    </p>
  );
}
