import { isNewRevision, toldDay } from '../../revisions/told-day.ts';
import type { IncomingResponse } from '../store.ts';
import type { AppendStatements } from './append-statements.ts';

/** The pages of one batch of answers: each is read once and written once. */
export interface AppendPages {
  /**
   * @param mayDescribe whether the answer may tell the page's title, language and last update
   * @returns the page's number; a new page is stored at once
   */
  place: (incoming: IncomingResponse, mayDescribe: boolean) => number;
  /** Writes what the batch has told about the pages. */
  write: () => void;
}

interface PageState {
  id: number;
  /** Its own address; an answer to the address of a page that was merged into it has another. */
  address: string;
  siteId: number;
  title: string | null;
  language: string | null;
  lastReceived: number;
  updated: string | null;
  isChanged: boolean;
  /** Whether the batch has told a later update than was known. */
  isRevised: boolean;
}

type PageStatements = Pick<
  AppendStatements,
  'findPage' | 'findAddress' | 'insertPage' | 'updatePage' | 'insertRevision'
>;

export function createAppendPages(statements: PageStatements): AppendPages {
  /** By their addresses, for each site: to join both to one name costs more. */
  const sites = new Map<number, Map<string, PageState>>();

  function pageOf({
    siteId,
    address,
    received,
  }: Pick<IncomingResponse, 'siteId' | 'address' | 'received'>): PageState {
    let pages = sites.get(siteId);
    if (!pages) sites.set(siteId, (pages = new Map<string, PageState>()));
    let page = pages.get(address);
    if (page) return page;
    const known = statements.findPage.get(siteId, address);
    if (typeof known?.mergedInto === 'number') {
      const successor = statements.findAddress.get(known.mergedInto);
      if (successor) return pageOf({ siteId, received, ...successor });
    }
    page = known
      ? { ...known, address, siteId, isChanged: false, isRevised: false }
      : {
          id: Number(
            statements.insertPage.run(siteId, address, received.getTime()).lastInsertRowid,
          ),
          address,
          siteId,
          title: null,
          language: null,
          lastReceived: received.getTime(),
          updated: null,
          isChanged: false,
          isRevised: false,
        };
    pages.set(address, page);
    return page;
  }

  return {
    place(incoming, mayDescribe) {
      const page = pageOf(incoming);
      const describes = mayDescribe && page.address === incoming.address;
      const received = incoming.received.getTime();
      const title = (describes && incoming.content.title) || page.title;
      const language = (describes && incoming.content.pageLanguage) || page.language;
      if (received > page.lastReceived || title !== page.title || language !== page.language) {
        page.isChanged = true;
        page.title = title;
        page.language = language;
        page.lastReceived = Math.max(received, page.lastReceived);
      }
      const told = describes ? toldDay(incoming.content.pageUpdated, incoming.day) : null;
      if (isNewRevision(told, page.updated)) {
        page.updated = told;
        page.isChanged = page.isRevised = true;
      }
      return page.id;
    },
    write() {
      for (const page of [...sites.values()].flatMap((pages) => [...pages.values()])) {
        const { id, siteId, title, language, lastReceived, updated } = page;
        if (page.isChanged) statements.updatePage.run(title, language, lastReceived, updated, id);
        if (page.isRevised) statements.insertRevision.run(siteId, id, updated);
      }
    },
  };
}
