/** What a container of an image is started with. */
export interface Image {
  /** The folder that holds its file tree. */
  readonly tree: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly cmd: readonly string[];
  readonly user: string;
}

/** Makes the tree of a stage, the last one if not named, by the steps of the Dockerfile. */
export function makeImage(
  folder: string,
  options?: {
    readonly stage?: string;
    /** Stages that are not made, for their tree is there already. */
    readonly prepared?: Readonly<Record<string, string>>;
  },
): Image;

/** The command that runs another in a container of the image, with its volumes in a folder. */
export function containerOf(
  image: Image,
  options: { readonly volumesIn: string; readonly command: readonly string[] },
): readonly [string, ...string[]];
