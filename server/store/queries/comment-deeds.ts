import type { AuditEntry } from '../audit-log.ts';
import type { CommentChange, CommentDeed, CommentEvent, CommentWork } from '../triage.ts';

/** A comment as it is, with all that a change may change. */
export type CommentState = CommentWork & { leftOut: boolean };

/** The tags and the people that comments of a site may be given, by number. */
export type Choices = Record<'tags' | 'people', Map<number, { id: number; name: string }>>;

/** What a change does to a comment as it is; nothing when it is like that already. */
export function deedsOf(state: CommentState, change: CommentChange, { tags, people }: Choices) {
  const { status, assigneeId, addTags = [], removeTags = [], leftOut } = change;
  const deeds: CommentDeed[] = [];
  if (status !== undefined && status !== state.status) {
    deeds.push({ action: 'status', from: state.status, to: status });
  }
  const to = typeof assigneeId === 'number' ? people.get(assigneeId) : assigneeId;
  if (to !== undefined && to?.id !== state.assignee?.id) {
    deeds.push({ action: 'assigned', from: state.assignee, to });
  }
  const has = (id: number) => state.tags.some((tag) => tag.id === id);
  for (const id of new Set(addTags)) {
    const tag = tags.get(id);
    if (tag && !has(id)) deeds.push({ action: 'tagged', tag });
  }
  for (const tag of state.tags) {
    if (removeTags.includes(tag.id)) deeds.push({ action: 'untagged', tag });
  }
  if (leftOut !== undefined && leftOut !== state.leftOut) {
    deeds.push({ action: leftOut ? 'left-out' : 'counted' });
  }
  return deeds;
}

/** The change that does these deeds and nothing else. */
export function changeOf(deeds: CommentDeed[]): CommentChange {
  const change: CommentChange = {};
  for (const deed of deeds) {
    if (deed.action === 'status') change.status = deed.to;
    if (deed.action === 'assigned') change.assigneeId = deed.to?.id ?? null;
    if (deed.action === 'tagged') change.addTags = [...(change.addTags ?? []), deed.tag.id];
    if (deed.action === 'untagged') change.removeTags = [...(change.removeTags ?? []), deed.tag.id];
    if (deed.action === 'left-out' || deed.action === 'counted') {
      change.leftOut = deed.action === 'left-out';
    }
  }
  return change;
}

/** A change together with what takes one event back. */
export function takenBack(change: CommentChange, { deed }: CommentEvent): CommentChange {
  const { addTags = [], removeTags = [] } = change;
  switch (deed.action) {
    case 'status':
      return { ...change, status: deed.from };
    case 'assigned':
      return { ...change, assigneeId: deed.from?.id ?? null };
    case 'tagged':
      return { ...change, removeTags: [...removeTags, deed.tag.id] };
    case 'untagged':
      return { ...change, addTags: [...addTags, deed.tag.id] };
    case 'left-out':
    case 'counted':
      return { ...change, leftOut: deed.action === 'counted' };
    case 'masked':
    case 'noted':
      return change;
  }
}

export function actionOf({ leftOut, ...more }: CommentChange): AuditEntry['action'] {
  if (more.status === 'handed-over') return 'comment-handed-over';
  return leftOut !== undefined && Object.keys(more).length === 0
    ? 'score-changed'
    : 'comment-changed';
}

/** What the audit log tells of deeds; the tags are editors' words, never a visitor's. */
export function detailOf(deeds: CommentDeed[]): AuditEntry['detail'] {
  const detail: AuditEntry['detail'] = {};
  for (const deed of deeds) {
    if (deed.action === 'status') detail['status'] = deed.to;
    if (deed.action === 'assigned') detail['assignee'] = deed.to?.name ?? null;
    if (deed.action === 'left-out' || deed.action === 'counted') {
      detail['leftOut'] = deed.action === 'left-out';
    }
  }
  for (const action of ['tagged', 'untagged'] as const) {
    const names = deeds.flatMap((deed) => (deed.action === action ? [deed.tag.name] : []));
    if (names.length > 0) detail[action] = [...new Set(names)].join(', ');
  }
  return detail;
}
