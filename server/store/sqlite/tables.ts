import type { Generated } from 'kysely';
import type { Answer } from '../../contract/response-schema.ts';

/** The columns of each table, for typed queries. Moments are milliseconds since 1970 (UTC). */
export interface Tables {
  site: {
    id: Generated<number>;
    key: string;
    name: string;
    fold_www: number;
    query_parameters: string;
    allowed_numbers: string;
  };
  site_origin: { origin: string; site_id: number; position: number };
  page: {
    id: Generated<number>;
    site_id: number;
    address: string;
    title: string | null;
    language: string | null;
    last_received: number;
  };
  response: {
    id: Generated<number>;
    page_id: number;
    day: string;
    received: number;
    answer: Answer;
    rating: number | null;
    survey: string;
    page_language: string | null;
    widget_language: string | null;
    page_updated: string | null;
  };
  comment: { response_id: number; page_id: number; received: number; text: string };
  response_key: {
    key: Uint8Array;
    response_id: number | null;
    revision_no: number;
    amendable_until: number;
  };
  page_day: {
    page_id: number;
    day: string;
    yes: number;
    no: number;
    partly: number;
    comments: number;
  };
  editor: { id: Generated<number>; name: string; language: string | null };
  editor_site: { editor_id: number; site_id: number };
  sign_in_link: { token_hash: string; editor_id: number; expires: number };
  session: { token_hash: string; editor_id: number; expires: number };
  secret: { name: string; value: Uint8Array };
}
