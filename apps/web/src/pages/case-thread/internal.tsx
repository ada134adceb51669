import { ThreadPage } from '.';

/** The internal thread of a case. */
export default function InternalThreadPage() {
  return <ThreadPage place="internal" />;
}
