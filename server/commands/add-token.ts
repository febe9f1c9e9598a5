import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { createToken, hashToken } from '../review/secret-token.ts';
import { openStore } from '../store/open-store.ts';
import { scopes, type Scope } from '../store/api-tokens.ts';
import type { Command } from './command.ts';
import { findSite } from './find-site.ts';

const aDay = 24 * 60 * 60 * 1000;

/** How long a token lasts unless told: a year. Two years is the most. */
const usualDays = 365;
const mostDays = 730;

export const addTokenCommand: Command = {
  name: 'token add',
  usage: `NAME --site KEY --scope ${scopes.join('|')} [--scope …] [--days N]
      print a token by which a program reads from a site by the API`,
  async run(config, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        scope: { type: 'string', multiple: true, default: [] },
        days: { type: 'string', default: String(usualDays) },
      },
    });
    const [name] = positionals;
    if (name === undefined) throw new Error('Give the name of the token: what will use it.');
    if (values.site === undefined) throw new Error('Give the --site of the token.');
    await addToken(config, {
      name,
      siteKey: values.site,
      scopes: values.scope,
      days: Number(values.days),
    });
  },
};

export interface TokenArguments {
  name: string;
  siteKey: string;
  scopes: string[];
  /** How many days the token is valid. */
  days: number;
}

/**
 * Makes a token and prints it: it cannot be shown again, for only its hash is kept.
 * @throws Error that says what is wrong with the arguments
 */
export async function addToken(config: Config, wanted: TokenArguments): Promise<void> {
  const { name, siteKey, days } = wanted;
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name)) {
    throw new Error('The name is letters, digits, spaces and . _ -, at most 60 characters.');
  }
  if (!(Number.isInteger(days) && days >= 1 && days <= mostDays)) {
    throw new Error(`Give --days as a whole number from 1 to ${mostDays}.`);
  }
  const given = [...new Set(wanted.scopes)].map(readScope);
  if (given.length === 0) throw new Error(`Give at least one --scope: ${scopes.join(' or ')}.`);
  const store = await openStore(config);
  try {
    const site = await findSite(store, siteKey);
    const known = await store.listApiTokens([site.id]);
    if (known.some((token) => token.name === name)) {
      throw new Error(`The site has a token ${name}. Revoke it first, or choose another name.`);
    }
    // The prefix lets a scan for leaked secrets know what it has found.
    const token = `gensvar_${createToken()}`;
    const created = new Date();
    const expires = new Date(created.getTime() + days * aDay);
    await store.addApiToken(
      { siteId: site.id, name, tokenHash: hashToken(token), scopes: given, created, expires },
      { at: created, actor: 'gensvar token add' },
    );
    console.log(token);
    console.error(`Keep it now: it is not shown again. It expires ${expires.toISOString()}.`);
  } finally {
    await store.close();
  }
}

function readScope(text: string): Scope {
  const scope = scopes.find((known) => known === text);
  if (scope) return scope;
  throw new Error(`There is no scope ${text}. There are ${scopes.join(' and ')}.`);
}
