// The parts of a browser this page uses; the project's types know Node's globals only.
interface BrowserWindow {
  readonly localStorage: {
    getItem(name: string): string | null;
    setItem(name: string, value: string): void;
    clear(): void;
  };
  readonly location: { href: string };
  readonly EventSource: new (
    url: string,
  ) => {
    addEventListener(name: "open", listener: () => void): void;
    addEventListener(name: "message", listener: (event: { readonly data: string }) => void): void;
  };
  addEventListener(
    name: "unhandledrejection",
    listener: (event: { readonly reason: unknown }) => void,
  ): void;
  /** What the library looks for: the application's own modules, and its version. */
  require: (name: string) => unknown;
  Debug: { readonly VERSION: string };
}

declare const window: BrowserWindow;

export const browser = window;
