import type { IncomingResponse } from '../store.ts';
import type { AppendStatements } from './append-statements.ts';

/** The pages of one batch of answers: each is read once and written once. */
export interface AppendPages {
  /**
   * @param describes whether the answer may tell the page's title and language
   * @returns the page's number; a new page is stored at once
   */
  place: (incoming: IncomingResponse, describes: boolean) => number;
  /** Writes what the batch has told about the pages. */
  write: () => void;
}

interface PageState {
  id: number;
  title: string | null;
  language: string | null;
  lastReceived: number;
  isChanged: boolean;
}

type PageStatements = Pick<AppendStatements, 'findPage' | 'insertPage' | 'updatePage'>;

export function createAppendPages(statements: PageStatements): AppendPages {
  const pages = new Map<string, PageState>();

  function pageOf({ siteId, address, received }: IncomingResponse): PageState {
    const name = `${siteId} ${address}`;
    let page = pages.get(name);
    if (page) return page;
    const known = statements.findPage.get(siteId, address);
    page = known
      ? { ...known, isChanged: false }
      : {
          id: Number(
            statements.insertPage.run(siteId, address, received.getTime()).lastInsertRowid,
          ),
          title: null,
          language: null,
          lastReceived: received.getTime(),
          isChanged: false,
        };
    pages.set(name, page);
    return page;
  }

  return {
    place(incoming, describes) {
      const page = pageOf(incoming);
      const received = incoming.received.getTime();
      const title = (describes && incoming.content.title) || page.title;
      const language = (describes && incoming.content.pageLanguage) || page.language;
      if (received > page.lastReceived || title !== page.title || language !== page.language) {
        page.isChanged = true;
        page.title = title;
        page.language = language;
        page.lastReceived = Math.max(received, page.lastReceived);
      }
      return page.id;
    },
    write() {
      for (const { id, title, language, lastReceived, isChanged } of pages.values()) {
        if (isChanged) statements.updatePage.run(title, language, lastReceived, id);
      }
    },
  };
}
