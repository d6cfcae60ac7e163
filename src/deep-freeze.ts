/** Freezes a value and all it is made of. */
export function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const part of Object.values(value)) if (typeof part === "object" && part) deepFreeze(part);
  return Object.freeze(value);
}
