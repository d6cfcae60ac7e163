// Modules that know who somebody is, and which phone number is behind a LID.
import { type Contact, contacts } from "../state.ts";
import type { Wid } from "../wid.ts";

const phoneOf = (lid: Wid): Wid | undefined => contacts.get(lid)?.phoneNumber;

const lidOf = (phone: Wid): Wid | undefined =>
  contacts.getModelsArray().find((one) => one.phoneNumber?._serialized === phone._serialized)?.id;

const getters = {
  getIsUser: () => true,
  getIsWAContact: () => true,
  getPushname: ({ pushname }: Contact) => pushname,
  getUserid: ({ id }: Contact) => id.user,
};

const unknown = [
  "getIsMe",
  "getIsGroup",
  "getIsEnterprise",
  "getName",
  "getShortName",
  "getStatusMute",
  "getVerifiedLevel",
  "getVerifiedName",
];

export const contactModules = {
  WAWebApiContact: { getAlternateUserWid: phoneOf, getPhoneNumber: phoneOf, getCurrentLid: lidOf },
  WAWebLidMigrationUtils: { toPn: phoneOf },
  WAWebQueryExistsJob: { queryWidExists: async (wid: Wid) => ({ wid }) },
  WAWebContactGetters: {
    ...Object.fromEntries(unknown.map((name) => [name, () => undefined])),
    ...getters,
  },
  WAWebFrontendContactGetters: { getIsMyContact: () => false },
};
