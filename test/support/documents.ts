import { createDocuments } from "../../src/documents/index.ts";

/** Every kind of file, of an office whose letterhead has no picture. */
export const documents = createDocuments({ get: () => Promise.resolve(null) });
