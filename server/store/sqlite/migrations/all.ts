import type { Migration } from 'kysely/migration';
import * as first from './0001-first.ts';
import * as reviewWork from './0002-review-work.ts';
import * as sinceEdit from './0003-since-edit.ts';
import * as inbox from './0004-inbox.ts';

/** Every migration by its number. One that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-review-work': reviewWork,
  '0003-since-edit': sinceEdit,
  '0004-inbox': inbox,
};
