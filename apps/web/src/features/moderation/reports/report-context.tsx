import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { gql, useQuery } from 'urql';
import type { ReportContextQuery, ReportContextQueryVariables } from '../../../gql/types';
import { useAuthorName } from '../../../ui/messages/author-name';
import { Check } from '../../../ui/forms/choice';
import type { ReportTarget } from './report-sheet';

const REPORT_CONTEXT = gql<ReportContextQuery, ReportContextQueryVariables>`
  query ReportContext($messageId: ID!) {
    reportContext(messageId: $messageId) {
      id
      authorName
      body
      fileNames
      isBefore
      isNearest
    }
  }
`;

type Near = ReportContextQuery['reportContext'][number];

interface Context {
  near: readonly Near[];
  /** Ids of the messages to forward; null while loading and for reports of anything but a message. */
  chosen: string[] | null;
  toggle: (id: string) => void;
}

/**
 * Messages around a reported message. The nearest are selected until the reporter changes the selection. A message of a
 * case goes alone.
 */
export function useReportContext({ subject, subjectId }: ReportTarget, isOfCase: boolean): Context {
  const [{ data }] = useQuery({
    query: REPORT_CONTEXT,
    variables: { messageId: subjectId },
    pause: subject !== 'Message' || isOfCase,
  });
  const [own, setOwn] = useState<string[]>();
  const near = data?.reportContext ?? [];
  const chosen = own ?? near.filter(({ isNearest }) => isNearest).map(({ id }) => id);
  const toggle = (id: string) => {
    const others = chosen.filter((one) => one !== id);
    setOwn(others.length < chosen.length ? others : [...chosen, id]);
  };
  return { near, chosen: data ? chosen : null, toggle };
}

/** Lets the reporter exclude single messages, because other people wrote them. */
export function ReportContext({ context }: { context: Context }) {
  const { near, chosen, toggle } = context;
  if (near.length === 0) return null;
  const part = (isBefore: boolean) =>
    near
      .filter((one) => one.isBefore === isBefore)
      .map(({ id, authorName, body, fileNames }) => (
        <Check key={id} checked={chosen?.includes(id) ?? false} onChange={() => toggle(id)}>
          <span className="clamp">
            <AuthorName name={authorName} /> {[body, ...fileNames].filter(Boolean).join(' · ')}
          </span>
        </Check>
      ));
  return (
    <fieldset className="field">
      <legend>
        <Trans>¿Qué otros mensajes ayudan a entenderlo?</Trans>
      </legend>
      {part(true)}
      <p className="xs muted">
        <Trans>El mensaje que reportas</Trans>
      </p>
      {part(false)}
    </fieldset>
  );
}

function AuthorName({ name }: { name: string }) {
  return <b>{useAuthorName(name)}</b>;
}
