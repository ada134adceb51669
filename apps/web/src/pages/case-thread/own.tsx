import { ThreadPage } from '.';

/** The conversation of the viewer's own request. */
export default function OwnThreadPage() {
  return <ThreadPage place="own" />;
}
