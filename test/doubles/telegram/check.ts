// Compares one outgoing call with the table of spec.ts; every deviation becomes a readable complaint.
import { alternatives, type Fields, type Method, type Shape, type Spec } from "./spec.ts";

export type Params = Record<string, unknown>;

/** A file that came along in a multipart body. */
export type Upload = { name: string; mime: string; data: Buffer };
export type Uploads = Record<string, Upload>;

type Context = { spec: Spec; files: Uploads };

/** Everything wrong with a call's parameters, by path; empty when the published Bot API allows them. */
export function complaintsAbout(
  method: Method,
  params: Params,
  files: Uploads,
  spec: Spec,
): string[] {
  const of = { fields: method.fields, what: `parameter of ${method.name}` };
  return [
    ...checkFields(params, of, "", { spec, files }),
    ...checkUploadsUsed(params, files),
    ...checkEntities(params),
  ];
}

/**
 * The value a string stands for: form fields carry everything as text, and even in a JSON body
 * objects may be "JSON-serialized". What cannot be read stays text, for the check to complain about.
 */
export function unpack(spec: Spec, shape: Shape, raw: unknown, form: boolean): unknown {
  if (typeof raw !== "string") return raw;
  const kinds = new Set<string>(alternatives(spec, shape).map(kindOf));
  const scalar = form ? ["number", "boolean"] : [];
  const wanted = scalar.filter((kind) => kinds.has(kind));
  if (/^(-?\d+(\.\d+)?|true|false)$/.test(raw)) {
    const value: unknown = JSON.parse(raw);
    if (wanted.includes(typeof value)) return value;
  }
  const structured = kinds.has("list") || kinds.has("named");
  if (!structured || kinds.has("text")) return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

/** A literal counts as what it is made of: `true` is a boolean, `"HTML"` is text. */
function kindOf(shape: Shape): string {
  if (shape.is === "keyOf") return "text";
  if (shape.is !== "literal") return shape.is;
  return typeof shape.value === "string" ? "text" : typeof shape.value;
}

function check(value: unknown, shape: Shape, path: string, context: Context): string[] {
  // The documentation allows a string or a list of parts for a rich text; the types do not say so.
  if (shape.is === "named" && shape.name === "TelegramRichText") {
    if (typeof value === "string") return [];
    if (Array.isArray(value)) return checkList(value, shape, path, context);
  }
  const results = alternatives(context.spec, shape).map((one) =>
    checkOne(value, one, path, context),
  );
  // The alternative that fits best gives the most useful complaint.
  return results.reduce((best, next) => (misfit(next) < misfit(best) ? next : best));
}

/** Wrong names speak more against an alternative than wrong values. */
function misfit(complaints: string[]): number {
  const wrongNames = complaints.filter((one) => /: (no such|missing) /.test(one));
  return complaints.length + wrongNames.length;
}

function checkOne(value: unknown, shape: Shape, path: string, context: Context): string[] {
  switch (shape.is) {
    case "text":
      return checkText(value, path, context);
    case "list":
      return checkList(value, shape.of, path, context);
    case "keyOf":
      return checkKey(value, shape, path, context);
    case "upload":
      return checkUpload(value, path, context);
    case "named":
      return checkObject(value, shape.name, path, context);
    case "number":
    case "boolean":
    case "literal":
      return checkScalar(value, shape) ? [] : [`${path}: not ${describe(shape)}`];
    case "oneOf":
    case "anything":
      return [];
  }
}

function checkList(value: unknown, of: Shape, path: string, context: Context): string[] {
  if (!Array.isArray(value)) return [`${path}: not a list`];
  return value.flatMap((item, index) => check(item, of, `${path}[${index}]`, context));
}

function checkScalar(value: unknown, shape: Shape): boolean {
  if (shape.is === "literal") return value === shape.value;
  if (shape.is === "number") return Number.isFinite(value);
  return shape.is === "boolean" ? typeof value === "boolean" : true;
}

function describe(shape: Shape): string {
  return shape.is === "literal" ? JSON.stringify(shape.value) : `a ${shape.is}`;
}

function checkUpload(value: unknown, path: string, context: Context): string[] {
  const attached = typeof value === "string" && value.startsWith("attach://");
  return attached ? checkText(value, path, context) : [`${path}: not an upload`];
}

function checkText(value: unknown, path: string, { files }: Context): string[] {
  if (typeof value !== "string") return [`${path}: not text`];
  const attached = value.startsWith("attach://") ? value.slice("attach://".length) : undefined;
  return attached === undefined || attached in files ? [] : [`${path}: no upload "${attached}"`];
}

function checkKey(
  value: unknown,
  shape: Shape & { is: "keyOf" },
  path: string,
  { spec }: Context,
): string[] {
  const known = typeof value === "string" && spec.objects.get(shape.name)?.has(value) === true;
  return known && !shape.except.includes(value) ? [] : [`${path}: not a field of ${shape.name}`];
}

function checkObject(value: unknown, name: string, path: string, context: Context): string[] {
  // The documentation allows plain text for simple keys; the types do not say so.
  if (name === "TelegramKeyboardButton" && typeof value === "string") return [];
  const fields = context.spec.objects.get(name);
  if (fields === undefined) return [`${path}: unknown type ${name}`];
  if (!isRecord(value)) return [`${path}: not a ${name}`];
  return checkFields(value, { fields, what: `field of ${name}` }, `${path}.`, context);
}

function isRecord(value: unknown): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkFields(
  values: Params,
  of: { fields: Fields; what: string },
  prefix: string,
  context: Context,
): string[] {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  const wrong = present.flatMap(([key, value]) => {
    const field = of.fields.get(key);
    if (field) return check(value, field.shape, prefix + key, context);
    return tolerated(key, value, of.what) ? [] : [`${prefix}${key}: no such ${of.what}`];
  });
  const missing = [...of.fields]
    .filter(([key, field]) => field.required && values[key] === undefined)
    .map(([key]) => `${prefix}${key}: missing ${of.what}`);
  return [...wrong, ...missing];
}

/** telegraf's Markup.button.* puts `hide: false` on every button; Telegram ignores it. */
function tolerated(key: string, value: unknown, what: string): boolean {
  return key === "hide" && value === false && what.endsWith("KeyboardButton");
}

function checkUploadsUsed(params: Params, files: Uploads): string[] {
  const text = JSON.stringify(params);
  return Object.keys(files)
    .filter((name) => !text.includes(`"attach://${name}"`))
    .map((name) => `${name}: upload that no parameter refers to`);
}

/** Telegram drops entities that reach beyond the text without a word; here it is a complaint. */
function checkEntities(params: Params): string[] {
  return [
    ...entitiesBeyond(params["text"], params["entities"], "entities"),
    ...entitiesBeyond(params["caption"], params["caption_entities"], "caption_entities"),
  ];
}

function entitiesBeyond(text: unknown, entities: unknown, path: string): string[] {
  if (!Array.isArray(entities)) return [];
  const length = typeof text === "string" ? text.length : 0;
  const spans: { offset: number; length: number }[] = entities;
  return spans.flatMap((entity, index) =>
    entity.length > 0 && entity.offset >= 0 && entity.offset + entity.length <= length
      ? []
      : [`${path}[${index}]: beyond the text`],
  );
}
