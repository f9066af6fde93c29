/** What a control call answers. */
export type Reply = { readonly status: number; readonly body: unknown };
