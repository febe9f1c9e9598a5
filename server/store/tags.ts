import type { By } from './moderation.ts';

/** A word with which editors sort a site's comments. */
export interface Tag {
  id: number;
  name: string;
}

/** The most tags a site may have: with more, nobody finds the right one. */
export const mostTags = 15;

/** The most characters of a tag's name. */
export const longestTagName = 40;

/** The tag that each site has from the start. */
export const firstTag = 'Övrigt';

/** Why a tag's name was not taken. */
export type TagFault = 'taken' | 'too-many' | 'gone';

/** A site's tags. Each change is audited. */
export interface Tags {
  /** In the site's own order. */
  listTags(siteId: number): Promise<Tag[]>;
  /** @returns why it was not added; null when it was */
  addTag(siteId: number, name: string, by: By): Promise<TagFault | null>;
  /**
   * @param was the name that the administrator saw: when it is no longer that, it is `gone`
   * @returns why it was not renamed; null when it was
   */
  renameTag(siteId: number, tag: Tag & { was: string }, by: By): Promise<TagFault | null>;
  /** Moves a tag one place up or down; returns whether it could. */
  moveTag(siteId: number, tagId: number, direction: 'up' | 'down', by: By): Promise<boolean>;
  /** How many comments carry a tag. */
  countTagged(siteId: number, tagId: number): Promise<number>;
  /** Deletes a tag with that name, also from the comments that carry it; returns whether it was there. */
  deleteTag(siteId: number, tag: Tag, by: By): Promise<boolean>;
}
