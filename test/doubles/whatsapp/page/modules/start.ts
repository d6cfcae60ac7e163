// Modules asked for until the library is ready.
import { browser } from "../browser.ts";
import { leave } from "../session.ts";
import { Cmd, Conn, me, meLid, messages, Socket } from "../state.ts";
import { tell } from "../upstream.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Fields of the page's own objects that only the library uses. */
Object.assign(Socket, {
  takeover: () => Socket.set({ state: "CONNECTED" }),
  async logout() {
    await tell("logout", {});
    leave();
  },
});

Object.assign(Cmd, {
  refreshQR: () => undefined,
  sendRevokeMsgs(_chat: unknown, { list }: MessageList) {
    for (const { id } of list) {
      void tell("revoke", { id: id._serialized });
      messages.get(id)?.set({ type: "revoked" }, messages);
    }
  },
  sendDeleteMsgs(_chat: unknown, { list }: MessageList) {
    for (const { id } of list) {
      const message = messages.get(id);
      if (message !== undefined) messages.remove(message);
    }
  },
});

interface MessageList {
  readonly list: readonly { readonly id: { readonly _serialized: string } }[];
}

export const startModules = {
  WAWebSocketModel: { Socket },
  WAWebCmd: { Cmd },
  WAWebConnModel: { Conn },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebAltDeviceLinkingApi: {
    setPairingType: () => undefined,
    initializeAltDeviceLinking: async () => undefined,
    initializeQRLinking: async () => undefined,
    async startAltLinkingFlow(phone: string) {
      return (await tell("pairing", { phone })).code;
    },
  },
  WAWebLaunchSocketUtils: { refreshQR: () => undefined },
  WABase64: { encodeB64: (data: Uint8Array) => btoa(String.fromCharCode(...data)) },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: 1 },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: {
    waNoiseInfo: {
      get: async () => ({ staticKeyPair: { pubKey: bytes("noise key of a double") } }),
    },
  },
  WAWebSignalStoreApi: {
    waSignalStore: {
      getRegistrationInfo: async () => ({
        identityKeyPair: { pubKey: bytes("identity key of a double") },
      }),
    },
  },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => browser.Debug.VERSION },
  WAWebUserPrefsMeUser: { getMaybeMePnUser: me, getMaybeMeLidUser: meLid },
};
