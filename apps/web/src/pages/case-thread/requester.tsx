import { ThreadPage } from '.';

/** The conversation with the requester of a case. */
export default function RequesterThreadPage() {
  return <ThreadPage place="requester" />;
}
