import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Checks values against the parts of a document, independently of how it was made. */
export interface DocumentChecker {
  /** Faults in words; empty when there are none. @param schema as it stands in the document */
  faultsOf: (schema: unknown, value: unknown) => string;
}

/** @param document an OpenAPI 3.1 document, whose schemas are JSON Schema 2020-12 */
export function createDocumentChecker(document: AnySchema): DocumentChecker {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const compiled = new Map<string, ValidateFunction>();
  function compile(schema: unknown): ValidateFunction {
    const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/');
    const known = compiled.get(text) ?? ajv.compile(JSON.parse(text));
    compiled.set(text, known);
    return known;
  }
  return {
    faultsOf(schema, value) {
      const validate = compile(schema);
      return validate(value) ? '' : ajv.errorsText(validate.errors);
    },
  };
}
