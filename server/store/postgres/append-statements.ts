import type { ResponseState } from '../amendment.ts';
import type { BatchStatement } from './batch-statement.ts';
import { wordsOf } from './comment-words.ts';

export interface KeyInput {
  /** The place of the answer in its batch. */
  n: number;
  site: number;
  /** The key's bytes in hexadecimal digits. */
  key: string;
  address: string;
  revision: number;
  until: number;
}

/**
 * Stores the keys that are not known yet. A key that another instance is storing at this
 * moment is waited for; it is then known. Tells which are new, with the numbers of
 * their responses, and the pages that are known.
 */
export const claimKeys: BatchStatement<
  KeyInput,
  { n: number; id: number | null; page: number | null; merged: boolean }
> = {
  name: 'claim-keys',
  text: `
    with input as materialized (
      select *, nextval('response_number') as id
      from json_to_recordset($1) as
        row (n int, site bigint, key text, address text, revision int, until bigint)
      order by n
    ), claimed as (
      insert into response_key (site_id, key, response_id, revision_no, amendable_until)
      select site, decode(key, 'hex'), id, revision, until from input order by site, key
      on conflict (site_id, key) do nothing
      returning response_id
    )
    select input.n, claimed.response_id as id, coalesce(page.merged_into, page.id) as page,
           page.merged_into is not null as merged
    from input
    left join claimed on claimed.response_id = input.id
    left join page on page.site_id = input.site and page.address = input.address collate "C"`,
};

/** Makes pages; one that another instance has made meanwhile is as good. */
export const addPages: BatchStatement<
  { site: number; address: string; received: number },
  { site: number; address: string; page: number }
> = {
  name: 'add-pages',
  text: `
    insert into page (site_id, address, last_received)
    select site, address, received
    from json_to_recordset($1) as row (site bigint, address text, received bigint)
    order by site, address collate "C"
    on conflict (site_id, address) do update set last_received = page.last_received
    returning site_id as site, address, coalesce(merged_into, id) as page`,
};

export interface ResponseInput extends Omit<ResponseState, 'revisionNo' | 'leftOut'> {
  id: number;
  site: number;
  page: number;
  day: string;
  received: number;
  survey: string;
  pageLanguage: string | undefined;
  widgetLanguage: string | undefined;
  pageUpdated: string | undefined;
  leftOut: number;
  /** The words of a comment that is new. */
  exact?: string;
  folded?: string;
}

/** Stores responses with their comments. */
export const addResponses: BatchStatement<ResponseInput, never> = {
  name: 'add-responses',
  text: `
    with input as materialized (
      select * from json_to_recordset($1) as row (
        id bigint, site bigint, page bigint, day text, received bigint, answer text,
        rating int, survey text, "pageLanguage" text, "widgetLanguage" text, "pageUpdated" text,
        "leftOut" int, suspicion text, comment text, exact text, folded text)
    ), stored as (
      insert into response (id, site_id, page_id, day, received, answer, rating, survey,
        page_language, widget_language, page_updated, commented, left_out, suspicion)
      select id, site, page, day, received, answer, rating, survey, "pageLanguage",
        "widgetLanguage", "pageUpdated", (comment is not null)::int, "leftOut", suspicion
      from input
    ), commented as (
      insert into comment (response_id, site_id, page_id, received, text)
      select id, site, page, received, comment from input where comment is not null
    )
    insert into comment_words (response_id, site_id, words)
    select id, site, ${wordsOf('exact', 'folded', 'site')} from input where comment is not null`,
};
