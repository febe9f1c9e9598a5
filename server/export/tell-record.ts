import type { CommentDeed, CommentEvent } from '../store/triage.ts';
import type { ExportRecord } from './export-table.ts';

/** An event of a comment's history as programs read it: no number of the database is in it. */
export interface ToldEvent {
  at: string;
  /** The editor's name. */
  actor: string;
  action: CommentDeed['action'];
  /** What it was before and became: a status, or the name of an editor or nobody. */
  from?: string | null;
  to?: string | null;
  tag?: string;
  note?: string;
}

/** A record as programs read it: most have no history, and are that already. */
export const tellRecord = (record: ExportRecord): object =>
  record.history && record.history.length > 0
    ? { ...record, history: record.history.map(tellEvent) }
    : record;

export const tellEvent = ({ at, actor, deed }: CommentEvent): ToldEvent => ({
  ...{ at: at.toISOString(), actor, action: deed.action },
  ...moreOf(deed),
});

function moreOf(deed: CommentDeed): Omit<ToldEvent, 'at' | 'actor' | 'action'> {
  switch (deed.action) {
    case 'status':
      return { from: deed.from, to: deed.to };
    case 'assigned':
      return { from: deed.from?.name ?? null, to: deed.to?.name ?? null };
    case 'tagged':
    case 'untagged':
      return { tag: deed.tag.name };
    case 'noted':
      return { note: deed.note };
    default:
      return {};
  }
}
