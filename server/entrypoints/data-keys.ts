import type { Config } from "#runtime/config";
import { type Keyring, keyring } from "#runtime/secrets";

/** The keys of sealed columns, as configured. */
export const dataKeysOf = ({ dataKey, otherDataKeys }: Pick<Config, "dataKey" | "otherDataKeys">): Keyring =>
  keyring(bytesOf(dataKey), otherDataKeys.map(bytesOf));

const bytesOf = (key: Config["dataKey"]): Uint8Array => Buffer.from(key.reveal(), "base64");
