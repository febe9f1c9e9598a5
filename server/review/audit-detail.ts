import type { AuditEntry } from '../store/audit-log.ts';
import { findRole } from './access/roles.ts';
import type { Locale } from './locale.ts';
import { triageInAudit } from './triage/audit-words.ts';

type Detail = AuditEntry['detail'];
type Value = Detail[string];

/**
 * What more the audit log has to tell of an entry: in words where there are some, else as it
 * was written.
 */
export function auditDetail(entry: AuditEntry, locale: Locale): string {
  const { told, rest } = triageInAudit(entry, locale);
  const parts = [...told];
  const others = Object.entries(rest).filter(([name]) => name !== 'from' && name !== 'before');
  if (rest['from'] !== undefined && entry.action === 'export') {
    parts.push(daysOf(`${dayOf(rest['from'])}--${dayOf(rest['before'])}`, locale));
  } else if ('to' in rest && entry.action !== 'owner-changed') {
    parts.push(fromTo(rest, locale));
  }
  for (const [name, value] of others) parts.push(...tellOne(entry, name, value, locale));
  return parts.join('; ');
}

function tellOne(entry: AuditEntry, name: string, value: Value, locale: Locale): string[] {
  const { words } = locale;
  if (entry.action === 'settings-changed') return [changedSetting(name, String(value), words)];
  if (name === 'to') {
    if (entry.action !== 'owner-changed') return [];
    const { deeds } = words.triage;
    return [typeof value === 'string' ? deeds.assigned(value) : deeds.unassigned];
  }
  const tell = told(locale)[name];
  return [tell?.(value) ?? `${name}: ${String(value)}`].filter((text) => text !== '');
}

/** How each detail is told; undefined for a value that has no words. */
function told(locale: Locale): Record<string, (value: Value) => string | undefined> {
  const { words, formats } = locale;
  const { auditTold, exporting } = words;
  const count = (label: (figure: string) => string) => (value: Value) =>
    typeof value === 'number' ? label(formats.number(value)) : undefined;
  const among = (names: Record<string, string>) => (value: Value) => names[String(value)];
  const layers: Record<string, string> = words.tagging.layers;
  return {
    way: among(words.auditWay),
    by: among({ api: auditTold.byApi }),
    byMail: among({ true: auditTold.byMail }),
    reason: among(words.reasons),
    untold: count(auditTold.untold),
    sessions: count(auditTold.sessions),
    content: among({ ...exporting.contents, copy: auditTold.copy }),
    format: among({ html: 'HTML', xlsx: 'XLSX', csv: 'CSV', json: 'JSON', jsonl: 'JSON Lines' }),
    rows: count(auditTold.rows),
    masked: count(auditTold.masked),
    comments: count(words.tagging.audit.comments),
    outcome: among({
      begun: auditTold.begun,
      complete: auditTold.complete,
      'broken off': auditTold.brokenOff,
    }),
    days: (value) =>
      typeof value === 'string' ? daysOf(value, locale) : count(auditTold.days)(value),
    pages: count(auditTold.pages),
    bytes: count(auditTold.bytes),
    deleted: count(auditTold.deleted),
    olderThan: (value) => auditTold.olderThan(formats.moment(new Date(String(value)))),
    day: (value) => words.tagging.audit.day(formats.day(String(value))),
    section: among({ true: auditTold.section }),
    onlyNobodys: among({ true: auditTold.onlyNobodys, false: '' }),
    into: (value) => auditTold.into(String(value)),
    scopes: (value) => auditTold.scopes(String(value)),
    expires: (value) => auditTold.expires(formats.moment(new Date(String(value)))),
    suspicion: (value) =>
      String(value)
        .split(',')
        .map((name) => layers[name.trim()] ?? name)
        .join(', '),
  };
}

function fromTo({ from, to }: Detail, { words }: Locale): string {
  return words.auditFromTo(nameRole(from, words), nameRole(to, words));
}

function nameRole(value: unknown, words: Locale['words']): string {
  const role = findRole(value);
  return role ? words.roles[role] : words.auditNoRole;
}

const dayOf = (value: Value | undefined) => String(value).slice(0, 10);

/** Days as they are written in an entry, `2026-10-24--2026-11-22`. */
function daysOf(days: string, { words, formats }: Locale): string {
  const [from = '', to = ''] = days.split('--');
  const isOpen = from.startsWith('0000') && to.startsWith('9999');
  if (isOpen) return words.exporting.copyAllDays;
  if (from.startsWith('0000')) return words.exporting.copyTo(formats.day(to));
  if (to.startsWith('9999')) return words.exporting.copyFrom(formats.day(from));
  return words.fromTo(formats.day(from), formats.day(to));
}

/** What a setting was and is, written as `was → is`. */
function changedSetting(name: string, change: string, words: Locale['words']): string {
  const layers: Record<string, string> = words.settings.layers;
  const names = { true: words.yes, false: words.no, ...(name === 'spamLayersOff' && layers) };
  const told = new Map(Object.entries(names));
  const parts = change.split(' → ').map((list) =>
    list
      .split(', ')
      .map((each) => told.get(each) ?? each)
      .join(', '),
  );
  return `${nameSetting(name, words)}: ${parts.join(' → ')}`;
}

/** A setting by its label; one of another time by its name. */
function nameSetting(path: string, words: Locale['words']): string {
  const labels: Record<string, { label: string }> = words.settingsFields;
  const [, language, name] = /^prompt\.texts\.([^.]+)\.(.+)$/.exec(path) ?? [];
  const key = name ?? path.replace(/^prompt\./, '');
  const label = key === 'spamLayersOff' ? words.auditTold.layersOff : labels[key]?.label;
  if (label === undefined) return path;
  return language === undefined ? label : `${label} (${language})`;
}
