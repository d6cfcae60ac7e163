/** Runs the tasks of one chat one after another, those of different chats beside one another. */
export interface Lanes {
  /** Runs after everything given earlier for the chat, however that ended. */
  run<T>(chat: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when what is given for the chat by now has ended. */
  idle(chat: string): Promise<void>;
  isIdle(chat: string): boolean;
}

export function createLanes(): Lanes {
  const tailByChat = new Map<string, Promise<void>>();
  return {
    run(chat, task) {
      const mine = (tailByChat.get(chat) ?? Promise.resolve()).then(task);
      const settled = mine.then(ignore, ignore).then(() => {
        if (tailByChat.get(chat) === settled) tailByChat.delete(chat);
      });
      tailByChat.set(chat, settled);
      // Whoever asks behind this task whether the chat is idle shall not find this task.
      return settled.then(() => mine);
    },
    idle: async (chat) => tailByChat.get(chat),
    isIdle: (chat) => !tailByChat.has(chat),
  };
}

const ignore = (): void => undefined;
