import type { ResponseState } from '../amendment.ts';
import type { BatchStatement } from './batch-statement.ts';
import { wordsOf } from './comment-words.ts';

export interface KnownKey {
  site: number;
  key: string;
  /** Null when the amendment window has been closed. */
  id: number | null;
  revision: number;
  until: number;
}

/** Reads keys and keeps everyone else from changing them until the transaction ends. */
export const lockKeys: BatchStatement<{ site: number; key: string }, KnownKey> = {
  name: 'lock-keys',
  text: `
    select site_id as site, encode(response_key.key, 'hex') as key, response_id as id,
           revision_no as revision, amendable_until as until
    from response_key
    join json_to_recordset($1) as row (site bigint, key text)
      on site_id = row.site and response_key.key = decode(row.key, 'hex')
    order by response_key.site_id, response_key.key
    for update of response_key`,
};

export interface KnownResponse extends Omit<ResponseState, 'revisionNo' | 'leftOut'> {
  id: number;
  site: number;
  page: number;
  address: string;
  day: string;
  received: number;
  leftOut: number;
  commented: number;
}

/** Reads responses and keeps everyone else from changing them until the transaction ends. */
export const lockResponses: BatchStatement<{ site: number; id: number }, KnownResponse> = {
  name: 'lock-responses',
  text: `
    select response.id, response.site_id as site, response.page_id as page,
           (select page.address from page
            where page.site_id = response.site_id and page.id = response.page_id) as address,
           response.day, response.received, response.answer, response.rating,
           response.left_out as "leftOut", response.suspicion, response.commented,
           comment.text as comment
    from json_to_recordset($1) as row (site bigint, id bigint)
    join response on response.site_id = row.site and response.id = row.id
    left join comment
      on comment.site_id = response.site_id and comment.response_id = response.id
    order by response.site_id, response.id
    for update of response`,
};

/** Tells which comments editors have given a status; their responses are locked. */
export const findHandled: BatchStatement<{ site: number; id: number }, { id: number }> = {
  name: 'find-handled',
  text: `
    select comment_work.response_id as id
    from json_to_recordset($1) as row (site bigint, id bigint)
    join comment_work on comment_work.site_id = row.site and comment_work.response_id = row.id
    where comment_work.status <> 'new'`,
};

/** Tells which page has got the answers of the one at an address. */
export const findSuccessor: BatchStatement<{ site: number; address: string }, { page: number }> = {
  name: 'find-successor',
  text: `
    select page.merged_into as page
    from json_to_recordset($1) as row (site bigint, address text)
    join page on page.site_id = row.site and page.address = row.address collate "C"
    where page.merged_into is not null`,
};

export interface AmendmentInput extends Omit<ResponseState, 'leftOut'> {
  id: number;
  site: number;
  page: number;
  key: string;
  leftOut: number;
  /** When the comment was written that is new; absent when the comment stays as it is. */
  commentReceived: number | undefined;
  /** The words of a comment that is new. */
  exact?: string;
  folded?: string;
}

/** Writes what has become of responses that were amended. */
export const amendResponses: BatchStatement<AmendmentInput, never> = {
  name: 'amend-responses',
  text: `
    with input as materialized (
      select * from json_to_recordset($1) as row (
        id bigint, site bigint, page bigint, key text, "revisionNo" int, answer text, rating int,
        "leftOut" int, suspicion text, comment text, "commentReceived" bigint,
        exact text, folded text)
    ), numbered as (
      update response_key set revision_no = input."revisionNo" from input
      where site_id = input.site and response_key.key = decode(input.key, 'hex')
    ), amended as (
      update response set answer = input.answer, rating = input.rating,
        commented = greatest(commented, (input.comment is not null)::int), left_out = input."leftOut",
        suspicion = input.suspicion
      from input where response.site_id = input.site and response.id = input.id
    ), commented as (
      insert into comment (response_id, site_id, page_id, received, text)
      select id, site, page, "commentReceived", comment from input
      where "commentReceived" is not null
      on conflict (site_id, response_id) do update set text = excluded.text
    )
    insert into comment_words (response_id, site_id, words)
    select id, site, ${wordsOf('exact', 'folded', 'site')} from input
    where "commentReceived" is not null
    on conflict (site_id, response_id) do update set words = excluded.words`,
};
