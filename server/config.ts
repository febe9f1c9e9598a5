import { z } from 'zod';
import { apiEnvironment, readApiSettings, type ApiSettings } from './api/api-settings.ts';
import { mailEnvironment, readMail, type MailSettings } from './mail/mail-settings.ts';
import { isPostgres } from './store/engine-of.ts';
import { logLevels, type LogLevel } from './operations/log.ts';
import {
  providerEnvironment,
  readProvider,
  type ProviderSettings,
} from './sign-in/provider-settings.ts';

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('sv', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'must be the name of a time zone, such as Europe/Stockholm');

const environmentSchema = z.object({
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with http or https' })
    .optional(),
  GENSVAR_DATABASE: z
    .string()
    .min(1, 'must not be empty')
    .refine(
      (database) => !isPostgres(database) || URL.canParse(database),
      'must be the path of a file or an address such as postgres://name:password@host/database',
    )
    .default('data/gensvar.db'),
  GENSVAR_TIME_ZONE: timeZone.default('Europe/Stockholm'),
  GENSVAR_AMENDMENT_HOURS: wholeNumber(1, 168).default(24),
  GENSVAR_PROXY_HOPS: wholeNumber(0, 10).default(0),
  GENSVAR_LOG_LEVEL: z
    .enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` })
    .default('warn'),
  GENSVAR_METRICS_TOKEN: z.string().min(20, 'must have at least 20 characters').optional(),
  ...providerEnvironment,
  ...apiEnvironment,
  ...mailEnvironment,
});

/** How one running service is set up. */
export interface Config {
  port: number;
  host: string;
  /** The base address that visitors and editors reach, or undefined: then it follows the port. */
  publicUrl: string | undefined;
  /** The file of the embedded database, or the address of a PostgreSQL database. */
  database: string;
  /** Whose midnight ends a day. */
  timeZone: string;
  /** How long a visitor may change a response, in hours. */
  amendmentHours: number;
  /** How many proxies of the operator's own stand before the service. */
  proxyHops: number;
  /** How much is logged. */
  logLevel: LogLevel;
  /** What must be given to read the metrics; undefined when anyone may. */
  metricsToken: string | undefined;
  /** What the API says about those who run it. */
  api: ApiSettings;
  /** Where editors sign in; undefined when they do by link only. */
  provider: ProviderSettings | undefined;
  /** How mail is sent to editors; undefined when none is. */
  mail: MailSettings | undefined;
}

/**
 * Reads the configuration from the environment, once.
 * @throws Error that names every faulty variable, never its value
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const result = environmentSchema.safeParse(environment);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The configuration has faults:\n${faults.join('\n')}`);
  }
  const read = result.data;
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, ''),
    database: read.GENSVAR_DATABASE,
    timeZone: read.GENSVAR_TIME_ZONE,
    amendmentHours: read.GENSVAR_AMENDMENT_HOURS,
    proxyHops: read.GENSVAR_PROXY_HOPS,
    logLevel: read.GENSVAR_LOG_LEVEL,
    metricsToken: read.GENSVAR_METRICS_TOKEN,
    api: readApiSettings(read),
    provider: readProvider(read),
    mail: readMail(read),
  };
}
