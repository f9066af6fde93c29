export { companyBehind } from "./acting.ts";
export { colleaguesOf, holdCompanies, isOneOfOrColleague } from "./colleagues.ts";
export { personalCompanies } from "./erase.ts";
export { mailInvitation, mailInvitations } from "./mail.ts";
export { organizationRoutes } from "./routes.ts";
export { taxedIn } from "./taxed.ts";
