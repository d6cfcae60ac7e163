/** A text as a column takes it: PostgreSQL has no character 0 in text. JSON writes it as an escape. */
export const storable = (text: string): string => text.replaceAll("\0", "");
