// Modules that carry files, without the encryption.
import { type Data, fieldsOf, Model } from "../model.ts";
import { upload } from "../upstream.ts";

/** A file the page holds and nobody may look into. */
class OpaqueData {
  readonly #file: File;

  constructor(file: File) {
    this.#file = file;
  }

  static async createFromData(file: File): Promise<OpaqueData> {
    return new OpaqueData(file);
  }

  url(): string {
    return URL.createObjectURL(this.#file);
  }

  autorelease(): void {}

  formData(): File {
    return this.#file;
  }
}

class MediaData extends Model {
  toJSON(): Data {
    const { mediaBlob: _, ...rest } = fieldsOf(this);
    return rest;
  }
}

const blobs = new Map<string, Blob>();

async function prepare(opaque: OpaqueData, asDocument: boolean): Promise<MediaData> {
  const file = opaque.formData();
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const [media] = /^(image|video|audio)(?=\/)/.exec(file.type) ?? ["document"];
  return Object.assign(new MediaData(), {
    type: asDocument ? "document" : media,
    mimetype: file.type,
    filename: file.name,
    size: file.size,
    filehash: btoa(String.fromCharCode(...new Uint8Array(hash))),
    mediaBlob: opaque,
  });
}

interface MediaObject {
  readonly filehash: string;
}

export const mediaModules = {
  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: {
    prepRawMedia: (opaque: OpaqueData, { asDocument }: { readonly asDocument?: boolean }) => ({
      waitForPrep: () => prepare(opaque, asDocument ?? false),
    }),
  },
  WAWebMediaStorage: {
    getOrCreateMediaObject: (filehash: string) => ({
      filehash,
      contentInfo: {},
      consolidate(data: Data) {
        Object.assign(this, data);
      },
    }),
  },
  WAWebMmsMediaTypes: {
    msgToMediaType: ({ type }: { readonly type: string }) => type,
    castToV4: (type: string) => type,
  },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => true },
  WAWebMediaInMemoryBlobCache: {
    InMemoryMediaBlobCache: { put: (hash: string, blob: Blob) => void blobs.set(hash, blob) },
  },
  WAWebMediaMmsV4Upload: {
    async uploadMedia({ mediaObject }: { readonly mediaObject: MediaObject }) {
      const blob = blobs.get(mediaObject.filehash);
      if (blob === undefined) throw new Error("nothing to upload");
      const directPath = await upload(blob);
      return {
        mediaEntry: {
          mmsUrl: `https://mmg.invalid${directPath}`,
          directPath,
          mediaKey: "mediaKey",
          mediaKeyTimestamp: 1,
          encFilehash: "encFilehash",
          uploadHash: "uploadHash",
        },
      };
    },
  },
  WAWebDownloadManager: {
    downloadManager: {
      async downloadAndMaybeDecrypt({ directPath }: { readonly directPath: string }) {
        const response = await fetch(directPath);
        if (response.ok) return response.arrayBuffer();
        throw Object.assign(new Error("media is gone"), { status: response.status });
      },
    },
  },
};
