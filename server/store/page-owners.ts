import type { By } from './moderation.ts';

/** One page, and who answers for it from now on. */
export interface OwnerChange {
  siteId: number;
  pageId: number;
  /** Null when nobody shall. */
  ownerId: number | null;
  /** Who answered for it when the editor chose: then nobody's choice is overwritten unseen. */
  was: number | null;
}

/** The pages of a section, and who answers for them from now on. */
export interface SectionOwner {
  siteId: number;
  /** Addresses without a slash at the end, one for each origin of the site. */
  sections: string[];
  ownerId: number | null;
  /** Leaves pages alone that somebody answers for. */
  onlyNobodys: boolean;
}

export interface SectionSums {
  pages: number;
  /** How many of them somebody answers for. */
  owned: number;
}

/** Who answers for pages. */
export interface PageOwners {
  findOwner(siteId: number, pageId: number): Promise<{ id: number; name: string } | null>;
  /** @returns false when another than `was` answers for the page; nothing was changed */
  setOwner(
    change: OwnerChange,
    by: By & { address: string; ownerName: string | null },
  ): Promise<boolean>;
  countSection(siteId: number, sections: string[]): Promise<SectionSums>;
  /** @returns how many pages were changed */
  setSectionOwner(
    change: SectionOwner,
    by: By & { section: string; ownerName: string | null },
  ): Promise<number>;
  /** The numbers of the pages that somebody answers for. */
  listOwnedPages(editorId: number): Promise<Set<number>>;
}
