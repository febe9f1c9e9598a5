import { html } from 'hono/html';
import type { ScopeFaults } from '../../export/choose-scope.ts';
import { separators, type Separator } from '../../export/csv.ts';
import { exportContents, type ExportContent } from '../../export/export-table.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { known, type EditorsWish, type Fields } from './read-wish.ts';
import { faultSummary, radioGroup, selectField, wishFields } from './wish-form.ts';

/** The kinds of files that editors choose among. */
export const fileFormats = ['xlsx', 'csv', 'json'] as const;

/** How an export is to be written. */
export interface FileWish {
  content: ExportContent;
  format: (typeof fileFormats)[number];
  separator: Separator;
  byteOrderMark: boolean;
}

/**
 * Reads how an export is to be written.
 * @param isSent whether the form was sent: then a box that is not ticked is meant so
 */
export const readFileWish = (fields: Fields, isSent: boolean): FileWish => ({
  content: known(exportContents, fields('content'), 'responses'),
  format: known(fileFormats, fields('format'), 'xlsx'),
  separator: known(separators, fields('separator'), ';'),
  byteOrderMark: isSent ? fields('mark') === 'yes' : true,
});

/** The page on which an editor chooses what to export. */
export function exportPage(
  wish: EditorsWish,
  file: FileWish,
  faults: ScopeFaults,
  locale: Locale,
  root: string,
): ReviewPage {
  const { exporting } = locale.words;
  return {
    title: exporting.title,
    main: html`<h1>${exporting.title}</h1>
      ${faultSummary(faults, locale)}
      <p>${exporting.text}</p>
      <p><a href="${root}/records-request">${exporting.toRecords}</a></p>
      <form class="fields" method="post" action="${root}/export/file">
        ${wishFields(wish, faults, locale)}
        ${radioGroup(
          'content',
          exporting.contentLegend,
          exportContents.map((content) => [content, exporting.contents[content]] as const),
          file.content,
        )}
        ${radioGroup(
          'format',
          exporting.formatLegend,
          fileFormats.map((format) => [format, exporting.formats[format]] as const),
          file.format,
        )}
        <fieldset>
          <legend>${exporting.csvLegend}</legend>
          ${selectField(
            'separator',
            exporting.separatorLabel,
            separators.map((sign) => [sign, exporting.separatorNames[sign]] as const),
            file.separator,
          )}
          <p class="choice">
            <input type="checkbox" id="mark" name="mark" value="yes" ${
              file.byteOrderMark && html`checked`
            }>
            <label for="mark">${exporting.byteOrderMark}</label>
          </p>
        </fieldset>
        <button class="main-button">${exporting.button}</button>
      </form>`,
    status: Object.keys(faults).length > 0 ? 422 : 200,
  };
}

/** For those who may read, but not take anything out. */
export const exportForbidden = ({ words }: Locale, root: string): ReviewPage => ({
  title: words.exporting.title,
  main: html`<h1>${words.exporting.title}</h1>
    <p>${words.exporting.noRight}</p>
    <p><a href="${root}/">${words.title}</a></p>`,
  status: 403,
});
