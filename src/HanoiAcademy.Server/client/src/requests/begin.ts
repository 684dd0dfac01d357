import type { FeedView } from '../contract/records';
import { newId } from '../link/outbox';
import type { Session } from '../link/session';
import { go } from '../room/places';
import { t } from '../texts/texts';
import { emptyForm } from './form';

/** A new draft of a kind. Begun at a message it quotes it and carries its attachments; it fills in no field. */
export function beginRequest(session: Session, kind: string, about?: FeedView): void {
  const id = `r-${newId().slice(0, 12)}`;
  const mine = session.all('authority').filter((authority) => authority.mine);
  const form = emptyForm(kind, mine.length === 1 ? (mine[0]?.id ?? '') : '', about?.attachments ?? []);
  void session.outbox.act({ kind: 'draft-request', request: id, form, ...(about === undefined ? {} : { about: about.id }) }, { place: `draft.${id}`, label: t('desk.new') });
  go('requests', `request:${id}`);
}
