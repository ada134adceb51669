import { Trans } from '@lingui/react/macro';
import { IconTile, Row, Rows } from '../../../ui/display/card';

/** Links to the settings for working hours, checklist, review templates and search synonyms. */
export function DeskSettingsRows() {
  return (
    <Rows>
      <Row
        to="/admin/settings/hours"
        start={<IconTile icon="clock" />}
        title={<Trans>Horario de apoyo</Trans>}
        note={<Trans>Qué días y horas cuentan para contestar los pedidos</Trans>}
      />
      <Row
        to="/admin/settings/checklist"
        start={<IconTile icon="desk" />}
        title={<Trans>Lo que se mira antes de opinar</Trans>}
        note={<Trans>La lista que marca quien lee una postulación</Trans>}
      />
      <Row
        to="/admin/settings/templates"
        start={<IconTile icon="edit" />}
        title={<Trans>Textos para empezar</Trans>}
        note={<Trans>Preguntas, razones para sí y para no</Trans>}
      />
      <Row
        to="/admin/settings/support-templates"
        start={<IconTile icon="edit" />}
        title={<Trans>Plantillas de apoyo</Trans>}
        note={<Trans>Para contestar un pedido desde un texto listo</Trans>}
      />
      <Row
        to="/admin/settings/words"
        start={<IconTile icon="search" />}
        title={<Trans>Palabras con que se busca</Trans>}
        note={<Trans>Las suma y las quita una sola persona de administración</Trans>}
      />
    </Rows>
  );
}
