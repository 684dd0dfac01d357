import type { Place, Push, Start } from '../contract/messages';
import type { ViewRecord } from '../contract/records';

/** One audience's view as this client has it. */
export interface Stream extends Place {
  records: ReadonlyMap<string, ViewRecord>;
}

export const nothing: Stream = { epoch: '', seq: -1, records: new Map() };

/** What a page brought of a view that was too large for it: shown at once, and asked for whole as soon as there is a link. */
export function part(start: Start & { full: true }): Stream {
  return { epoch: '', seq: -1, records: new Map(Object.entries(start.records)) };
}

/** Null: something is missing before this push, ask for it. The very same stream: it was known already. */
export function merge(stream: Stream, push: Push): Stream | null {
  if (push.epoch !== stream.epoch) return null;
  if (push.seq <= stream.seq) return stream;
  if (push.seq !== stream.seq + 1) return null;
  const records = new Map(stream.records);
  for (const key of push.rm) records.delete(key);
  for (const [key, record] of Object.entries(push.up)) records.set(key, record);
  return { epoch: push.epoch, seq: push.seq, records };
}

/** What a join answered: the whole view, or what came after the place we named. */
export function begin(stream: Stream, start: Start): Stream | null {
  if (start.full) return { epoch: start.epoch, seq: start.seq, records: new Map(Object.entries(start.records)) };
  let now: Stream | null = stream;
  for (const push of start.messages) {
    now = merge(now, push);
    if (now === null) return null;
  }
  return now.epoch === start.epoch && now.seq >= start.seq ? now : null;
}
