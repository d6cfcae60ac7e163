/** More than so many are not named one by one. */
const DISEBUT = 10;

/** The first of a list by name, and how many more there are. */
export function disebut<T>(list: readonly T[], nama: (one: T) => string): string {
  const more = list.length > DISEBUT ? `; dan ${list.length - DISEBUT} lagi` : "";
  return `${list.slice(0, DISEBUT).map(nama).join("; ")}${more}`;
}
