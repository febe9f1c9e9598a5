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
  /** What the audit log tells beside the format, the days and the number of rows. */
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
  const tell = () => ({ ...detail, format, rows: count.rows });
  const fileName = `gensvar-${name}-${scope.site.key}-${deps.dayOf(deps.clock())}.${format}`;
  return streamParts(
    logged(c, deps, scope, file, tell),
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
 * The same parts, with an entry in the audit log when they have been read.
 * @param tell what is told when they have, or will not be
 */
export const logged = (
  c: ReviewContext,
  { store, clock }: ExportDependencies,
  { site, filter, subject }: Scope,
  parts: AsyncIterable<Buffer>,
  tell: () => AuditEntry['detail'],
): AsyncGenerator<Buffer, void> =>
  loggedParts(parts, (outcome) =>
    store.recordAudit({
      at: clock(),
      actor: c.var.editor?.name ?? '',
      siteId: site.id,
      action: 'export',
      subject,
      detail: { ...tell(), days: `${filter.fromDay}--${filter.toDay}`, outcome },
    }),
  );
