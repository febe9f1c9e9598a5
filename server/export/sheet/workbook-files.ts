import type { sheetStyles } from './sheet-cells.ts';
import { toSheetText } from './sheet-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const sheetNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`;

/** The beginning of a sheet: its first row stays in sight. */
export const sheetStart = (
  widths: number[],
): string => `${declaration}<worksheet xmlns="${sheetNames}"
><sheetViews><sheetView workbookViewId="0"
><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews
><cols>${widths
  .map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  .join('')}</cols><sheetData>`;

export const sheetEnd = '</sheetData></worksheet>';

/**
 * The files of a workbook beside its sheets, by path (ECMA-376, parts 1 and 2).
 * @param names of the sheets, in their order
 */
export function workbookFiles(names: string[]): Map<string, string> {
  const numbered = names.map((name, index) => ({ name: toSheetText(name), number: index + 1 }));
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${officeNames}/${kind}" Target="${target}"/>`;
  const relations = (list: string) =>
    `${declaration}<Relationships xmlns="${packageNames}/relationships">${list}</Relationships>`;
  return new Map([
    ['xl/styles.xml', styles],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${sheetNames}" xmlns:r="${officeNames}"
><bookViews><workbookView/></bookViews><sheets>${numbered
        .map(
          ({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        numbered
          .map(({ number }) =>
            relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`),
          )
          .concat(relation('rIdStyles', 'styles', 'styles.xml'))
          .join(''),
      ),
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packageNames}/content-types"
><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${[
        ['xl/workbook.xml', 'sheet.main'] as const,
        ['xl/styles.xml', 'styles'] as const,
        ...numbered.map(({ number }) => [sheetPath(number), 'worksheet'] as const),
      ]
        .map(
          ([path, kind]) =>
            `<Override PartName="/${path}" ContentType="${sheetTypes}.${kind}+xml"/>`,
        )
        .join('')}</Types>`,
    ],
  ]);
}

/** The formats of cells, in the order of `sheetStyles`. */
const formats: Record<keyof typeof sheetStyles, string> = {
  plain: '<xf xfId="0"/>',
  heading: '<xf xfId="0" fontId="1" applyFont="1"/>',
  day: '<xf xfId="0" numFmtId="164" applyNumberFormat="1"/>',
  moment: '<xf xfId="0" numFmtId="165" applyNumberFormat="1"/>',
  lines: '<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
};

const styles = `${declaration}<styleSheet xmlns="${sheetNames}"
><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts
><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts
><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills
><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders
><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs
><cellXfs count="5">${Object.values(formats).join('')}</cellXfs
><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
