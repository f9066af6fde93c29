/** What may be sent later than it was written. It moves no money; what does is never kept for later. */
export type LaterKind = "message" | "dispatch" | "evidence";
export type Fields = Readonly<Record<string, string>>;
/** What the server and the browser's outbox both send: the same call under the same key, so that two tries are one act. */
export type Call = { path: string; body: object; key: string };

export const callOf = (kind: LaterKind, fields: Fields, files: readonly string[], key: string): Call =>
  CALLS[kind](fields, files, key);

/** The key of a form's file, by its place among those that come along. */
export const fileKey = (key: string, place: number): string => `${key}:file:${place}`;

const CALLS: Record<LaterKind, (fields: Fields, files: readonly string[], key: string) => Call> = {
  message: ({ conversation, subject, kind, intent, text = "" }, files, key) => {
    const words = { text, ...(files.length > 0 && { attachments: files }) };
    const said = { key: `${key}:message` };
    if (intent === "arbiter") return { ...said, path: `/admin/disputes/${part(subject)}/messages`, body: words };
    if (conversation) return { ...said, path: `/conversations/${part(conversation)}/messages`, body: words };
    return { ...said, path: "/conversations", body: { subject: { kind, id: subject }, message: words } };
  },
  dispatch: ({ order, courier }, _files, key) => ({
    ...{ key, path: `/orders/${part(order)}/dispatch`, body: courier ? { courier } : {} },
  }),
  evidence: ({ dispute, type, text, claim, datedAt, origin }, files, key) => ({
    ...{ key: `${key}:said`, path: `/disputes/${part(dispute)}/evidence` },
    body: {
      ...{ type, text, files },
      ...(claim && { claim: Number(claim) }),
      ...(datedAt && { datedAt: `${datedAt}T00:00:00.000Z` }),
      ...(origin && { origin }),
    },
  }),
};

const part = (text: string | undefined): string => encodeURIComponent(text ?? "");
