import { contentTypes, exportFile, type FileChoice } from '../../export/export-file.ts';
import type { ExportTable } from '../../export/export-table.ts';
import { createLocalTime } from '../../export/local-time.ts';
import { loggedParts, streamParts } from '../../export/logged-file.ts';
import type { Scope } from '../../export/choose-scope.ts';
import type { AuditEntry } from '../../store/audit-log.ts';
import type { ReviewContext } from '../review-environment.ts';
import { editorVoice } from './editor-voice.ts';
import type { ExportDependencies } from './export-dependencies.ts';

interface WantedFile extends Omit<FileChoice, 'voice' | 'localTime'> {
  /** What the file is called, before the site and the day. */
  name: string;
  /** What the audit log tells from the beginning, beside the format and the days. */
  detail: AuditEntry['detail'];
}

/** Answers with a file of a table, which is written as fast as it is read. */
export function sendFile(
  c: ReviewContext,
  deps: ExportDependencies,
  scope: Scope,
  table: ExportTable,
  { name, detail, ...choice }: WantedFile,
): Promise<Response> {
  const localTime = createLocalTime(deps.timeZone);
  const voice = editorVoice(c.var.locale, localTime);
  const count = { rows: 0 };
  const { format } = choice;
  const file = exportFile(table, { ...choice, voice, localTime }, count);
  const fileName = `gensvar-${name}-${scope.site.key}-${deps.dayOf(deps.clock())}.${format}`;
  return streamParts(
    logged(c, deps, scope, file, { ...detail, format }, () => count.rows),
    {
      'content-type': contentTypes[format],
      'content-disposition': `attachment; filename="${fileName}"`,
    },
    deps.report,
  );
}

/** Answers with a page that is written as fast as it is read. */
export const sendDocument = (
  parts: AsyncGenerator<Buffer, void>,
  { report }: ExportDependencies,
): Promise<Response> => streamParts(parts, { 'content-type': 'text/html; charset=utf-8' }, report);

/**
 * The same parts, with an entry in the audit log before they are read, and one afterwards.
 * @param detail what is told in both
 * @param rows how many rows have been read
 */
export const logged = (
  c: ReviewContext,
  { store, clock }: ExportDependencies,
  { site, filter, subject }: Scope,
  parts: AsyncIterable<Buffer>,
  detail: AuditEntry['detail'],
  rows: () => number,
): AsyncGenerator<Buffer, void> =>
  loggedParts(parts, (outcome) =>
    store.recordAudit({
      at: clock(),
      actor: c.var.editor?.name ?? '',
      siteId: site.id,
      action: 'export',
      subject,
      detail: {
        ...detail,
        ...(outcome !== 'begun' && { rows: rows() }),
        ...{ days: `${filter.fromDay}--${filter.toDay}`, outcome },
      },
    }),
  );
