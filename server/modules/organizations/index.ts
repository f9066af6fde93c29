export { personalCompanies } from "./erase.ts";
export { colleaguesOf, holdCompanies, isOneOfOrColleague } from "./colleagues.ts";
export { mailInvitation, mailInvitations } from "./mail.ts";
export { organizationRoutes } from "./routes.ts";
