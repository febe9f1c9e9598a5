import { createRequire } from 'node:module';

type Validate = ((value: unknown) => boolean) & { errors?: unknown };

interface Ajv {
  addSchema: (schema: unknown, name: string) => void;
  compile: (schema: unknown) => Validate;
  errorsText: (errors?: unknown) => string;
}

type NewAjv = new (options: object) => Ajv;

/** The JSON Schema engine that the OpenAPI validator itself is built on. */
const requireThere = createRequire(
  createRequire(import.meta.url).resolve('@seriousme/openapi-schema-validator'),
);

/** Checks values against the parts of a document, independently of how it was made. */
export interface DocumentChecker {
  /** Faults in words; empty when there are none. @param schema as it stands in the document */
  faultsOf: (schema: unknown, value: unknown) => string;
}

/** @param document an OpenAPI 3.1 document, whose schemas are JSON Schema 2020-12 */
export function createDocumentChecker(document: unknown): DocumentChecker {
  const { default: Ajv2020 } = requireThere('ajv/dist/2020.js') as { default: NewAjv };
  const { default: addFormats } = requireThere('ajv-formats') as {
    default: (ajv: Ajv) => void;
  };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'document');
  const compiled = new Map<string, Validate>();
  function compile(schema: unknown): Validate {
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
