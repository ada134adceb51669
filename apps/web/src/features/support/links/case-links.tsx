import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/actions/button';
import { ConfirmedMutationButton } from '../../../ui/actions/confirmed-mutation';
import { useToast } from '../../../ui/actions/toast';
import { Card } from '../../../ui/display/card';
import { LoadFailed } from '../../../ui/page/load-failed';
import { useAuthorLabel } from '../threads/use-author-label';
import { LinkForm } from './link-form';
import { type CaseLink, REMOVE_CASE_LINK } from './links.graphql';
import { useCaseLinks } from './use-case-links';

interface CaseLinksProps {
  requestId: string;
  /** Whether the viewer adds and removes links; the partner side only reads them. */
  canManage: boolean;
}

/** The links of a case, which both of its sides see. Renders nothing for who can neither read nor add one. */
export function CaseLinks({ requestId, canManage }: CaseLinksProps) {
  const { links, problem, again } = useCaseLinks(requestId);
  // The page of the case says that the viewer may no longer read it.
  if (problem?.code === 'NOT_FOUND' || (!links && !problem)) return null;
  if (links?.length === 0 && !canManage) return null;
  return (
    <Card className="stack--3">
      <h2>
        <Trans>Enlaces</Trans>
      </h2>
      <p className="xs muted">
        <Trans>
          Los ven solo las personas de este caso y se destruyen con él. Se abren fuera de Trama:
          mira antes a qué sitio llevan.
        </Trans>
      </p>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {links && links.length > 0 && (
        <ul className="rows links">
          {links.map((link) => (
            <LinkItem key={link.id} {...{ requestId, canManage, link, again }} />
          ))}
        </ul>
      )}
      {links && canManage && <AddLink {...{ requestId, again }} isFirst={links.length === 0} />}
    </Card>
  );
}

interface AddLinkProps {
  requestId: string;
  isFirst: boolean;
  again: () => void;
}

function AddLink({ requestId, isFirst, again }: AddLinkProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [form, setForm] = useState<'unopened' | 'open' | 'closed'>('unopened');
  const onDone = () => {
    setForm('closed');
    toast({ text: t`Enlace sumado` });
    again();
  };
  if (form === 'open')
    return <LinkForm {...{ requestId, onDone }} onCancel={() => setForm('closed')} />;
  return (
    <>
      {isFirst && (
        <p>
          <Trans>
            Todavía no hay enlaces. Aquí puedes dejar una guía, un documento o una carpeta.
          </Trans>
        </p>
      )}
      <span>
        <Button small icon="plus" autoFocus={form === 'closed'} onClick={() => setForm('open')}>
          <Trans>Sumar un enlace</Trans>
        </Button>
      </span>
    </>
  );
}

interface LinkItemProps extends CaseLinksProps {
  link: CaseLink;
  again: () => void;
}

function LinkItem({ requestId, canManage, link, again }: LinkItemProps) {
  const labelOf = useAuthorLabel();
  const { name, url, authorName, isBySupporter, isByRequester, isOwn } = link;
  const author = labelOf({ authorName, isSupporter: isBySupporter, isRequester: isByRequester });
  return (
    <li className="stack stack--1">
      <a className="breakable" href={url} target="_blank" rel="noreferrer noopener">
        {name}
      </a>
      <span className="breakable">{new URL(url).host}</span>
      <span className="xs muted">
        {isOwn ? <Trans>Lo sumaste</Trans> : <Trans>Lo sumó: {author}</Trans>}
      </span>
      <span className="wrap">
        <CopyButton {...{ name, url }} />
        {canManage && <RemoveButton {...{ requestId, link, again }} />}
      </span>
    </li>
  );
}

function CopyButton({ name, url }: Pick<CaseLink, 'name' | 'url'>) {
  const { t } = useLingui();
  const toast = useToast();
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => toast({ text: t`Enlace copiado` }),
      () => toast({ text: t`No se pudo copiar`, icon: 'alert' }),
    );
  return (
    <Button small icon="copy" aria-label={t`Copiar el enlace: ${name}`} onClick={() => void copy()}>
      <Trans>Copiar</Trans>
    </Button>
  );
}

function RemoveButton({ requestId, link, again }: Omit<LinkItemProps, 'canManage'>) {
  const { t } = useLingui();
  const { name } = link;
  return (
    <ConfirmedMutationButton
      document={REMOVE_CASE_LINK}
      variables={{ input: { requestId, linkId: link.id } }}
      label={<Trans>Quitar</Trans>}
      ariaLabel={t`Quitar el enlace: ${name}`}
      title={<Trans>¿Quitar «{name}»?</Trans>}
      actLabel={<Trans>Quitar</Trans>}
      actKind="danger"
      done={t`Enlace quitado`}
      onDone={again}
    >
      <Trans>
        Deja de verse para todas las personas del caso y no se puede deshacer. Lo que hay en ese
        sitio no se borra.
      </Trans>
    </ConfirmedMutationButton>
  );
}
