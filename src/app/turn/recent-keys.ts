/** More updates than a service hands over again at once. */
const KEPT = 10_000;

/**
 * Keys of updates that were handled lately, so that one the service repeats is known without a look.
 * Forgetting one costs a conflict: the unique key of the commit is the truth.
 */
export class RecentKeys {
  readonly #keys = new Set<string>();

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  add(key: string): void {
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (this.#keys.size > KEPT && oldest !== undefined) this.#keys.delete(oldest);
  }
}
