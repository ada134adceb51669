import type { ReactNode } from 'react';
import { IconTile } from '../../../ui/display/card';
import type { ReportButtonOf } from './own-team';
import type { SupporterPart } from './team.graphql';

interface SupporterRowProps {
  part: SupporterPart;
  note?: ReactNode;
  reportButton: ReportButtonOf;
}

/** A supporter whose part has ended for the viewer, with the button to report them. */
export function SupporterRow({ part, note, reportButton }: SupporterRowProps) {
  return (
    <div className="row row--acts">
      <IconTile icon="support" look="plain" />
      <span className="grow">
        <span className="row__t">{part.workName}</span>
        {note && <span className="row__s">{note}</span>}
      </span>
      <span className="row__acts">{reportButton(part)}</span>
    </div>
  );
}
