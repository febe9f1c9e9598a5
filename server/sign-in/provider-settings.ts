import { z } from 'zod';
import type { Role } from '../store/store.ts';

const roles: readonly Role[] = ['reader', 'editor', 'administrator'];

/** The role that a group at the provider gives on a site. */
export interface GroupRole {
  group: string;
  siteKey: string;
  role: Role;
}

/** How editors sign in at the agency's OpenID provider. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  /** Undefined for a public client, which PKCE alone protects. */
  clientSecret: string | undefined;
  scope: string;
  /** The claim that holds the name by which editors are invited. */
  nameClaim: string;
  groupsClaim: string;
  groups: GroupRole[];
}

/** Whether an address is on this machine, where http is as good as https. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

const issuer = z.string().refine((text) => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}, 'must be an address that starts with https');

const word = z.string().min(1, 'must not be empty');

const groupsMessage = 'must be JSON such as {"web":["my-site:editor"]}';

/** Group names may hold any character, as those of a directory do: so it is JSON. */
const groups = z.string().transform((text, context): GroupRole[] => {
  const read = groupsSchema.safeParse(parseJson(text));
  const list = read.success
    ? Object.entries(read.data).flatMap(([group, given]) =>
        [given].flat().map((entry) => readGroupRole(group, entry)),
      )
    : [undefined];
  if (list.every((entry) => entry !== undefined)) return list;
  context.addIssue({ code: 'custom', message: groupsMessage });
  return z.NEVER;
});

const groupsSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readGroupRole(group: string, entry: string): GroupRole | undefined {
  const [siteKey = '', name = '', ...more] = entry.split(':');
  const role = roles.find((known) => known === name);
  return role && siteKey && more.length === 0 ? { group, siteKey, role } : undefined;
}

/** The variables that configure the provider, for the schema of the environment. */
export const providerEnvironment = {
  GENSVAR_OIDC_ISSUER: issuer.optional(),
  GENSVAR_OIDC_CLIENT_ID: word.optional(),
  GENSVAR_OIDC_CLIENT_SECRET: word.optional(),
  GENSVAR_OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, 'must contain openid')
    .default('openid email profile'),
  GENSVAR_OIDC_NAME_CLAIM: word.default('email'),
  GENSVAR_OIDC_GROUPS_CLAIM: word.default('groups'),
  GENSVAR_OIDC_GROUPS: groups.optional(),
};

type ProviderVariables = z.output<z.ZodObject<typeof providerEnvironment>>;

/**
 * The provider of an environment that has been read; undefined when there is none.
 * @throws Error that names the variable which is missing
 */
export function readProvider(read: ProviderVariables): ProviderSettings | undefined {
  const { GENSVAR_OIDC_ISSUER: issuer, GENSVAR_OIDC_CLIENT_ID: clientId } = read;
  if (issuer === undefined && clientId === undefined) return undefined;
  if (issuer === undefined) throw new Error('GENSVAR_OIDC_ISSUER must be set with the client id.');
  if (clientId === undefined)
    throw new Error('GENSVAR_OIDC_CLIENT_ID must be set with the issuer.');
  return {
    issuer,
    clientId,
    clientSecret: read.GENSVAR_OIDC_CLIENT_SECRET,
    scope: read.GENSVAR_OIDC_SCOPE,
    nameClaim: read.GENSVAR_OIDC_NAME_CLAIM,
    groupsClaim: read.GENSVAR_OIDC_GROUPS_CLAIM,
    groups: read.GENSVAR_OIDC_GROUPS ?? [],
  };
}
