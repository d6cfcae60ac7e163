// WhatsApp Web's way of keeping data: models that tell of every change, in collections that pass it on.

type Listener = (...parts: unknown[]) => void;

export class Emitter {
  readonly #listeners = new Map<string, Listener[]>();

  on(names: string, listener: Listener): this {
    for (const name of names.split(" ")) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
      if (name !== "listened") this.emit("listened", name);
    }
    return this;
  }

  once(name: string, listener: Listener): this {
    const first: Listener = (...parts) => {
      this.off(name, first);
      listener(...parts);
    };
    return this.on(name, first);
  }

  off(name: string, listener: Listener): void {
    const rest = (this.#listeners.get(name) ?? []).filter((one) => one !== listener);
    this.#listeners.set(name, rest);
  }

  emit(name: string, ...parts: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(...parts);
  }

  /** Resolves once somebody listens to that event. */
  heard(name: string): Promise<void> {
    if ((this.#listeners.get(name) ?? []).length > 0) return Promise.resolve();
    return new Promise((resolve) => {
      const look = (heard: unknown): void => {
        if (heard !== name) return;
        this.off("listened", look);
        resolve();
      };
      this.on("listened", look);
    });
  }
}

export type Data = Record<string, unknown>;

/** Its fields are put beside its methods with `Object.assign`, as the library expects them. */
export class Model<T extends object = Data> extends Emitter {
  /** The fields as data; the library hands them out of the page. */
  serialize(): Data {
    return { ...fieldsOf(this), mediaObject: undefined, mediaData: undefined };
  }

  set(changes: Partial<T>, collection?: Emitter): void {
    const before = fieldsOf(this);
    Object.assign(this, changes);
    for (const [name, value] of Object.entries(changes)) {
      if (before[name] === value) continue;
      this.emit(`change:${name}`, this, value, before[name]);
      collection?.emit(`change:${name}`, this, value, before[name]);
    }
    collection?.emit("change", this);
  }
}

/** A model's own fields, without what it can do. */
export const fieldsOf = (model: object): Data => Object.fromEntries(Object.entries(model));

interface Identified {
  readonly id: { readonly _serialized: string };
}

export class Collection<M extends Identified> extends Emitter {
  readonly #models = new Map<string, M>();

  get(key: string | { readonly _serialized: string } | undefined): M | undefined {
    return this.#models.get(typeof key === "string" ? key : (key?._serialized ?? ""));
  }

  async find(key: string | { readonly _serialized: string }): Promise<M | undefined> {
    return this.get(key);
  }

  /** Quietly: what was there before the page was opened is no event. */
  put(model: M): M {
    this.#models.set(model.id._serialized, model);
    return model;
  }

  add(model: M): M {
    this.put(model);
    this.emit("add", model, this);
    return model;
  }

  remove(model: M): void {
    this.#models.delete(model.id._serialized);
    this.emit("remove", model);
  }

  getModelsArray(): M[] {
    return [...this.#models.values()];
  }

  async getMessagesById(keys: readonly string[]): Promise<{ messages: M[] }> {
    return { messages: keys.flatMap((key) => this.get(key) ?? []) };
  }
}
