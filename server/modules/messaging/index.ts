export { type ConversationId, markTold, readConversation } from "./conversation-store.ts";
export { lastWriter, personalMessages, subjectsShowing, wasShown } from "./message-store.ts";
export { messagingRoutes } from "./routes.ts";
export { type MessagingMeans, SENT } from "./send.ts";
export type { SubjectKind } from "./subjects.ts";
