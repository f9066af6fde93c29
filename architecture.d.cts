export const listeners: readonly string[];
export const modules: Readonly<Record<string, readonly string[]>>;
export const testSupport: string;
