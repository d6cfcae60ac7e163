import { prepare } from "./prepare.mjs";

/** Before any test: what processes of their own run is built from the code that is tested. */
export const setup = () => prepare();
