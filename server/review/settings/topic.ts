import type { Site } from '../../store/store.ts';
import type { Locale } from '../locale.ts';

/** What a form holds, by the names of its fields. A choice that is not made is not there. */
export type Values = Record<string, string[]>;

export type TopicName = keyof Locale['words']['settings']['topics'];

/** A field of a form of settings. */
export interface Field {
  name: string;
  /** `lines` is a list with a value on each line; `choices` are some of several. */
  kind: 'text' | 'number' | 'lines' | 'check' | 'choices';
  label: string;
  hint: string;
  /** What is right, said when something else was written. */
  fault: string;
  options?: { value: string; label: string }[];
  /** The heading of the fields that stand together. */
  group?: string;
}

/** Fields with faults; for a list, the places of the lines at fault. */
export type Faults = Map<string, number[]>;

export type Parsed = { site: Site } | { faults: Faults };

/** One page of settings: what it shows, and how it changes a site. */
export interface Topic {
  name: TopicName;
  fields: (locale: Locale) => Field[];
  read: (site: Site) => Values;
  /** Puts what was written into the site, by the same rules as the commands. */
  parse: (site: Site, values: Values) => Parsed;
}
