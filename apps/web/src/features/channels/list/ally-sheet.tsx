import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ButtonLink } from '../../../ui/actions/button';
import { Sheet } from '../../../ui/actions/sheet';
import { Face } from '../../../ui/display/face';
import { Row, Rows } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import { EmptyState } from '../../../ui/page/empty-state';
import type { ChannelListItem } from './listed-channels.graphql';

/** From this number of allies on, a search field is shown. */
const MANY = 8;

interface AllySheetProps {
  channels: readonly ChannelListItem[];
  onClose: () => void;
}

/** Chooses an ally and opens the conversation with them. */
export function AllySheet({ channels, onClose }: AllySheetProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const allies = channels
    .filter(({ allyId, isEnded }) => allyId !== null && !isEnded)
    .sort((a, b) => a.name.localeCompare(b.name, i18n.locale));
  const found = allies.filter(({ name }) => plain(name).includes(plain(words)));
  const open = (id: string) => {
    onClose();
    void navigate(`/channels/${id}`);
  };
  return (
    <Sheet isOpen onClose={onClose} title={<Trans>Escribir a alguien</Trans>}>
      {allies.length >= MANY && (
        <TextField
          label={t`Nombre`}
          value={words}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {found.length > 0 && (
        <Rows label={t`Aliadas y aliados`}>
          {found.map(({ id, allyId, name }) => (
            <Row
              key={id}
              start={<Face id={allyId ?? id} name={name} size="s" />}
              title={name}
              onClick={() => open(id)}
            />
          ))}
        </Rows>
      )}
      {allies.length === 0 ? (
        <Nobody />
      ) : (
        <p className="muted" role="status">
          {found.length === 0 && <Trans>No hay nadie con ese nombre entre tus alianzas.</Trans>}
        </p>
      )}
      {allies.length > 0 && (
        <ButtonLink kind="text" to="/people">
          <Trans>Conocer a alguien más</Trans>
        </ButtonLink>
      )}
    </Sheet>
  );
}

/** Normalises for a comparison without case and accents. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

function Nobody() {
  return (
    <EmptyState
      title={<Trans>Aún no tienes alianzas</Trans>}
      actions={
        <ButtonLink kind="primary" to="/people">
          <Trans>Ver gente</Trans>
        </ButtonLink>
      }
    >
      <Trans>Cuando dos personas aceptan una presentación, pueden escribirse aquí.</Trans>
    </EmptyState>
  );
}
