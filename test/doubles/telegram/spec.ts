// The Bot API as a table: which methods exist, which parameters they take, what they return.
// Derived at start from the type declarations of @gramio/types (its version number is the Bot API's),
// so no copy of the specification is kept here. Comments are cut first: parsing is then twice as fast.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  parseSync,
  type TsEntityName,
  type TsLiteral,
  type TsType,
  type TsTypeElement,
  type TsTypeReference,
} from "@swc/core";

/** What a value may be; `named` refers to an object or an alias of the table. */
export type Shape =
  | { is: "text" | "number" | "boolean" | "upload" | "anything" }
  | { is: "literal"; value: unknown }
  | { is: "list"; of: Shape }
  | { is: "oneOf"; of: Shape[] }
  | { is: "keyOf"; name: string; except: unknown[] }
  | { is: "named"; name: string };

export type Field = { shape: Shape; required: boolean };
export type Fields = ReadonlyMap<string, Field>;
export type Method = { name: string; fields: Fields; returns: Shape };

export type Spec = {
  /** By lower-case name: the Bot API does not mind the case of a method. */
  methods: ReadonlyMap<string, Method>;
  objects: ReadonlyMap<string, Fields>;
  aliases: ReadonlyMap<string, Shape>;
};

let cached: Spec | undefined;

/** The table, derived once per process. */
export function loadSpec(): Spec {
  cached ??= derive();
  return cached;
}

/** The alternatives behind a shape, with unions and aliases opened. */
export function alternatives(spec: Spec, shape: Shape): Shape[] {
  if (shape.is === "oneOf") return shape.of.flatMap((one) => alternatives(spec, one));
  const alias = shape.is === "named" ? spec.aliases.get(shape.name) : undefined;
  return alias ? alternatives(spec, alias) : [shape];
}

function derive(): Spec {
  const objects = new Map<string, Fields>();
  const aliases = new Map<string, Shape>();
  for (const file of ["objects.d.ts", "params.d.ts"]) readDeclarations(file, objects, aliases);
  const methods = new Map<string, Method>();
  for (const [name, type] of methodTypes()) {
    methods.set(name.toLowerCase(), readMethod(name, type, objects));
  }
  return { methods, objects, aliases };
}

function parse(file: string) {
  const source = readFileSync(join(declarationFolder(), file), "utf8");
  return parseSync(source.replaceAll(/\/\*[\s\S]*?\*\//g, ""), { syntax: "typescript" }).body;
}

/** The package exports types only, so its folder is found by hand along the usual lookup path. */
function declarationFolder(): string {
  const roots = createRequire(import.meta.url).resolve.paths("@gramio/types") ?? [];
  const folder = roots.map((root) => join(root, "@gramio/types/out")).find(existsSync);
  if (folder === undefined) throw new Error("@gramio/types is not installed");
  return folder;
}

function readDeclarations(file: string, objects: Map<string, Fields>, aliases: Map<string, Shape>) {
  for (const item of parse(file)) {
    if (item.type !== "ExportDeclaration") continue;
    const { declaration } = item;
    if (declaration.type === "TsInterfaceDeclaration") {
      objects.set(declaration.id.value, readFields(declaration.body.body));
    } else if (declaration.type === "TsTypeAliasDeclaration" && !declaration.typeParams) {
      aliases.set(declaration.id.value, shapeOf(declaration.typeAnnotation));
    }
  }
}

function methodTypes(): [string, TsTypeReference][] {
  for (const item of parse("methods.d.ts")) {
    if (item.type !== "ExportDeclaration") continue;
    if (item.declaration.type !== "TsInterfaceDeclaration") continue;
    return item.declaration.body.body.flatMap((member) => {
      const type = member.type === "TsPropertySignature" && member.typeAnnotation?.typeAnnotation;
      return type && type.type === "TsTypeReference" ? [[keyOf(member), type]] : [];
    });
  }
  throw new Error("@gramio/types: no table of methods found");
}

/** `CallAPI<Params, Result>`, `CallAPIWithOptionalParams<Params, Result>` or `CallAPIWithoutParams<Result>`. */
function readMethod(name: string, type: TsTypeReference, objects: Map<string, Fields>): Method {
  const [first, second] = type.typeParams?.params ?? [];
  if (first === undefined) throw new Error(`@gramio/types: cannot read method ${name}`);
  if (second === undefined) return { name, fields: new Map(), returns: shapeOf(first) };
  const params = shapeOf(first);
  const fields = params.is === "named" ? objects.get(params.name) : undefined;
  if (fields === undefined) throw new Error(`@gramio/types: no parameters found for ${name}`);
  return { name, fields, returns: shapeOf(second) };
}

function readFields(members: TsTypeElement[]): Fields {
  return new Map(
    members.flatMap((member): [string, Field][] => {
      if (member.type !== "TsPropertySignature" || !member.typeAnnotation) return [];
      const shape = shapeOf(member.typeAnnotation.typeAnnotation);
      return [[keyOf(member), { shape, required: !member.optional }]];
    }),
  );
}

function keyOf(member: TsTypeElement): string {
  const key = "key" in member ? member.key : undefined;
  if (key?.type === "Identifier" || key?.type === "StringLiteral") return key.value;
  throw new Error(`@gramio/types: cannot read the key of a ${member.type}`);
}

function shapeOf(type: TsType): Shape {
  if (type.type === "TsKeywordType") return keyword(type.kind);
  if (type.type === "TsLiteralType") return { is: "literal", value: literalValue(type.literal) };
  if (type.type === "TsArrayType") return { is: "list", of: shapeOf(type.elemType) };
  if (type.type === "TsParenthesizedType") return shapeOf(type.typeAnnotation);
  if (type.type === "TsUnionType") return union(type.types);
  if (type.type === "TsTypeReference") return reference(type);
  if (type.type !== "TsTypeOperator") throw new Error(`@gramio/types: no reading of ${type.type}`);
  return { is: "keyOf", name: targetName(type.typeAnnotation), except: [] };
}

/** `{ toString(): string }` and `{ toJSON(): … }` are conveniences of the package, nothing on the wire. */
function union(types: TsType[]): Shape {
  const of = types.filter((type) => type.type !== "TsTypeLiteral").map(shapeOf);
  return of.length === 1 && of[0] ? of[0] : { is: "oneOf", of };
}

function reference(type: TsTypeReference): Shape {
  const name = nameOf(type.typeName);
  if (name === "Blob") return { is: "upload" };
  if (name !== "Exclude") return { is: "named", name };
  const [from, without] = (type.typeParams?.params ?? []).map(shapeOf);
  if (from?.is !== "keyOf" || without?.is !== "literal") return { is: "anything" };
  return { ...from, except: [without.value] };
}

function targetName(type: TsType): string {
  if (type.type !== "TsTypeReference") throw new Error(`@gramio/types: keyof ${type.type}`);
  return nameOf(type.typeName);
}

function nameOf(name: TsEntityName): string {
  return name.type === "Identifier" ? name.value : name.right.value;
}

function keyword(kind: string): Shape {
  if (kind === "string") return { is: "text" };
  return kind === "number" || kind === "boolean" ? { is: kind } : { is: "anything" };
}

function literalValue(literal: TsLiteral): unknown {
  return literal.type === "TemplateLiteral" ? undefined : literal.value;
}
